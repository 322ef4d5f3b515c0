import type { Translation } from "#lib/i18n/types";
import type vi from "./deal.vi";

export default {
  "deal.over": "expired",
  "deal.minutes": ({ n }: { n: number }) => `${n} ${n === 1 ? "minute" : "minutes"} left`,
  "deal.hours": ({ n }: { n: number }) => `${n} ${n === 1 ? "hour" : "hours"} left`,
  "deal.until": ({ at }: { at: string }) => `until ${at}`,
  "deal.parties": ({ supplier, buyer }: { supplier: string; buyer: string }) => `${supplier} sells to ${buyer}`,
  "deal.reason": "Reason",
  "deal.reason.hint": "The other side will read it.",
  "deal.back": "Look again",
  "round.next": ({ at }: { at: string }) => `Next round at ${at}.`,
  "round.nextDay": ({ at, day }: { at: string; day: string }) => `Next round at ${at} on ${day}.`,
  "round.byOffice": "A round runs when the programme office starts it.",
  "ruler.at": ({ price }: { price: string }) => `reference ${price}`,
  "step.less": ({ by }: { by: string }) => `Less by ${by}`,
  "step.more": ({ by }: { by: string }) => `More by ${by}`,
  "explain.mind": "mind:",
  "explain.against": "not met:",
  "crowd.none": "no organisation yet",
  "crowd.few": "1 or 2 organisations",
  "crowd.three_to_five": "3 to 5 organisations",
  "crowd.six_to_ten": "6 to 10 organisations",
  "crowd.over_ten": "over 10 organisations",
  "why.only_fit": "In this round each is the only one that fits the other.",
  "why.lowest_delivered": "No supplier that qualifies reaches the dock at a lower price.",
  "why.highest_net": "No buyer that qualifies leaves the supplier more after freight.",
  "why.best_together": "Matched like this, the whole round gains most.",
  "why.crowds": ({ suppliers, buyers }: { suppliers: string; buyers: string }) =>
    `Suppliers that fit this demand: ${suppliers}; buyers that fit this offer: ${buyers}.`,
  "why.papers": ({ grade, papers }: { grade: string; papers: string }) =>
    `${grade} goods with every certificate the buyer needs: ${papers}.`,
  "why.noPapers": ({ grade }: { grade: string }) => `${grade} goods, as the buyer needs; no certificate is asked for.`,
  "why.weeks": ({ n, from }: { n: number; from: string }) =>
    `Ripe when the buyer needs it: ${n} ${n === 1 ? "week" : "weeks"} from ${from}.`,
  "why.freight.seller": ({ freight, km }: { freight: string; km: number }) =>
    `Freight ${freight} for about ${km} km, the supplier carries.`,
  "why.freight.buyer": ({ freight, km }: { freight: string; km: number }) => `Freight ${freight} for about ${km} km, the buyer carries.`,
  "why.night": ({ hours, place }: { hours: string; place: string }) => `Delivery at night, ${hours}, at ${place}.`,
  "why.day": ({ hours, place }: { hours: string; place: string }) => `Delivery ${hours} at ${place}.`,
} satisfies Translation<typeof vi>;
