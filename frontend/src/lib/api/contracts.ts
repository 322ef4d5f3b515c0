import { http, take } from "./http";
import { toProblem } from "./problem";
import type { components } from "./schema";
import { transport } from "./transport";

type Schemas = components["schemas"];

export type ContractSummary = Schemas["ContractSummary"];
export type ContractView = Schemas["ContractView"];
export type ContractTerms = Schemas["TermsView"];
/** A party as the contract's text names it. */
export type ContractParty = Schemas["ContractParty"];
export type PromisedLine = Schemas["PromisedLine"];
export type ContractSignature = Schemas["SignatureView"];
export type ContractEvent = Schemas["ContractEvent"];
export type SentCode = Schemas["CodeView"];
export type SigningCode = Schemas["SigningCode"];
export type SignBody = Schemas["SignContract"];

/** The words the server writes for the standing of a contract. */
export type ContractStatus = "signing" | "half_signed" | "in_force" | "completed" | "terminated" | "expired";

export interface ContractQuery {
  status?: ContractView["status"];
  waits_for?: "me" | "them";
  after?: string;
  limit?: number;
}

const one = (id: string) => ({ path: { id } });

/** The text byte for byte as it was frozen, and the hash the server says it has. */
async function text(id: string): Promise<{ bytes: ArrayBuffer; hash: string }> {
  const answer = await transport(new Request(`${location.origin}/api/v1/contracts/${encodeURIComponent(id)}/text`));
  if (!answer.ok) {
    const body: unknown = await answer.json().catch(() => undefined);
    throw toProblem(answer.status, body, answer.headers.get("x-request-id"));
  }
  return { bytes: await answer.arrayBuffer(), hash: answer.headers.get("x-document-sha256") ?? "" };
}

export const contracts = {
  list: (query: ContractQuery) => take(http.GET("/api/v1/contracts", { params: { query } })),
  get: (id: string) => take(http.GET("/api/v1/contracts/{id}", { params: one(id) })),
  text,
  sendCode: (id: string, password: string) =>
    take(http.POST("/api/v1/contracts/{id}/signing-code", { params: one(id), body: { password } })),
  sign: (id: string, body: SignBody) => take(http.POST("/api/v1/contracts/{id}/sign", { params: one(id), body })),
  decline: (id: string, reason: string) => take(http.POST("/api/v1/contracts/{id}/decline", { params: one(id), body: { reason } })),
  terminate: (id: string, reason: string) => take(http.POST("/api/v1/contracts/{id}/terminate", { params: one(id), body: { reason } })),
};
