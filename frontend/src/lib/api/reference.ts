import { http, take } from "./http";
import type { Catalogue, ReferencePrice } from "./types";

let catalogue: Promise<Catalogue> | null = null;

export const reference = {
  /** Varieties and certificate kinds change with a release, not under the reader's hand. */
  catalogue: (): Promise<Catalogue> => {
    catalogue ??= take(http.GET("/api/v1/catalogue")).catch((problem: unknown) => {
      catalogue = null;
      throw problem;
    });
    return catalogue;
  },
  searchVarieties: (q: string) => take(http.GET("/api/v1/catalogue/search", { params: { query: { q } } })),
  searchCommunes: (q: string) => take(http.GET("/api/v1/places/communes", { params: { query: { q } } })),
  /** The newest week of a variety that has prices. */
  price: async (variety: string): Promise<ReferencePrice | null> => {
    const history = await take(http.GET("/api/v1/prices/reference", { params: { query: { variety } } }));
    return history.items[0] ?? null;
  },
  board: () => take(http.GET("/api/v1/prices")),
};
