import { http, take } from "./http";

interface MarketQuery {
  q?: string;
  product?: string;
  after?: string;
  limit?: number;
}

/** What anybody may see: open offers without price, contact or exact place, and the market in a few numbers. */
export const market = {
  offers: (query: MarketQuery) => take(http.GET("/api/v1/market/offers", { params: { query } })),
  summary: () => take(http.GET("/api/v1/market/summary")),
  nextRound: () => take(http.GET("/api/v1/rounds/next")),
};
