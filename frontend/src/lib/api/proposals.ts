import { http, take } from "./http";
import type { components } from "./schema";

type Schemas = components["schemas"];

export type ProposalRow = Schemas["ProposalRow"];
export type ProposalView = Schemas["ProposalView"];
export type ProposalRevision = Schemas["RevisionView"];
export type ProposalTerms = Schemas["ProposalTerms"];
export type Approval = Schemas["ApprovalView"];
export type Carrier = Schemas["Carrier"];
export type Crowd = Schemas["CrowdView"];
export type Indication = Schemas["IndicationView"];
export type LastRound = Schemas["LastRound"];
export type Reason = Schemas["ReasonView"];
export type Obstacle = Schemas["ObstacleView"];
export type ProposalStatus = "open" | "agreed" | "declined" | "expired" | "stopped";

export interface ProposalQuery {
  status?: ProposalStatus;
  waits_for?: "me" | "them";
  offer?: string;
  demand?: string;
  after?: string;
  limit?: number;
}

const one = (id: string) => ({ path: { id } });

export const proposals = {
  list: (query: ProposalQuery) => take(http.GET("/api/v1/proposals", { params: { query } })),
  get: (id: string) => take(http.GET("/api/v1/proposals/{id}", { params: one(id) })),
  accept: (id: string, revision: number) => take(http.POST("/api/v1/proposals/{id}/accept", { params: one(id), body: { revision } })),
  decline: (id: string, revision: number, reason: string) =>
    take(http.POST("/api/v1/proposals/{id}/decline", { params: one(id), body: { revision, reason } })),
  counter: (id: string, revision: number, terms: ProposalTerms, message: string) =>
    take(http.POST("/api/v1/proposals/{id}/counter", { params: one(id), body: { revision, terms, message } })),
  giveApproval: (id: string, approval: string) =>
    take(http.POST("/api/v1/proposals/{id}/approvals/{approval}/give", { params: { path: { id, approval } } })),
  refuseApproval: (id: string, approval: string, reason: string) =>
    take(http.POST("/api/v1/proposals/{id}/approvals/{approval}/refuse", { params: { path: { id, approval } }, body: { reason } })),
  acceptSeveral: (items: { id: string; revision: number }[]) => take(http.POST("/api/v1/proposals/accept", { body: { items } })),
  declineSeveral: (items: { id: string; revision: number }[], reason: string) =>
    take(http.POST("/api/v1/proposals/decline", { body: { items, reason } })),
  /** Who would fit an own post now, and at about which price. */
  offerIndication: (id: string) => take(http.GET("/api/v1/offers/{id}/indication", { params: one(id) })),
  demandIndication: (id: string) => take(http.GET("/api/v1/demands/{id}/indication", { params: one(id) })),
  /** What the last round made of an own post, and why the rest stayed. */
  offerLastRound: (id: string) => take(http.GET("/api/v1/offers/{id}/last-round", { params: one(id) })),
  demandLastRound: (id: string) => take(http.GET("/api/v1/demands/{id}/last-round", { params: one(id) })),
};
