import { http, once, take } from "./http";
import type { OfferTerms, PostStatus } from "./types";

export interface OfferQuery {
  status?: PostStatus;
  q?: string;
  after?: string;
  limit?: number;
}

export const offers = {
  list: (query: OfferQuery) => take(http.GET("/api/v1/offers", { params: { query } })),
  get: (id: string) => take(http.GET("/api/v1/offers/{id}", { params: { path: { id } } })),
  post: (body: OfferTerms, key: string) => take(http.POST("/api/v1/offers", { body, ...once(key) })),
  put: (id: string, version: number, terms: OfferTerms) =>
    take(http.PUT("/api/v1/offers/{id}", { params: { path: { id } }, body: { version, terms } })),
  withdraw: (id: string, version: number) =>
    take(http.POST("/api/v1/offers/{id}/withdraw", { params: { path: { id } }, body: { version } })),
};
