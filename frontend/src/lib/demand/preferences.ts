import type { Attribute, CertificateKind, Grade, GradeSheet, Preference, Quality } from "#lib/api/types";
import { vndPerKg } from "#lib/format";
import { t } from "#lib/i18n";
import { gradeName, grades, paperName } from "#lib/market/catalogue";
import { hasFigures, wantedWords } from "#lib/market/quality";
import { qualityDraft, qualityFaults, qualityTerms, type QualityDraft } from "#lib/offer/quality";

/** Something preferred, as it is typed. */
export interface PreferenceDraft {
  attribute: Attribute | "";
  premium: number | null;
  /** The sizes, the least sugar or juice, where the attribute is one of them; a draft of before has none. */
  quality?: QualityDraft;
}

/** Attributes that say beside them how much. */
const measures = ["size", "brix", "juice"] as const;
export type Measure = (typeof measures)[number];
export const measureOf = (attribute: Attribute | ""): Measure | undefined => measures.find((one) => one === attribute);

/** What the goods of a sheet are measured by. */
export function measuresOf(sheet: GradeSheet | undefined): Measure[] {
  if (!sheet) return [];
  return [...(sheet.sizes.length > 0 ? ["size" as const] : []), ...(hasFigures(sheet) ? (["brix", "juice"] as const) : [])];
}

export const MOST_PREFERRED = 4;

function gradeOf(attribute: Attribute): Grade | undefined {
  return grades.find((grade) => grade === attribute);
}

export function attributeName(attribute: Attribute): string {
  const grade = gradeOf(attribute);
  const measure = measureOf(attribute);
  if (measure) return t(`demand.preferred.${measure}`);
  return grade ? t("demand.from", { grade: gradeName(grade) }) : paperName(attribute as CertificateKind);
}

interface Preferred {
  attribute: Attribute;
  quality?: Quality;
}

/** "Hữu cơ", "chỉ cỡ 3, 4". */
export function preferenceName({ attribute, quality }: Preferred): string {
  return (quality && wantedWords(quality)) || attributeName(attribute);
}

/** "Hữu cơ +1.500 ₫/kg"; who does not know the premium reads the attribute alone. */
export function preferenceText({ premium, ...preferred }: Preferred & { premium?: number | null }): string {
  const name = preferenceName(preferred);
  return premium == null ? name : t("demand.preferred.plus", { name, premium: vndPerKg(premium) });
}

/** What goods may have beyond what is required: papers, better grades, and what their sheet measures. */
export function attributeOptions(
  required: { min_grade: Grade; certificates: readonly CertificateKind[] },
  kinds: readonly CertificateKind[],
  measured: readonly Measure[] = [],
): { value: Attribute; label: string }[] {
  const better = grades.slice(0, grades.indexOf(required.min_grade)).filter((grade) => grade !== "ungraded");
  const papers = kinds.filter((kind) => !required.certificates.includes(kind));
  return [...papers, ...better, ...measured].map((value) => ({ value, label: attributeName(value) }));
}

/** Rows of which something is said; the form counts its faults among all rows. */
export function preferenceFaults(rows: readonly PreferenceDraft[]): Record<string, string> {
  return Object.fromEntries(
    rows.flatMap(({ attribute, premium, quality }, at) => [
      ...figureFaults(attribute, quality).map(([field, code]) => [`preferred.${at}.quality${field}`, code] as const),
      ...(attribute === "" ? [[`preferred.${at}.attribute`, "required"] as const] : []),
      ...(premium === null ? [[`preferred.${at}.premium`, "required"] as const] : []),
    ]),
  );
}

function figureFaults(attribute: Attribute | "", draft: QualityDraft | undefined): (readonly [string, string])[] {
  const measure = measureOf(attribute);
  if (!measure) return [];
  const own = figure(measure, draft);
  if (!("quality" in qualityTerms(own))) return [["", "preference_figure"]];
  return Object.entries(qualityFaults(own)).flatMap(([field, code]) => (code ? [[field.replace("quality", ""), code] as const] : []));
}

/** Of what was typed only what the attribute says; another one may have been chosen before. */
function figure(measure: Measure, draft: QualityDraft | undefined): QualityDraft {
  const { sizes, brix, juice } = draft ?? qualityDraft(undefined);
  return { sizes: measure === "size" ? sizes : [], brix: measure === "brix" ? brix : "", juice: measure === "juice" ? juice : "" };
}

export function preferencesOf(rows: readonly PreferenceDraft[]): Preference[] {
  return rows.flatMap(({ attribute, premium, quality }) => {
    const measure = measureOf(attribute);
    return attribute === "" || premium === null ? [] : [{ attribute, premium, ...(measure ? qualityTerms(figure(measure, quality)) : {}) }];
  });
}

/** As it was posted, for the form. */
export function preferenceDraft({ attribute, premium, quality }: Preferred & { premium?: number | null }): PreferenceDraft {
  return { attribute, premium: premium ?? null, quality: qualityDraft(quality) };
}
