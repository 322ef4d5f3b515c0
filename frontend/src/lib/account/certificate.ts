import type { CertificateKind, CertificateTerms } from "#lib/api/types";
import { kg } from "#lib/format";
import { t } from "#lib/i18n";
import { hectares, readHectares } from "./hectares";

/** What stands in the form of a certificate. */
export interface CertificateDraft {
  kind: string;
  number: string;
  issuer: string;
  varieties: string[];
  issued_on: string | null;
  valid_to: string | null;
  stars: string;
  area: string;
  expected: string | null;
}

export function draft(terms?: CertificateTerms): CertificateDraft {
  return {
    kind: terms?.kind ?? "",
    number: terms?.number ?? "",
    issuer: terms?.issuer ?? "",
    varieties: [...(terms?.varieties ?? [])],
    issued_on: terms?.issued_on ?? null,
    valid_to: terms?.valid_to ?? null,
    stars: String(terms?.stars ?? 3),
    area: terms?.area_m2 == null ? "" : hectares(terms.area_m2).replaceAll(".", ""),
    expected: terms?.expected ?? null,
  };
}

/** What is plainly missing, by field. */
export function faultsOf(typed: CertificateDraft): Record<string, string | undefined> {
  const missing = (value: string | null) => (value === null || value.trim() === "" ? "required" : undefined);
  return {
    kind: missing(typed.kind),
    number: missing(typed.number),
    issuer: missing(typed.issuer),
    issued_on: missing(typed.issued_on),
    valid_to: missing(typed.valid_to),
    area_m2: typed.area.trim() !== "" && readHectares(typed.area) === null ? "area_not_a_number" : undefined,
  };
}

/** What is sent: fields of other kinds stay behind. */
export function termsOf(typed: CertificateDraft): CertificateTerms {
  const ocop = typed.kind === "ocop";
  return {
    kind: typed.kind as CertificateKind,
    number: typed.number.trim(),
    issuer: typed.issuer.trim(),
    varieties: typed.varieties,
    issued_on: typed.issued_on ?? "",
    valid_to: typed.valid_to ?? "",
    stars: ocop ? Number(typed.stars) : null,
    area_m2: typed.area.trim() === "" ? null : readHectares(typed.area),
    expected: typed.expected,
  };
}

/** Stars, area and yield, as far as the paper says them. */
export function scope(terms: CertificateTerms): string {
  return [
    terms.stars == null ? "" : t("certificate.starsOf", { n: terms.stars }),
    terms.area_m2 == null ? "" : t("certificate.areaOf", { ha: hectares(terms.area_m2) }),
    terms.expected == null ? "" : t("certificate.expectedOf", { weight: kg(terms.expected) }),
  ]
    .filter(Boolean)
    .join(" · ");
}
