import { toProblem } from "./problem";
import { transport } from "./transport";

type Value = string | number | boolean | null | undefined;
interface Options {
  query?: Record<string, Value>;
  body?: unknown;
  /** Sent as `Idempotency-Key`: the server answers a repeated request with the first answer. */
  key?: string;
}

const BASE = "/api/v1";

function address(path: string, query: Record<string, Value> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== "") search.set(name, String(value));
  }
  const text = search.toString();
  return `${location.origin}${BASE}${path}${text ? `?${text}` : ""}`;
}

async function parse(answer: Response): Promise<unknown> {
  const text = await answer.text();
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function send<T>(method: string, path: string, { query, body, key }: Options = {}): Promise<T> {
  const headers = new Headers({ accept: "application/json" });
  if (body !== undefined) headers.set("content-type", "application/json");
  if (key !== undefined) headers.set("idempotency-key", key);
  const answer = await transport(
    new Request(address(path, query), { method, headers, body: body === undefined ? null : JSON.stringify(body) }),
  );
  const value = await parse(answer);
  if (!answer.ok) throw toProblem(answer.status, value, answer.headers.get("x-request-id"));
  return value as T;
}

/** One way to the server: paths are those of `/api/v1`, and every answer that is not a success is thrown as a `Problem`. */
export const client = {
  get: <T>(path: string, query?: Record<string, Value>): Promise<T> => send("GET", path, query ? { query } : {}),
  post: <T>(path: string, body?: unknown, key?: string): Promise<T> => send("POST", path, { body, ...(key === undefined ? {} : { key }) }),
  put: <T>(path: string, body: unknown): Promise<T> => send("PUT", path, { body }),
  patch: <T>(path: string, body: unknown): Promise<T> => send("PATCH", path, { body }),
  delete: <T>(path: string, body?: unknown): Promise<T> => send("DELETE", path, { body }),
};
