import type { CertificateTerms } from "#lib/api/types";

type LabResult = NonNullable<CertificateTerms["lab"]>;

export interface AnalyteDraft {
  /** Stays with the line while others come and go. */
  key: number;
  name: string;
  found: string;
  limit: string;
  verdict: "passed" | "failed";
}

export interface LabDraft {
  sampled_on: string | null;
  lot: string;
  analytes: AnalyteDraft[];
}

let keys = 0;
export const emptyLine = (): AnalyteDraft => ({ key: (keys += 1), name: "", found: "", limit: "", verdict: "passed" });

export function labDraft(lab?: LabResult): LabDraft {
  const lines = lab?.analytes.map(({ name, found, limit, passed }): AnalyteDraft => ({
    key: (keys += 1),
    name,
    found,
    limit: limit ?? "",
    verdict: passed ? "passed" : "failed",
  }));
  return { sampled_on: lab?.sampled_on ?? null, lot: lab?.lot ?? "", analytes: lines ?? [emptyLine()] };
}

const unlessEmpty = (text: string) => text.trim() || null;

export function labOf({ sampled_on, lot, analytes }: LabDraft): LabResult {
  return {
    sampled_on: sampled_on ?? "",
    lot: unlessEmpty(lot),
    analytes: analytes.map(({ name, found, limit, verdict }) => ({
      name: name.trim(),
      found: found.trim(),
      limit: unlessEmpty(limit),
      passed: verdict === "passed",
    })),
  };
}
