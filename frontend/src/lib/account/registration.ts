import { consentFaults, type Agreed } from "#lib/rules/agreed";
import type { OrganisationKind, OrgProfile, Registration } from "#lib/api/types";
import type { Language } from "#lib/i18n";
import type { ChosenPlace } from "#lib/market/places";

/** Who an organisation is and how it is reached, as it is typed. */
export interface TypedOrganisation {
  kind: OrganisationKind;
  name: string;
  tax_code: string;
  vat_method: OrgProfile["vat_method"];
  address_line: string;
  place: ChosenPlace | null;
  /** Code of the district the place belonged to before July 2025. */
  old_district: string;
  org_phone: string;
  representative: string;
  position: string;
}

/** The registration form as it is typed. */
export interface TypedRegistration extends TypedOrganisation {
  full_name: string;
  sign_in: string;
  password: string;
  email: string;
  agreed: Agreed;
}

export function emptyOrganisation(): TypedOrganisation {
  return {
    kind: "cooperative",
    name: "",
    tax_code: "",
    vat_method: "direct",
    address_line: "",
    place: null,
    old_district: "",
    org_phone: "",
    representative: "",
    position: "",
  };
}

export function emptyRegistration(): TypedRegistration {
  return {
    ...emptyOrganisation(),
    full_name: "",
    sign_in: "",
    password: "",
    email: "",
    agreed: { operating_rules: false, personal_data: false },
  };
}

const missing = (text: string): string | undefined => (text.trim() === "" ? "required" : undefined);
const optional = (text: string): string | null => text.trim() || null;

/** What is missing of an organisation; everything else is judged by the server, which knows the rules. */
export function organisationFaults(typed: TypedOrganisation, path: string): Record<string, string | undefined> {
  return {
    [`${path}.name`]: missing(typed.name),
    [`${path}.tax_code`]: typed.kind === "production_group" ? undefined : missing(typed.tax_code),
    [`${path}.commune`]: typed.place === null ? "required" : undefined,
    [`${path}.phone`]: missing(typed.org_phone),
    [`${path}.representative`]: missing(typed.representative),
    [`${path}.position`]: missing(typed.position),
  };
}

/** What is missing of the whole form. */
export function registrationFaults(typed: TypedRegistration): Record<string, string | undefined> {
  return {
    ...organisationFaults(typed, "organisation"),
    "member.name": missing(typed.full_name),
    "member.sign_in": missing(typed.sign_in),
    "member.password": typed.password === "" ? "required" : undefined,
    ...consentFaults(typed.agreed),
  };
}

/** What is sent of the organisation; only after `organisationFaults` found nothing. */
export function organisationProfile(typed: TypedOrganisation): OrgProfile {
  if (!typed.place) throw new Error("the form was checked before it is sent");
  const districts = typed.place.old_districts ?? [];
  return {
    kind: typed.kind,
    name: typed.name.trim(),
    tax_code: optional(typed.tax_code),
    vat_method: typed.vat_method,
    address_line: optional(typed.address_line),
    commune: typed.place.commune_code,
    old_district: optional(typed.old_district) ?? (districts.length === 1 ? (districts[0]?.code ?? null) : null),
    phone: typed.org_phone.trim(),
    representative: typed.representative.trim(),
    position: typed.position.trim(),
  };
}

/** The body of the request; only after `registrationFaults` found nothing. */
export function registration(typed: TypedRegistration, language: Language, rules: number): Registration {
  return {
    organisation: organisationProfile(typed),
    member: {
      name: typed.full_name.trim(),
      sign_in: typed.sign_in.trim(),
      password: typed.password,
      email: optional(typed.email),
      language,
      consent: { version: rules, ...typed.agreed },
    },
  };
}
