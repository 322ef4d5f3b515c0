import type { Place, Session } from "#lib/api/types";
import { readStored, writeStored } from "#lib/storage";

/**
 * What this device remembers of whoever is signed in on it, so that a form with its draft opens without a network: who they are
 * and where they load. Nothing of a contract, a price or anybody else; it goes when they sign out or the sign-in ends.
 */
export function remember({ user, organisation }: Session): void {
  const { id, name, role, language } = user;
  const known: Session = { user: { id, name, role, language, sign_in: "", email_confirmed: true, totp: false }, organisation };
  const before = remembered();
  if (before && before.user.id !== id) writeStored("home", null);
  writeStored("me", JSON.stringify(known));
}

export function remembered(): Session | null {
  return read("me") as Session | null;
}

export function forget(): void {
  writeStored("me", null);
  writeStored("home", null);
}

export function rememberHome(home: Place): void {
  writeStored("home", JSON.stringify(home));
}

export function rememberedHome(): Place | null {
  return read("home") as Place | null;
}

function read(name: "me" | "home"): unknown {
  try {
    return JSON.parse(readStored(name) ?? "null");
  } catch {
    return null;
  }
}

/** The pages that open with what is kept on the device. */
const FORMS = ["/nguon-hang/dang"];

export function opensAway(path: string): boolean {
  return FORMS.includes(path);
}
