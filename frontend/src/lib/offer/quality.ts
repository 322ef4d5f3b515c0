import type { OfferTerms, Quality } from "#lib/api/types";

/** Measured figures as they are typed. */
export interface QualityDraft {
  sizes: string[];
  brix: string;
  juice: string;
}

export function qualityDraft(quality: Quality | undefined): QualityDraft {
  const { sizes = [], brix_tenths, juice_percent } = quality ?? {};
  return {
    sizes: [...sizes],
    brix: brix_tenths == null ? "" : String(brix_tenths / 10).replace(".", ","),
    juice: juice_percent == null ? "" : String(juice_percent),
  };
}

/** Tenths of a degree; nothing for what is no figure with one decimal at most. */
export function brixTenths(text: string): number | null {
  const read = /^(\d{1,2})(?:[.,](\d))?$/.exec(text.trim());
  return read ? Number(read[1]) * 10 + Number(read[2] ?? 0) : null;
}

export function qualityFaults(draft: QualityDraft | undefined): Record<string, string | undefined> {
  if (!draft) return {};
  const tenths = draft.brix.trim() === "" ? 100 : (brixTenths(draft.brix) ?? 0);
  const juice = draft.juice.trim() === "" ? "1" : draft.juice.trim();
  return {
    "quality.brix_tenths": tenths < 10 || tenths > 350 ? "brix_out_of_range" : undefined,
    "quality.juice_percent": /^(100|[1-9]\d?)$/.test(juice) ? undefined : "juice_out_of_range",
  };
}

/** The part of the body; nothing while nothing is filled in. */
export function qualityTerms(draft: QualityDraft | undefined): Pick<OfferTerms, "quality"> {
  if (!draft) return {};
  const { sizes } = draft;
  const brix_tenths = draft.brix.trim() === "" ? null : brixTenths(draft.brix);
  const juice_percent = draft.juice.trim() === "" ? null : Number(draft.juice.trim());
  if (sizes.length === 0 && brix_tenths === null && juice_percent === null) return {};
  return { quality: { sizes: [...sizes], brix_tenths, juice_percent } };
}
