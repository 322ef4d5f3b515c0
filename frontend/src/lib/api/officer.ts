import { http, once, take } from "./http";
import type { Decision, DocumentItem, DocumentStep } from "./types";

/** Where a certificate can stand with the office. */
export const paperStandings = ["submitted", "verified", "suspended", "refused"] as const;

interface CertificateQuery {
  status: (typeof paperStandings)[number];
  after?: string;
}

/** Where an organisation can stand. */
export const standings = ["submitted", "verified", "paused", "refused", "suspended", "closed"] as const;

/** The office's own view: who registered, and the papers they show. */
export const officer = {
  /** Those in a state, or in any where it is empty, whose name holds the words; marks may be left out. */
  organisations: (status: (typeof standings)[number] | "", q: string, after?: string) =>
    take(
      http.GET("/api/v1/officer/organisations", {
        params: { query: { ...(status === "" ? {} : { status }), q, page: { after: after ?? null } } },
      }),
    ),
  dossier: (id: string) => take(http.GET("/api/v1/officer/organisations/{id}", { params: { path: { id } } })),
  /** Verifies or refuses the version that was read; a suspension counts whatever changed since. */
  close: (id: string, version: number, reason: string) =>
    take(http.POST("/api/v1/officer/organisations/{id}/close", { params: { path: { id } }, body: { version, reason } })),
  review: (id: string, version: number, decision: Decision, reason: string) =>
    take(
      http.POST("/api/v1/officer/organisations/{id}/review", {
        params: { path: { id } },
        body: { decision, reason, ...(decision === "suspend" ? {} : { version }) },
      }),
    ),
  /** What officers wrote down for each other, newest first. */
  notes: (id: string, after?: string) =>
    take(
      http.GET("/api/v1/officer/organisations/{id}/notes", {
        params: { path: { id }, query: after === undefined ? {} : { after } },
      }),
    ),
  addNote: (id: string, words: string, key: string) =>
    take(http.POST("/api/v1/officer/organisations/{id}/notes", { params: { path: { id } }, ...once(key), body: { words } })),
  decideDocument: (id: string, item: DocumentItem, step: DocumentStep, seen: number, reason: string | null) =>
    take(
      http.POST("/api/v1/officer/organisations/{id}/documents/{item}", {
        params: { path: { id, item } },
        body: { step, seen, reason },
      }),
    ),
  /** A link for the first director of an organisation that the office entered. */
  inviteDirector: (id: string, name: string | null, email: string | null) =>
    take(http.POST("/api/v1/officer/organisations/{id}/invitation", { params: { path: { id } }, body: { name, email } })),
  appeals: (after?: string) => take(http.GET("/api/v1/officer/appeals", { params: { query: after === undefined ? {} : { after } } })),
  answerAppeal: (id: string, answer: string, reopen: boolean) =>
    take(http.POST("/api/v1/officer/appeals/{id}/answer", { params: { path: { id } }, body: { answer, reopen } })),
  changes: (after?: string) => take(http.GET("/api/v1/officer/changes", { params: { query: after === undefined ? {} : { after } } })),
  decideChange: (id: string, version: number, approve: boolean, reason: string) =>
    take(http.POST("/api/v1/changes/{id}/decide", { params: { path: { id } }, body: { version, approve, reason } })),
  certificates: (query: CertificateQuery) => take(http.GET("/api/v1/officer/certificates", { params: { query } })),
  exceeding: (after?: string) =>
    take(http.GET("/api/v1/officer/certificates/exceeding", { params: { query: after === undefined ? {} : { after } } })),
  /** Verifies or refuses the version that was read, with the scans it had; a suspension counts whatever changed since. */
  reviewCertificate: (id: string, version: number, decision: Decision, reason: string) =>
    take(
      http.POST("/api/v1/officer/certificates/{id}/review", {
        params: { path: { id } },
        body: { decision, reason, ...(decision === "suspend" ? {} : { version }) },
      }),
    ),
};
