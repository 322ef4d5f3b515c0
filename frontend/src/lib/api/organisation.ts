import { client } from "./client";
import { http, once, take } from "./http";
import type { AddMember, Certificate, CertificateTerms, OrgProfile, Page } from "./types";

export const organisation = {
  get: () => take(http.GET("/api/v1/organisation")),
  edit: (version: number, profile: OrgProfile) => take(http.PUT("/api/v1/organisation", { body: { version, profile } })),
  members: () => take(http.GET("/api/v1/members")),
  addMember: (body: AddMember, key: string) => take(http.POST("/api/v1/members", { body, ...once(key) })),
  certificates: () => client.get<Page<Certificate>>("/certificates"),
  addCertificate: (terms: CertificateTerms, key: string) => client.post<Certificate>("/certificates", terms, key),
};
