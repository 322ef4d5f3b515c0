import { client } from "./client";
import { http, take } from "./http";
import type { Certificate, Decision, Page } from "./types";

export interface SubmittedCertificate extends Certificate {
  organisation: { id: string; name: string };
}

export const officer = {
  organisations: (status: string, after?: string) =>
    take(http.GET("/api/v1/officer/organisations", { params: { query: { status, page: { after: after ?? null } } } })),
  dossier: (id: string) => take(http.GET("/api/v1/officer/organisations/{id}", { params: { path: { id } } })),
  review: (id: string, decision: Decision, reason: string) =>
    take(http.POST("/api/v1/officer/organisations/{id}/review", { params: { path: { id } }, body: { decision, reason } })),
  certificates: (status: string, after?: string) => client.get<Page<SubmittedCertificate>>("/officer/certificates", { status, after }),
  reviewCertificate: (id: string, decision: "verify" | "refuse", reason: string) =>
    client.post<Certificate>(`/certificates/${encodeURIComponent(id)}/review`, { decision, reason }),
};
