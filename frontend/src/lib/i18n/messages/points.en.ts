import type { Translation } from "#lib/i18n/types";
import type vi from "./points.vi";

export default {
  "points.several": "Deliver to several points",
  "points.title": ({ n }) => `${n} delivery points`,
  "points.explain":
    "Type what each point takes in a usual week. A week with another sum is split in these proportions, to the kilogram. Suppliers and shares count for each point.",
  "points.place": ({ n }) => `Delivery point ${n}`,
  "points.kg": "Every week",
  "points.note": "Which store, which gate",
  "points.remove": "Remove",
  "points.add": "Add a delivery point",
  "points.usual": "Whole week:",
  "points.posted": ({ n }) => `${n} delivery points posted`,
  "points.sum": ({ total, held }) => `${total} together, ${held} matched. Each point is matched, signed and edited by itself.`,
  "points.each": ({ total, held }) => `${total}, ${held} matched`,
  "points.head": ({ n, total, held }) => `${n} delivery points: ${total}, ${held} matched`,
  "points.this": "This point",
  "points.common": "Edit all points together",
  "points.common.explain": ({ n }) =>
    `What you change below goes for all ${n} open points, or for none; what you leave stays as it is at each. Weeks, kilograms and places are still edited point by point.`,
  "points.common.differs": "Different between the points",
  "points.common.differs.explain":
    "Choose what shall be the same at all points, as it stands below. What is neither chosen nor changed stays each point's own.",
  "points.common.save": ({ n }) => `Save for ${n} points`,
  "points.common.saved": "All open points changed",
  "points.common.cannot": ({ point, why }) => `No point was changed, because “${point}” cannot be: ${why}`,
  "points.which": ({ which }) => `Point ${which}`,
  "points.withdrawAll": ({ n }) => `Withdraw all ${n} delivery points`,
  "points.withdrawAll.explain":
    "Every open delivery point of this demand leaves the coming rounds. Contracts and proposals stay as they are.",
  "points.withdrawnAll": "All delivery points withdrawn",
} satisfies Translation<typeof vi>;
