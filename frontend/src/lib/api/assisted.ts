import { http, once, take } from "./http";
import type { components } from "./schema";
import type { Asked, DemandTerms, OfferTerms } from "./types";

export interface AssistedQuery {
  status?: components["schemas"]["AssistedStatus"];
  organisation?: string;
  after?: string;
}

/** What the office enters for members without a phone, and what they say of it. */
export const assisted = {
  list: (query: AssistedQuery) => take(http.GET("/api/v1/officer/assisted", { params: { query } })),
  offer: (id: string, asked: Asked, terms: OfferTerms, key: string) =>
    take(
      http.POST("/api/v1/officer/organisations/{id}/offers", {
        params: { path: { id } },
        ...once(key),
        body: { asked, terms },
      }),
    ),
  demand: (id: string, asked: Asked, terms: DemandTerms, key: string) =>
    take(
      http.POST("/api/v1/officer/organisations/{id}/demands", {
        params: { path: { id } },
        ...once(key),
        body: { asked, terms },
      }),
    ),
  /** `version` is that of the offer or demand on the screen. */
  confirm: (id: string, version: number) =>
    take(http.POST("/api/v1/assisted/{id}/confirm", { params: { path: { id } }, body: { version } })),
  refuse: (id: string, reason: string) => take(http.POST("/api/v1/assisted/{id}/refuse", { params: { path: { id } }, body: { reason } })),
};
