import { http, once, take } from "./http";
import type { AddMember, CertificateTerms, OrgProfile } from "./types";

export const organisation = {
  get: () => take(http.GET("/api/v1/organisation")),
  edit: (version: number, profile: OrgProfile) => take(http.PUT("/api/v1/organisation", { body: { version, profile } })),
  members: () => take(http.GET("/api/v1/members")),
  addMember: (body: AddMember, key: string) => take(http.POST("/api/v1/members", { body, ...once(key) })),
  certificates: () => take(http.GET("/api/v1/certificates", { params: { query: { limit: 100 } } })),
  addCertificate: (body: CertificateTerms, key: string) => take(http.POST("/api/v1/certificates", { body, ...once(key) })),
};
