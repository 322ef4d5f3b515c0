import { http, once, take } from "./http";
import type { OfferTerms, PostStatus } from "./types";
import { upload } from "./upload";

export interface OfferQuery {
  status?: PostStatus;
  q?: string;
  /** For the office: whose. */
  organisation?: string;
  after?: string;
  limit?: number;
}

export const offers = {
  list: (query: OfferQuery) => take(http.GET("/api/v1/offers", { params: { query } })),
  get: (id: string) => take(http.GET("/api/v1/offers/{id}", { params: { path: { id } } })),
  post: (body: OfferTerms, key: string) => take(http.POST("/api/v1/offers", { body, ...once(key) })),
  put: (id: string, version: number, terms: OfferTerms) =>
    take(http.PUT("/api/v1/offers/{id}", { params: { path: { id } }, body: { version, terms } })),
  trail: (id: string) => take(http.GET("/api/v1/offers/{id}/trail", { params: { path: { id } } })),
  addPhoto: (id: string, file: Blob, progress: (share: number) => void) =>
    upload(`/api/v1/offers/${id}/photos`, file, progress, () => take(http.GET("/api/v1/offers/{id}", { params: { path: { id } } }))),
  removePhoto: (id: string, photo: string) => take(http.DELETE("/api/v1/offers/{id}/photos/{photo}", { params: { path: { id, photo } } })),
  withdraw: (id: string, version: number) =>
    take(http.POST("/api/v1/offers/{id}/withdraw", { params: { path: { id } }, body: { version } })),
};
