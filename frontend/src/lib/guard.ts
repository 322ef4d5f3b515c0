import { error } from "@sveltejs/kit";
import type { Role, Session, Side } from "#lib/api/types";
import { session } from "./session.svelte";

/** The member's session on pages behind the sign-in. */
export function member(): Session {
  if (session.current === null) error(401);
  return session.current;
}

/** A screen of the other side, or of another role, does not exist for the reader. */
export function only(who: { side?: Side; role?: Role; works?: true }): void {
  if (who.side !== undefined && session.side !== who.side) error(404);
  if (who.works && !session.works) error(404);
  if (who.role !== undefined && session.role !== who.role) error(404);
}
