import { http, take } from "./http";
import type { CertificateTerms } from "./types";

/** How a certificate came to stand where it stands, the newest step first. */
export const certificateHistory = (id: string) => take(http.GET("/api/v1/certificates/{id}/history", { params: { path: { id } } }));

/** Corrects a certificate; it then waits for the office again. */
export const editCertificate = (id: string, version: number, terms: CertificateTerms) =>
  take(http.PUT("/api/v1/certificates/{id}", { params: { path: { id } }, body: { version, terms } }));
