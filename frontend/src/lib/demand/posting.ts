import { demands } from "#lib/api/demands";
import type { Posting } from "#lib/form/outgoing";
import { demandTerms, titleOf, type DemandDraft } from "./draft";
import { pointsOf } from "./points";

export const demandPosting: Posting<DemandDraft> = {
  form: "demand",
  page: "/nhu-cau/dang",
  list: "/nhu-cau",
  words: { posted: "demand.posted", waiting: "demand.waiting", refused: "demand.refused" },
  send: async (typed, key) => {
    const terms = demandTerms(typed);
    if (!typed.points?.length) return (await demands.post({ ...terms, ...titleOf(typed) }, key)).id;
    const [first = ""] = (await demands.postPoints({ terms, points: pointsOf(typed.points), ...titleOf(typed) }, key)).demands;
    return first;
  },
};
