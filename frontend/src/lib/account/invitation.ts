const statuses = ["open", "used", "expired", "revoked"] as const;
export type InvitationStatus = (typeof statuses)[number];

/** The server writes the status as a word; one that this page does not know opens nothing here. */
export function invitationStatus(word: string): InvitationStatus {
  return statuses.find((status) => status === word) ?? "expired";
}
