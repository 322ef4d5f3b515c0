import { http, take } from "./http";
import type { components } from "./schema";
import type { Side } from "./types";

type Schemas = components["schemas"];

export type WhatIf = Schemas["WhatIfView"];
export type Question = Schemas["Question"];
export type Asked = Schemas["AskedView"];

const one = (id: string) => ({ path: { id } });

/** Questions to the last round's book about an own post: a supplier's offer, a buyer's demand. */
export const whatIf = {
  get: (side: Side, id: string): Promise<WhatIf> =>
    side === "supplier"
      ? take(http.GET("/api/v1/offers/{id}/what-if", { params: one(id) }))
      : take(http.GET("/api/v1/demands/{id}/what-if", { params: one(id) })),
  ask: (side: Side, id: string, body: Question): Promise<Asked> =>
    side === "supplier"
      ? take(http.POST("/api/v1/offers/{id}/what-if", { params: one(id), body }))
      : take(http.POST("/api/v1/demands/{id}/what-if", { params: one(id), body })),
};
