/** Small choices kept on this device. A browser that refuses storage still works, it only forgets. */
type Name = "language" | "theme" | "density" | "member" | "me" | "home" | "catalogue" | `draft.${string}`;

export function readStored(name: Name): string | null {
  try {
    return localStorage.getItem(`muavu.${name}`);
  } catch {
    return null;
  }
}

/** Whether the value was kept. */
export function writeStored(name: Name, value: string | null): boolean {
  try {
    if (value === null) localStorage.removeItem(`muavu.${name}`);
    else localStorage.setItem(`muavu.${name}`, value);
    return true;
  } catch {
    return false;
  }
}
