import type { Attribute, CertificateKind, Grade, Preference } from "#lib/api/types";
import { vndPerKg } from "#lib/format";
import { t } from "#lib/i18n";
import { gradeName, grades, paperName } from "#lib/market/catalogue";

/** Something preferred, as it is typed. */
export interface PreferenceDraft {
  attribute: Attribute | "";
  premium: number | null;
}

export const MOST_PREFERRED = 4;

function gradeOf(attribute: Attribute): Grade | undefined {
  return grades.find((grade) => grade === attribute);
}

export function attributeName(attribute: Attribute): string {
  const grade = gradeOf(attribute);
  return grade ? t("demand.from", { grade: gradeName(grade) }) : paperName(attribute as CertificateKind);
}

/** "Hữu cơ +1.500 ₫/kg"; who does not know the premium reads the attribute alone. */
export function preferenceText({ attribute, premium }: { attribute: Attribute; premium?: number | null }): string {
  const name = attributeName(attribute);
  return premium == null ? name : t("demand.preferred.plus", { name, premium: vndPerKg(premium) });
}

/** What goods may have beyond what is required: better grades, then papers. */
export function attributeOptions(
  required: { min_grade: Grade; certificates: readonly CertificateKind[] },
  kinds: readonly CertificateKind[],
): { value: Attribute; label: string }[] {
  const better = grades.slice(0, grades.indexOf(required.min_grade)).filter((grade) => grade !== "ungraded");
  const papers = kinds.filter((kind) => !required.certificates.includes(kind));
  return [...papers, ...better].map((value) => ({ value, label: attributeName(value) }));
}

/** Rows of which something is said; the form counts its faults among all rows. */
export function preferenceFaults(rows: readonly PreferenceDraft[]): Record<string, string> {
  return Object.fromEntries(
    rows.flatMap(({ attribute, premium }, at) => [
      ...(attribute === "" ? [[`preferred.${at}.attribute`, "required"] as const] : []),
      ...(premium === null ? [[`preferred.${at}.premium`, "required"] as const] : []),
    ]),
  );
}

export function preferencesOf(rows: readonly PreferenceDraft[]): Preference[] {
  return rows.flatMap(({ attribute, premium }) => (attribute === "" || premium === null ? [] : [{ attribute, premium }]));
}
