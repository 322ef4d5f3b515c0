import { http, once, take } from "./http";
import type { RecurringDemandTerms } from "./types";

export const recurringDemands = {
  list: (query: { after?: string; limit?: number }) => take(http.GET("/api/v1/recurring-demands", { params: { query } })),
  get: (id: string) => take(http.GET("/api/v1/recurring-demands/{id}", { params: { path: { id } } })),
  post: (body: RecurringDemandTerms, key: string) => take(http.POST("/api/v1/recurring-demands", { body, ...once(key) })),
  put: (id: string, version: number, terms: RecurringDemandTerms) =>
    take(http.PUT("/api/v1/recurring-demands/{id}", { params: { path: { id } }, body: { version, terms } })),
  stop: (id: string) => take(http.POST("/api/v1/recurring-demands/{id}/stop", { params: { path: { id } } })),
};
