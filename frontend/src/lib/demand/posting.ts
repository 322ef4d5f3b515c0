import { demands } from "#lib/api/demands";
import type { Posting } from "#lib/form/outgoing";
import { demandTerms, type DemandDraft } from "./draft";

export const demandPosting: Posting<DemandDraft> = {
  form: "demand",
  page: "/nhu-cau/dang",
  list: "/nhu-cau",
  words: { posted: "demand.posted", waiting: "demand.waiting", refused: "demand.refused" },
  send: async (typed, key) => (await demands.post(demandTerms(typed), key)).id,
};
