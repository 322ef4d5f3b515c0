import { pagesQuery } from "#lib/scan/pages.svelte";
import { http, once, take } from "./http";
import type { Asked, CertificateTerms, DemandForPoints, DocumentItem, OrgProfile, CorrectContact } from "./types";
import { upload } from "./upload";

/** What an officer does for a member beside offers and demands; each leaves a line in the office's log. */
export const forMembers = {
  log: (organisation?: string, after?: string) =>
    take(
      http.GET("/api/v1/officer/acts", {
        params: { query: { ...(organisation === undefined ? {} : { organisation }), ...(after === undefined ? {} : { after }) } },
      }),
    ),
  register: (asked: Asked, profile: OrgProfile, key: string) =>
    take(http.POST("/api/v1/officer/organisations", { ...once(key), body: { asked, profile } })),
  contact: (id: string, body: CorrectContact) =>
    take(http.PUT("/api/v1/officer/organisations/{id}/contact", { params: { path: { id } }, body })),
  addCertificate: (id: string, asked: Asked, terms: CertificateTerms, key: string) =>
    take(http.POST("/api/v1/officer/organisations/{id}/certificates", { params: { path: { id } }, ...once(key), body: { asked, terms } })),
  editCertificate: (id: string, version: number, asked: Asked, terms: CertificateTerms) =>
    take(http.PUT("/api/v1/officer/certificates/{id}", { params: { path: { id } }, body: { asked, version, terms } })),
  sendDocument: (of: string, item: DocumentItem, file: Blob, progress: (share: number) => void, pages?: number[]) =>
    upload(`/api/v1/officer/organisations/${of}/documents/${item}/versions${pagesQuery(pages)}`, file, progress, () =>
      take(http.GET("/api/v1/officer/organisations/{id}", { params: { path: { id: of } } })),
    ),
  demandForPoints: (id: string, asked: Asked, demand: DemandForPoints, key: string) =>
    take(
      http.POST("/api/v1/officer/organisations/{id}/demands/points", { params: { path: { id } }, ...once(key), body: { asked, demand } }),
    ),
};
