import { http, once, take } from "./http";
import type { ProposalStatus } from "./proposals";
import type { components } from "./schema";
import type { DemandForPoints, DemandLine, DemandStatus, DemandTerms } from "./types";

export type DemandProposals = components["schemas"]["DemandProposals"];
export type ComparedProposal = components["schemas"]["ComparedProposal"];
export type CommonTerms = components["schemas"]["CommonTerms"];
export type Tally = components["schemas"]["TallyView"];

export interface DemandQuery {
  status?: DemandStatus;
  q?: string;
  after?: string;
  limit?: number;
}

export interface CompareQuery {
  status?: ProposalStatus;
  order?: "price" | "distance" | "weight" | "newest";
  after?: string;
  limit?: number;
}

export const demands = {
  list: (query: DemandQuery) => take(http.GET("/api/v1/demands", { params: { query } })),
  get: (id: string) => take(http.GET("/api/v1/demands/{id}", { params: { path: { id } } })),
  /** What was proposed for one, side by side. */
  proposals: (id: string, query: CompareQuery) => take(http.GET("/api/v1/demands/{id}/proposals", { params: { path: { id }, query } })),
  post: (body: DemandTerms & { title?: string }, key: string) => take(http.POST("/api/v1/demands", { body, ...once(key) })),
  /** A demand for each delivery point, all or nothing. */
  postPoints: (body: DemandForPoints, key: string) => take(http.POST("/api/v1/demands/points", { body, ...once(key) })),
  /** A demand and the other open delivery points of its form. */
  withdrawAll: (id: string) => take(http.POST("/api/v1/demands/{id}/withdraw-all", { params: { path: { id } } })),
  /** A whole list, all of it or nothing. */
  postList: (lines: DemandLine[], key: string) => take(http.POST("/api/v1/demands/batch", { body: { lines }, ...once(key) })),
  checkList: (lines: DemandLine[]) => take(http.POST("/api/v1/demands/batch/check", { body: { lines } })),
  /** What typed names of goods and communes mean. */
  names: (goods: string[], communes: string[]) => take(http.POST("/api/v1/demands/names", { body: { goods, communes } })),
  words: () => take(http.GET("/api/v1/demands/words")),
  put: (id: string, version: number, terms: DemandTerms) =>
    take(http.PUT("/api/v1/demands/{id}", { params: { path: { id } }, body: { version, terms } })),
  /** Its own title; an empty one takes it away. */
  rename: (id: string, title: string) =>
    take(http.PUT("/api/v1/demands/{id}/title", { params: { path: { id } }, body: { title: title || null } })),
  /** What all open delivery points of its form have in common, all or nothing. */
  putCommon: (id: string, points: { id: string; version: number }[], terms: CommonTerms) =>
    take(http.PUT("/api/v1/demands/{id}/common", { params: { path: { id } }, body: { points, terms } })),
  /** Open proposals are declined, contracts stay; an empty reason says nothing. */
  close: (id: string, version: number, reason: string) =>
    take(http.POST("/api/v1/demands/{id}/close", { params: { path: { id } }, body: { version, reason: reason || null } })),
  withdraw: (id: string, version: number) =>
    take(http.POST("/api/v1/demands/{id}/withdraw", { params: { path: { id } }, body: { version } })),
};
