import { http, once, take } from "./http";
import type { AddMember, AskGuardedChange, CertificateTerms, DocumentItem, Invite, OrgProfile, Role } from "./types";
import { pagesQuery } from "#lib/scan/pages.svelte";
import { upload } from "./upload";

export const organisation = {
  get: () => take(http.GET("/api/v1/organisation")),
  edit: (version: number, profile: OrgProfile) => take(http.PUT("/api/v1/organisation", { body: { version, profile } })),
  history: () => take(http.GET("/api/v1/organisation/history")),
  pause: (version: number, reason: string | null) => take(http.POST("/api/v1/organisation/pause", { body: { version, reason } })),
  resume: (version: number) => take(http.POST("/api/v1/organisation/resume", { body: { version } })),
  close: (version: number, reason: string) => take(http.POST("/api/v1/organisation/close", { body: { version, reason } })),
  appeals: (after?: string) => take(http.GET("/api/v1/organisation/appeals", { params: { query: after === undefined ? {} : { after } } })),
  appeal: (reason: string) => take(http.POST("/api/v1/organisation/appeals", { body: { reason } })),
  changes: (after?: string) => take(http.GET("/api/v1/organisation/changes", { params: { query: after === undefined ? {} : { after } } })),
  askChange: (body: AskGuardedChange) => take(http.POST("/api/v1/organisation/changes", { body })),
  confirmChange: (id: string, version: number, password: string) =>
    take(http.POST("/api/v1/changes/{id}/confirm", { params: { path: { id } }, body: { version, password } })),
  stopChange: (id: string, reason: string) => take(http.POST("/api/v1/changes/{id}/stop", { params: { path: { id } }, body: { reason } })),
  clerkLimit: () => take(http.GET("/api/v1/organisation/clerk-limit")),
  setClerkLimit: (limit: number) => take(http.PUT("/api/v1/organisation/clerk-limit", { body: { limit } })),
  memberEvents: (after?: string) => take(http.GET("/api/v1/members/events", { params: { query: after === undefined ? {} : { after } } })),
  members: () => take(http.GET("/api/v1/members")),
  addMember: (body: AddMember, key: string) => take(http.POST("/api/v1/members", { body, ...once(key) })),
  changeRole: (id: string, role: Role, version: number) =>
    take(http.PUT("/api/v1/members/{id}/role", { params: { path: { id } }, body: { role, version } })),
  removeMember: (id: string) => take(http.DELETE("/api/v1/members/{id}", { params: { path: { id } } })),
  resetLink: (id: string) => take(http.POST("/api/v1/members/{id}/reset-link", { params: { path: { id } } })),
  invitations: (after?: string) => take(http.GET("/api/v1/invitations", { params: { query: after === undefined ? {} : { after } } })),
  invite: (body: Invite) => take(http.POST("/api/v1/invitations", { body })),
  revokeInvitation: (id: string) => take(http.DELETE("/api/v1/invitations/{id}", { params: { path: { id } } })),
  /** The own ones; for the office those of whom it enters for. */
  certificates: (of?: string) =>
    take(http.GET("/api/v1/certificates", { params: { query: { limit: 100, ...(of === undefined ? {} : { organisation: of }) } } })),
  /** What the papers can grow in the season of a day, beside what is sold. */
  tonnage: (on: string | undefined, of?: string) =>
    take(
      http.GET("/api/v1/certificates/tonnage", {
        params: { query: { ...(on === undefined ? {} : { on }), ...(of === undefined ? {} : { organisation: of }) } },
      }),
    ),
  addCertificate: (body: CertificateTerms, key: string) => take(http.POST("/api/v1/certificates", { body, ...once(key) })),
  addScan: (id: string, file: Blob, progress: (share: number) => void, pages?: number[]) =>
    upload(`/api/v1/certificates/${id}/scans${pagesQuery(pages)}`, file, progress, () =>
      take(http.GET("/api/v1/certificates/{id}", { params: { path: { id } } })),
    ),
  documents: () => take(http.GET("/api/v1/organisation/documents")),
  /** `pages` says how long each page is, where the file holds several one behind the other. */
  sendDocument: (item: DocumentItem, file: Blob, progress: (share: number) => void, pages?: number[]) =>
    upload(`/api/v1/organisation/documents/${item}${pagesQuery(pages)}`, file, progress, () =>
      take(http.GET("/api/v1/organisation/documents")),
    ),
  takeBackDocument: (item: DocumentItem, seen: number) =>
    take(http.POST("/api/v1/organisation/documents/{item}/take-back", { params: { path: { item } }, body: { seen } })),
  removeScan: (id: string, scan: string) => take(http.DELETE("/api/v1/certificates/{id}/scans/{scan}", { params: { path: { id, scan } } })),
};
