import type { Translation } from "#lib/i18n/types";
import type vi from "./officer.vi";

export default {
  "officer.organisations": "Organisations",
  "officer.none": "No organisations are waiting.",
  "officer.noneLike": "No organisation is in this state.",
  "officer.noneAtAll": "No organisation has registered yet.",
  "officer.noneNamed": ({ words }) => `No organisation has “${words}” in its name. Try fewer letters; marks may be left out.`,
  "officer.noneNamedLike": ({ words }) => `No organisation in this state has “${words}” in its name.`,
  "officer.search": "Find an organisation by name",
  "officer.search.all": "Search in every state",
  "officer.search.drop": "Clear the search",
  "officer.certificates": "Certificates to verify",
  "officer.certificates.none": "No certificates are waiting.",
  "officer.appeals": "Requests for another look",
  "officer.dossier": "Papers",
  "officer.decision": "Decision",
  "officer.approve": "Approve",
  "officer.refuse": "Ask for papers",
  "officer.suspend": "Suspend",
  "officer.certificate.approve": "Certificate is right",
  "officer.certificate.refuse": "Refuse certificate",
  "officer.reason": "Reason",
  "officer.reason.hint": "The organisation reads it word for word.",
  "officer.reason.verified": "The papers agree with the registration.",
  "officer.decided": "Decision recorded",
} satisfies Translation<typeof vi>;
