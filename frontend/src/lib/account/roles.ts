/** The roles within an organisation, from the one who decides to the one who only reads. */
export const memberRoles = ["director", "clerk", "viewer", "driver"] as const;
export type MemberRole = (typeof memberRoles)[number];
