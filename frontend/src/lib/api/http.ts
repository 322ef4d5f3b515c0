import createClient from "openapi-fetch";
import { toProblem } from "./problem";
import type { paths } from "./schema";
import { transport } from "./transport";

/** Query objects are only groups of parameters: on the wire they are flat, and empty ones stay away. */
function querySerializer(query: Record<string, unknown>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (typeof value === "object" && value !== null)
      for (const [inner, text] of new URLSearchParams(querySerializer(value as typeof query))) search.set(inner, text);
    else if (typeof value === "string" ? value !== "" : typeof value === "number" || typeof value === "boolean")
      search.set(name, String(value));
  }
  return search.toString();
}

/** The typed client of `/api/v1`; wrap every call in `take`. The build looks at this file where there is no `location`. */
export const http = createClient<paths>({
  baseUrl: typeof location === "undefined" ? "" : location.origin,
  fetch: transport,
  querySerializer,
});

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The body of a success; everything else is thrown as a `Problem`. */
export async function take<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw toProblem(response.status, error, response.headers.get("x-request-id"));
  return data as T;
}

/** The header that makes a repeated creating request answer as the first one did. */
export function once(key: string): { headers: Record<string, string> } {
  return { headers: { "idempotency-key": key } };
}
