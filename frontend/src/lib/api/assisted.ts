import { http, once, take } from "./http";
import { upload } from "./upload";
import type { Asked, Assisted, DemandTerms, OfferTerms } from "./types";

export interface AssistedQuery {
  status?: Assisted["status"];
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
  /** A slip that a member signed, for the version of the offer or demand on the screen. */
  slip: (
    id: string,
    { reference, signed_on, version }: { reference: string; signed_on: string; version: number },
    file: Blob,
    progress: (share: number) => void,
    pages?: number[],
  ) => {
    const query = new URLSearchParams({ reference, signed_on, version: String(version), ...(pages ? { pages: pages.join(",") } : {}) });
    return upload(`/api/v1/officer/assisted/${id}/slip?${query.toString()}`, file, progress, () =>
      take(http.GET("/api/v1/officer/assisted", { params: { query: { limit: 1 } } })),
    );
  },
  /** `version` is that of the offer or demand on the screen. */
  confirm: (id: string, version: number) =>
    take(http.POST("/api/v1/assisted/{id}/confirm", { params: { path: { id } }, body: { version } })),
  refuse: (id: string, reason: string) => take(http.POST("/api/v1/assisted/{id}/refuse", { params: { path: { id } }, body: { reason } })),
};
