import { http, once, take } from "./http";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type Overview = Schemas["MarketOverview"];
export type Balance = Schemas["MarketBalance"];
export type ContractPrices = Schemas["ContractPrices"];
export type Round = Schemas["RoundView"];
export type RoundRow = Schemas["RoundRow"];
export type Trade = Schemas["TradeView"];
export type Unmatched = Schemas["UnmatchedView"];
export type Marginal = Schemas["MarginalView"];
export type Obstacle = Schemas["ObstacleView"];
export type OutgoingMail = Schemas["MailView"];

/** What the programme office and the operator look at. */
export const office = {
  overview: () => take(http.GET("/api/v1/officer/overview")),
  balance: () => take(http.GET("/api/v1/officer/market")),
  prices: () => take(http.GET("/api/v1/officer/prices")),
  rounds: (after?: string) => take(http.GET("/api/v1/rounds", { params: { query: after === undefined ? {} : { after } } })),
  run: (key: string) => take(http.POST("/api/v1/rounds", { ...once(key) })),
  round: (id: string) => take(http.GET("/api/v1/rounds/{id}", { params: { path: { id } } })),
  trades: (id: string, after?: string) =>
    take(http.GET("/api/v1/rounds/{id}/trades", { params: { path: { id }, query: after === undefined ? {} : { after } } })),
  unmatched: (id: string, after?: string) =>
    take(http.GET("/api/v1/rounds/{id}/unmatched", { params: { path: { id }, query: after === undefined ? {} : { after } } })),
  marginals: (id: string) => take(http.GET("/api/v1/rounds/{id}/marginals", { params: { path: { id } } })),
  /** Fetched by the browser itself, so this is a plain address. */
  roundFile: (id: string) => `/api/v1/rounds/${id}/download`,
  resend: (id: string) => take(http.POST("/api/v1/operator/mail/{id}/resend", { params: { path: { id } } })),
  mail: (after?: string) => take(http.GET("/api/v1/operator/mail", { params: { query: after === undefined ? {} : { after } } })),
};
