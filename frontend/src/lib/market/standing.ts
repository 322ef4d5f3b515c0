/** Whether an organisation of this standing posts, answers and signs: the same rule as the server's. */
export function mayTrade(status: string | undefined): boolean {
  return status === "verified" || status === "paused";
}
