import type { Acceptance } from "#lib/api/types";

/** What is ticked below a form. */
export type Agreed = Required<Omit<Acceptance, "version">>;

/** Both are needed to use the market; the server says so too. */
export function consentFaults(agreed: Agreed): Record<string, string | undefined> {
  return {
    "member.consent.operating_rules": agreed.operating_rules ? undefined : "consent_missing",
    "member.consent.personal_data": agreed.personal_data ? undefined : "consent_missing",
  };
}
