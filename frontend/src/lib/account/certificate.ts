import type { Certificate, CertificateKind, CertificateTerms } from "#lib/api/types";
import { fullDay, kg } from "#lib/format";
import { t, type PlainKey } from "#lib/i18n";
import { hectares, readHectares } from "./hectares";
import { type LabDraft, labDraft, labOf } from "./lab";

/** What stands in the form of a certificate. */
export interface CertificateDraft {
  kind: string;
  number: string;
  issuer: string;
  varieties: string[];
  issued_on: string | null;
  valid_to: string | null;
  stars: string;
  criteria: Criteria;
  old_commune: string;
  lab: LabDraft;
  area: string;
  expected: string | null;
}

export type Criteria = NonNullable<CertificateTerms["criteria"]>;
type OldCommune = NonNullable<CertificateTerms["old_commune"]>;

/** The newest first. */
export const criteria = ["qd_148_2023", "qd_1048_2019"] as const satisfies readonly Criteria[];
/** The communes for which the indication was registered, by their codes of then. */
export const oldCommunes = ["05089", "05098", "05101", "05104", "05110", "05116"] as const satisfies readonly OldCommune[];

export const oldCommuneName = (code: OldCommune) => t(`oldCommune.${code}` satisfies PlainKey);

export function draft(terms?: CertificateTerms): CertificateDraft {
  return {
    kind: terms?.kind ?? "",
    number: terms?.number ?? "",
    issuer: terms?.issuer ?? "",
    varieties: [...(terms?.varieties ?? [])],
    issued_on: terms?.issued_on ?? null,
    valid_to: terms?.valid_to ?? null,
    stars: String(terms?.stars ?? 3),
    criteria: terms?.criteria ?? "qd_148_2023",
    old_commune: terms?.old_commune ?? "",
    lab: labDraft(terms?.lab ?? undefined),
    area: terms?.area_m2 == null ? "" : hectares(terms.area_m2).replaceAll(".", ""),
    expected: terms?.expected ?? null,
  };
}

const missing = (value: string | null) => (value === null || value.trim() === "" ? "required" : undefined);

/** Papers that are given for named goods and never for a whole site. */
const forNamedGoods = new Set(["gi", "ocop", "lab_result"]);
export const needsVarieties = (kind: string) => forNamedGoods.has(kind);

/** What is plainly missing, by field. */
export function faultsOf(typed: CertificateDraft): Record<string, string | undefined> {
  const lab = typed.kind === "lab_result";
  const lines = typed.lab.analytes.flatMap(({ name, found }, at) => [
    [`lab.analytes.${at}.name`, missing(name)] as const,
    [`lab.analytes.${at}.found`, missing(found)] as const,
  ]);
  return {
    kind: missing(typed.kind),
    number: missing(typed.number),
    issuer: missing(typed.issuer),
    varieties: needsVarieties(typed.kind) && typed.varieties.length === 0 ? "variety_required" : undefined,
    issued_on: missing(typed.issued_on),
    valid_to: missing(typed.valid_to),
    old_commune: typed.kind === "gi" && typed.old_commune === "" ? "old_commune_required" : undefined,
    area_m2: !lab && typed.area.trim() !== "" && readHectares(typed.area) === null ? "area_not_a_number" : undefined,
    ...(lab ? { "lab.sampled_on": missing(typed.lab.sampled_on), ...Object.fromEntries(lines) } : {}),
  };
}

/** What is sent: fields of other kinds stay behind. */
export function termsOf(typed: CertificateDraft): CertificateTerms {
  const ocop = typed.kind === "ocop";
  const lab = typed.kind === "lab_result";
  return {
    kind: typed.kind as CertificateKind,
    // Codes are printed in capitals without spaces, and typed in every way.
    number: typed.kind === "growing_area_code" ? typed.number.replace(/\s/g, "").toUpperCase() : typed.number.trim(),
    issuer: typed.issuer.trim(),
    varieties: typed.varieties,
    issued_on: typed.issued_on ?? "",
    valid_to: typed.valid_to ?? "",
    stars: ocop ? Number(typed.stars) : null,
    criteria: ocop ? typed.criteria : null,
    // "Another commune" is sent as it is: the refusal says which ones count.
    old_commune: typed.kind === "gi" ? (typed.old_commune as OldCommune) : null,
    lab: lab ? labOf(typed.lab) : null,
    area_m2: lab || typed.area.trim() === "" ? null : readHectares(typed.area),
    expected: lab ? null : typed.expected,
  };
}

/** Stars, criteria, plot, sample, area and yield, as far as the paper says them. */
export function scope({ terms, plot }: Certificate): string {
  const { stars, criteria: graded, old_commune: old, lab } = terms;
  return [
    stars == null ? "" : t("certificate.starsOf", { n: stars }),
    graded == null ? "" : t(`criteria.${graded}` satisfies PlainKey),
    old == null || plot == null
      ? ""
      : t("certificate.plot", {
          old: oldCommuneName(old),
          district: plot.old_district,
          commune: plot.commune,
          province: plot.province,
        }),
    lab == null ? "" : t("lab.summary", { day: fullDay(lab.sampled_on), n: lab.analytes.length }),
    lab?.lot == null ? "" : t("lab.lotOf", { lot: lab.lot }),
    terms.area_m2 == null ? "" : t("certificate.areaOf", { ha: hectares(terms.area_m2) }),
    terms.expected == null ? "" : t("certificate.expectedOf", { weight: kg(terms.expected) }),
  ]
    .filter(Boolean)
    .join(" · ");
}
