import { http, take } from "./http";
import type { paths } from "./schema";

export type MarketQuery = NonNullable<paths["/api/v1/market/offers"]["get"]["parameters"]["query"]>;

/** What anybody may see: open offers without price, contact or exact place, and the market in a few numbers. Demands are for members. */
export const market = {
  offers: (query: MarketQuery) => take(http.GET("/api/v1/market/offers", { params: { query } })),
  demands: (query: MarketQuery) => take(http.GET("/api/v1/market/demands", { params: { query } })),
  map: (product: string) => take(http.GET("/api/v1/market/map", { params: { query: { product } } })),
  summary: () => take(http.GET("/api/v1/market/summary")),
  nextRound: () => take(http.GET("/api/v1/rounds/next")),
};
