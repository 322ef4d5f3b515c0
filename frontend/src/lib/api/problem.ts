/** A fault the server names: which field of the body, and a stable code. */
export interface FieldFault {
  field: string;
  code: string;
}

/** Why a request did not do what was asked. `code` picks the sentence; status 0 means that nothing came back. */
export class Problem extends Error {
  override name = "Problem";
  constructor(
    readonly status: number,
    readonly code: string,
    readonly faults: FieldFault[] = [],
    readonly requestId: string | null = null,
    /** Of an edit that came too late: the thing as it stands now. */
    readonly current: unknown = null,
  ) {
    super(`${status} ${code}`);
  }
}

function isFault(value: unknown): value is FieldFault {
  return typeof value === "object" && value !== null && "field" in value && "code" in value;
}

/** Turns an answer that is not a success into a problem, whatever stands in its body. */
export function toProblem(status: number, body: unknown, requestId: string | null): Problem {
  const fields = typeof body === "object" && body !== null ? (body as { code?: unknown; errors?: unknown; current?: unknown }) : {};
  const code = typeof fields.code === "string" ? fields.code : "unknown";
  const faults = Array.isArray(fields.errors) ? fields.errors.filter(isFault) : [];
  return new Problem(status, code, faults, requestId, fields.current ?? null);
}
