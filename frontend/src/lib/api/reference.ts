import { http, take } from "./http";
import type { Language } from "#lib/i18n";
import { readStored, writeStored } from "#lib/storage";
import type { Catalogue, ReferencePrice } from "./types";

/** The office may add a variety at any hour: a list that was loaded longer ago is asked for again, which costs nothing while it stands. */
const FRESH = 10 * 60_000;
let catalogue: Promise<Catalogue> | null = null;
let asked = 0;

/** Names that everybody may read, on the device of a member: a form is filled by them without a network. */
function keepOnDevice(names: Catalogue): void {
  if (readStored("member") !== null) writeStored("catalogue", JSON.stringify(names));
}
function fromDevice(): Catalogue | null {
  try {
    return JSON.parse(readStored("catalogue") ?? "null") as Catalogue | null;
  } catch {
    return null;
  }
}

export const reference = {
  catalogue: (): Promise<Catalogue> => {
    const now = Date.now();
    if (catalogue && now - asked < FRESH) return catalogue;
    const before = catalogue;
    asked = now;
    const asking: Promise<Catalogue> = take(http.GET("/api/v1/catalogue")).catch((problem: unknown) => {
      // Without a network the list from before serves on.
      if (catalogue === asking) {
        catalogue = before;
        asked = 0;
      }
      const kept = before ?? fromDevice();
      if (kept) return kept;
      throw problem;
    });
    void asking.then(keepOnDevice, () => undefined);
    catalogue = asking;
    return asking;
  },
  /** The next who asks is told what stands then. */
  forgetCatalogue: () => {
    asked = 0;
  },
  grades: () => take(http.GET("/api/v1/grades")),
  searchVarieties: (q: string) => take(http.GET("/api/v1/catalogue/search", { params: { query: { q } } })),
  searchCommunes: (q: string) => take(http.GET("/api/v1/places/communes", { params: { query: { q } } })),
  /** The newest week of a variety that has prices. */
  price: async (variety: string): Promise<ReferencePrice | null> => {
    const history = await take(http.GET("/api/v1/prices/reference", { params: { query: { variety } } }));
    return history.items[0] ?? null;
  },
  rules: (language: Language, version: number | null) =>
    take(http.GET("/api/v1/rules", { params: { query: { language, ...(version === null ? {} : { version }) } } })),
  board: () => take(http.GET("/api/v1/prices")),
};
