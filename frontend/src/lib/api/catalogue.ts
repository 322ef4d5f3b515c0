import { http, take } from "./http";
import { reference } from "./reference";
import type { AddVariety, ChangeVariety } from "./types";

/** What the programme office writes in the catalogue; every change is read anew from then on. */
export const office = {
  variety: (slug: string) => take(http.GET("/api/v1/officer/catalogue/varieties/{slug}", { params: { path: { slug } } })),
  add: async (body: AddVariety, key: string) => {
    const file = await take(http.POST("/api/v1/officer/catalogue/varieties", { body, params: { header: { "idempotency-key": key } } }));
    reference.forgetCatalogue();
    return file;
  },
  change: async (slug: string, body: ChangeVariety) => {
    const file = await take(http.PUT("/api/v1/officer/catalogue/varieties/{slug}", { params: { path: { slug } }, body }));
    reference.forgetCatalogue();
    return file;
  },
};
