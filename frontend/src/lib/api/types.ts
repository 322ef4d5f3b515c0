/** What the server says and takes, named for the pages. */
import type { components } from "./schema";

type Schemas = components["schemas"];

export type AddMember = Schemas["AddMember"];
export type Band = Schemas["Band"];
export type Catalogue = Schemas["CatalogueView"];
export type CertificateKind = Schemas["CertKind"];
export type Commune = Schemas["CommuneView"];
export type Decision = Schemas["Decision"];
export type DemoAccount = Schemas["DemoAccount"];
export type Instance = Schemas["InstanceView"];
export type Member = Schemas["MemberView"];
export type OldDistrict = Schemas["OldDistrictView"];
export type OrganisationKind = Schemas["OrgKind"];
export type Organisation = Schemas["OrganisationView"];
export type OrganisationFile = Schemas["OrganisationFile"];
export type OrgProfile = Schemas["OrgProfile"];
export type ReferencePrice = Schemas["ReferencePrice"];
export type Registration = Schemas["Registration"];
export type Role = Schemas["Role"];
export type Session = Schemas["SessionView"];
export type SessionUser = Schemas["SessionUser"];
export type Side = Schemas["Side"];

export type OrganisationStatus = "submitted" | "verified" | "refused" | "suspended";
export type Grade = "extra" | "first" | "second" | "ungraded";
export type PostStatus = "open" | "withdrawn" | "expired";
export type CertificateStatus = "submitted" | "verified" | "refused" | "expired";

export interface Page<T> {
  items: T[];
  next?: string | null | undefined;
}

/** A place as a post or an organisation shows it. */
export interface Place {
  commune: string;
  commune_name: string;
  province: string;
  old_district_name: string | null;
}
export interface Window {
  from: string;
  to: string;
}
export interface OfferTerms {
  variety: string;
  grade: Grade;
  kg_total: string;
  kg_per_week: string;
  window: Window;
  ask: number;
  min_lot: string;
  max_payment_days: number;
  pickup_commune: string;
  note: string;
}
export interface Week {
  week: string;
  kg: string;
}
export interface DemandTerms {
  product: string;
  varieties: string[];
  min_grade: Grade;
  certificates: CertificateKind[];
  weeks: Week[];
  bid: number;
  delivery_commune: string;
  delivery_hours: { from: string; to: string };
  payment_days: number;
  max_suppliers: number;
  note: string;
}
export interface CertificateTerms {
  kind: CertificateKind;
  number: string;
  issuer: string;
  varieties: string[];
  issued_on: string;
  valid_to: string;
  stars: number | null;
}
export interface Certificate {
  id: string;
  terms: CertificateTerms;
  status: CertificateStatus;
  reason: string | null;
}
