import type { AddVariety, FreightClass, TradeUnit, VarietyRequestFile, VarietyTerms } from "#lib/api/types";
import { grams } from "#lib/format";

/** A variety of a product that is new with it. */
export const NEW_PRODUCT = "+";

/** The office's form of a variety as it is typed. */
export interface VarietyDraft {
  product: string;
  product_vi: string;
  product_en: string;
  freight_class: FreightClass;
  name_vi: string;
  name_en: string;
  /** One name a line. */
  also: string;
  /** Weeks of the year as the fields hold them. */
  season: { from: string; to: string }[];
  unit: TradeUnit;
  unit_kg_min: string | null;
  unit_kg_max: string | null;
  resting: boolean;
  reason: string;
}

export function emptyVariety(name = ""): VarietyDraft {
  return {
    product: "",
    product_vi: "",
    product_en: "",
    freight_class: "fruit",
    name_vi: name,
    name_en: "",
    also: "",
    season: [{ from: "", to: "" }],
    unit: "kg",
    unit_kg_min: null,
    unit_kg_max: null,
    resting: false,
    reason: "",
  };
}

/** What members asked for: the name that was first, and every other one. */
export function askedVariety({ name, voices }: VarietyRequestFile): VarietyDraft {
  const names = voices.flatMap(({ asked }) => [asked.name, asked.local_name ?? ""]);
  const others = [...new Set(names)].filter((other) => other !== "" && other !== name);
  return { ...emptyVariety(name), also: others.join("\n"), reason: voices.map(({ organisation }) => organisation).join(", ") };
}

export function varietyDraft(terms: VarietyTerms): VarietyDraft {
  return {
    ...emptyVariety(),
    product: terms.product,
    name_vi: terms.name_vi,
    name_en: terms.name_en,
    also: (terms.also ?? []).join("\n"),
    season: terms.season.map(({ from, to }) => ({ from: String(from), to: String(to) })),
    unit: terms.unit,
    unit_kg_min: terms.unit_kg_min,
    unit_kg_max: terms.unit_kg_max,
    resting: terms.resting ?? false,
  };
}

function lines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** Codes of what is missing, by the path of the field in the body. */
export function varietyFaults(draft: VarietyDraft): Record<string, string | undefined> {
  const missing = (text: string | null): string | undefined => (text === null || text.trim() === "" ? "required" : undefined);
  const fresh = draft.product === NEW_PRODUCT;
  const weighed = draft.unit !== "kg";
  const wrong = draft.unit_kg_min && draft.unit_kg_max && grams(draft.unit_kg_min) > grams(draft.unit_kg_max);
  return {
    product: missing(draft.product),
    "new_product.name_vi": fresh ? missing(draft.product_vi) : undefined,
    "new_product.name_en": fresh ? missing(draft.product_en) : undefined,
    name_vi: missing(draft.name_vi),
    name_en: missing(draft.name_en),
    season: draft.season.some(({ from, to }) => from === "" || to === "") ? "season_empty" : undefined,
    unit_kg_min: weighed ? missing(draft.unit_kg_min) : undefined,
    unit_kg_max: weighed ? (missing(draft.unit_kg_max) ?? (wrong ? "unit_weight_out_of_order" : undefined)) : undefined,
    reason: missing(draft.reason),
  };
}

/** Only after `varietyFaults` found nothing. */
export function varietyTerms(draft: VarietyDraft): VarietyTerms {
  const weighed = draft.unit !== "kg";
  return {
    product: draft.product === NEW_PRODUCT ? "moi" : draft.product,
    name_vi: draft.name_vi.trim(),
    name_en: draft.name_en.trim(),
    also: [...new Set(lines(draft.also))],
    season: draft.season.map(({ from, to }) => ({ from: Number(from), to: Number(to) })),
    unit: draft.unit,
    unit_kg_min: weighed ? (draft.unit_kg_min ?? "1") : "1",
    unit_kg_max: weighed ? (draft.unit_kg_max ?? "1") : "1",
    resting: draft.resting,
  };
}

export function addition(draft: VarietyDraft): AddVariety {
  const product = { name_vi: draft.product_vi.trim(), name_en: draft.product_en.trim(), freight_class: draft.freight_class };
  return {
    terms: varietyTerms(draft),
    ...(draft.product === NEW_PRODUCT ? { new_product: product } : {}),
    reason: draft.reason.trim(),
  };
}
