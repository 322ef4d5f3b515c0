import type { Measured, Promised } from "#lib/api/lines";
import { brix } from "#lib/market/quality";
import { brixTenths } from "#lib/offer/quality";
import { t } from "#lib/i18n";

/** Figures of a part as they are typed. */
export interface MeasuredDraft {
  from: string;
  to: string;
  brix: string;
  juice: string;
}

const text = (figure: number | null | undefined) => (figure == null ? "" : String(figure));

export const measuredDraft = (measured: Measured | undefined): MeasuredDraft => ({
  from: text(measured?.size_from_mm),
  to: text(measured?.size_to_mm),
  brix: measured?.brix_tenths == null ? "" : String(measured.brix_tenths / 10).replace(".", ","),
  juice: text(measured?.juice_percent),
});

/** What is asked at the dock: only what the contract promises. */
export function asked(promised: Promised | null | undefined): { size: boolean; brix: boolean; juice: boolean } {
  return {
    // What was promised by weight or length is said in the note: the figures are millimetres.
    size: (promised?.sizes.length ?? 0) > 0 && (promised?.measure ?? "diameter_mm") === "diameter_mm",
    brix: promised?.brix_tenths != null,
    juice: promised?.juice_percent != null,
  };
}

/** The part of the body, or what is wrong with it, by field. */
export function measured(draft: MeasuredDraft): { body: Measured; faults: Record<string, string | undefined> } {
  const faults: Record<string, string | undefined> = {};
  function figure(field: string, typed: string, read: (typed: string) => number | null, least: number, most: number, code: string) {
    if (typed.trim() === "") return null;
    const value = read(typed.trim());
    if (value === null || value < least || value > most) faults[`measured.${field}`] = code;
    return value;
  }
  const whole = (typed: string) => (/^\d{1,3}$/.test(typed) ? Number(typed) : null);
  const body = {
    size_from_mm: figure("size_from_mm", draft.from, whole, 5, 400, "size_mm_out_of_range"),
    size_to_mm: figure("size_to_mm", draft.to, whole, 5, 400, "size_mm_out_of_range"),
    brix_tenths: figure("brix_tenths", draft.brix, brixTenths, 10, 350, "brix_out_of_range"),
    juice_percent: figure("juice_percent", draft.juice, whole, 1, 100, "juice_out_of_range"),
  };
  if (body.size_from_mm !== null && body.size_to_mm !== null && body.size_from_mm > body.size_to_mm)
    faults["measured.size_to_mm"] = "size_mm_reversed";
  return { body, faults };
}

/** What was measured, in a few words. */
export function measuredWords({ size_from_mm, size_to_mm, brix_tenths, juice_percent }: Measured): string {
  const sizes = [...new Set([size_from_mm, size_to_mm].filter((mm) => mm != null))].join("–");
  return [
    sizes ? t("inspect.size", { mm: sizes }) : "",
    brix_tenths == null ? "" : t("quality.brix", { brix: brix(brix_tenths) }),
    juice_percent == null ? "" : t("quality.juice", { juice: juice_percent }),
  ]
    .filter(Boolean)
    .join(" · ");
}
