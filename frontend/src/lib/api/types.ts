/** What the server says and takes, named for the pages. */
import type { components } from "./schema";

type Schemas = components["schemas"];

export type Acceptance = Schemas["Acceptance"];
export type AcceptInvitation = Schemas["AcceptInvitation"];
export type AddVariety = Schemas["AddVariety"];
export type AccountEvent = Schemas["AccountEventView"];
export type AccountWarning = Schemas["AccountWarning"];
export type AddMember = Schemas["AddMember"];
export type Appeal = Schemas["AppealView"];
export type ClerkLimit = Schemas["ClerkLimitView"];
export type AppealFile = Schemas["AppealFile"];
export type AskGuardedChange = Schemas["AskGuardedChange"];
export type BankAccount = Schemas["BankAccount"];
export type Band = Schemas["Band"];
export type Catalogue = Schemas["CatalogueView"];
export type Certificate = Schemas["CertificateView"];
export type CertificateFile = Schemas["CertificateFile"];
export type Attribute = Schemas["Attribute"];
export type Preference = Schemas["Preference"];
export type CertificateKind = Schemas["CertKind"];
export type Tonnage = Schemas["TonnageView"];
export type QuantityTrail = Schemas["QuantityTrail"];
export type Photo = Schemas["PhotoView"];
export type CertificateTerms = Schemas["CertificateTerms"];
export type ChangeVariety = Schemas["ChangeVariety"];
export type Consent = Schemas["ConsentView"];
export type Commune = Schemas["CommuneView"];
export type CommuneRead = Schemas["CommuneRead"];
export type Decision = Schemas["Decision"];
export type Demand = Schemas["DemandView"];
export type DemandLine = Schemas["DemandLine"];
export type DemandTerms = Schemas["DemandTerms"];
export type DemandForPoints = Schemas["DemandForPoints"];
export type DemandGroup = Schemas["DemandGroup"];
export type DemandWeek = Schemas["DemandWeekView"];
export type DemoAccount = Schemas["DemoAccount"];
export type GoodsRead = Schemas["GoodsRead"];
export type Grade = Schemas["Grade"];
export type Grades = Schemas["GradesView"];
export type GradeSheet = Schemas["GradeSheetView"];
export type Quality = Schemas["Quality"];
export type GuardedChange = Schemas["GuardedChangeView"];
export type GuardedChanges = Schemas["GuardedChanges"];
export type GuardedKind = Schemas["GuardedKind"];
export type GuardedStep = Schemas["GuardedStep"];
export type GuardedValue = Schemas["GuardedValueView"];
export type Import = Schemas["ImportView"];
export type ImportCounts = Schemas["ImportCounts"];
export type ImportKind = Schemas["ImportKind"];
export type ImportRow = Schemas["ImportRowView"];
export type ImportProblem = Schemas["ImportedProblem"];
export type Instance = Schemas["InstanceView"];
export type Invitation = Schemas["InvitationView"];
export type Invite = Schemas["Invite"];
export type ListWords = Schemas["ListWords"];
export type Tier = Schemas["Tier"];
export type MarketDemand = Schemas["MarketDemand"];
export type MarketOffer = Schemas["MarketOffer"];
export type Member = Schemas["MemberView"];
export type NamesRead = Schemas["NamesRead"];
export type Offer = Schemas["OfferView"];
export type OfferTerms = Schemas["OfferTerms"];
export type OldDistrict = Schemas["OldDistrictView"];
export type OpenSession = Schemas["OpenSession"];
export type OrganisationKind = Schemas["OrgKind"];
export type Organisation = Schemas["OrganisationView"];
export type OrganisationFile = Schemas["OrganisationFile"];
export type OrganisationStep = Schemas["OrganisationStep"];
export type OrgProfile = Schemas["OrgProfile"];
export type Place = Schemas["PlaceView"];
export type PostStatus = Schemas["PostStatus"];
export type DemandStatus = Schemas["DemandStatus"];
export type ReferencePrice = Schemas["ReferencePrice"];
export type Registration = Schemas["Registration"];
export type Account = Schemas["AccountView"];
export type AccountDetails = Schemas["UserDetails"];
export type RecurringDemand = Schemas["RecurringDemandView"];
export type RecurringDemandStatus = Schemas["RecurringDemandStatus"];
export type RecurringDemandTerms = Schemas["RecurringDemandTerms"];
export type Role = Schemas["Role"];
export type RowState = Schemas["RowState"];
export type SavedSearch = Schemas["SavedSearch"];
export type SaveSearch = Schemas["SaveSearch"];
/** The server fills in what is left out. */
export type Search = Partial<Schemas["Search"]>;
export type Scan = Schemas["ScanView"];
export type Checklist = Schemas["ChecklistView"];
export type DocumentRow = Schemas["DocumentItemView"];
export type DocumentItem = Schemas["DocumentItem"];
export type DocumentStep = Schemas["DocumentStep"];
export type Session = Schemas["SessionView"];
export type SessionUser = Schemas["SessionUser"];
export type Side = Schemas["Side"];

/** The words the server writes for the standing of an organisation and of a certificate. */
export type OrganisationStatus = "submitted" | "verified" | "paused" | "refused" | "suspended" | "closed";
export type CertificateStatus = "submitted" | "verified" | "refused" | "suspended";

/** How far a change of the bank account or of the representative has come. */
export type GuardedStatus = "to_confirm" | "to_decide" | "cooling" | "in_force" | "refused" | "expired" | "stopped";

export interface Page<T> {
  items: T[];
  next?: string | null | undefined;
}
export type CatalogueVariety = Schemas["VarietyView"];
export type FreightClass = Schemas["FreightClass"];
export type TradeUnit = Schemas["TradeUnit"];
export type VarietyFile = Schemas["VarietyFile"];
export type VarietyStep = Schemas["VarietyStep"];
export type VarietyTerms = Schemas["VarietyTerms"];
export type WeekRange = Schemas["WeekRange"];
export type AskedVariety = Schemas["AskedVariety"];
export type VarietyRequest = Schemas["VarietyRequestView"];
export type VarietyRequestFile = Schemas["VarietyRequestFile"];
