import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { http, take } from "./http";
import { Problem } from "./problem";
import { allowRefresh, whenSignedOut } from "./transport";

const calls: string[] = [];
type Answer = (path: string, nth: number) => Response;

/** A server in place of `fetch`: it sees each path with how often it was asked. */
function server(answer: Answer): void {
  calls.length = 0;
  const asked = new Map<string, number>();
  vi.stubGlobal("fetch", (input: Request | string, init?: RequestInit) => {
    const path = new URL(typeof input === "string" ? input : input.url, "http://localhost").pathname.replace("/api/v1", "");
    const method = typeof input === "string" ? (init?.method ?? "GET") : input.method;
    const nth = (asked.get(path) ?? 0) + 1;
    asked.set(path, nth);
    calls.push(`${method} ${path}`);
    return Promise.resolve(answer(path, nth));
  });
}
/** Any request that reads, and one that writes. */
const get = (path: "/api/v1/account" | "/api/v1/members" | "/api/v1/organisation" | "/api/v1/session") => take(http.GET(path));
const post = () =>
  take(http.POST("/api/v1/members", { body: { name: "Lan", sign_in: "lan", password: "x", role: "clerk", language: "vi" } }));
const json = (status: number, body: unknown, headers = {}) => new Response(JSON.stringify(body), { status, headers });

beforeEach(() => {
  allowRefresh(true);
});
afterEach(() => {
  vi.unstubAllGlobals();
  whenSignedOut(() => undefined);
});

describe("a sign-in that ran out", () => {
  it("is renewed once and the request goes through with its body", async () => {
    let renewed = false;
    server((path) => {
      if (path === "/auth/refresh") renewed = true;
      return renewed ? json(201, { id: "1" }) : json(401, {});
    });
    await expect(post()).resolves.toEqual({ id: "1" });
    expect(calls).toEqual(["POST /members", "POST /members", "POST /auth/refresh", "POST /members"]);
  });

  it("is renewed once for requests that fail together", async () => {
    let renewed = false;
    server((path) => {
      if (path === "/auth/refresh") renewed = true;
      return renewed ? json(200, {}) : json(401, {});
    });
    await Promise.all([get("/api/v1/account"), get("/api/v1/members"), get("/api/v1/organisation")]);
    expect(calls.filter((call) => call === "POST /auth/refresh")).toHaveLength(1);
  });

  it("that cannot be renewed tells the session", async () => {
    const out = vi.fn();
    whenSignedOut(out);
    server(() => json(401, { code: "sign_in" }));
    await expect(get("/api/v1/account")).rejects.toMatchObject({ status: 401, code: "sign_in" });
    expect(out).toHaveBeenCalledOnce();
  });

  it("is not renewed for a visitor, nor for the sign-in itself", async () => {
    server(() => json(401, {}));
    allowRefresh(false);
    await expect(get("/api/v1/session")).rejects.toBeInstanceOf(Problem);
    allowRefresh(true);
    await expect(take(http.POST("/api/v1/auth/sign-in", { body: { sign_in: "a", password: "b" } }))).rejects.toBeInstanceOf(Problem);
    expect(calls).toEqual(["GET /session", "POST /auth/sign-in"]);
  });
});

describe("problems", () => {
  it("carry the code, the fields and the request's id", async () => {
    server(() => json(422, { code: "invalid", errors: [{ field: "kg_total", code: "kg_not_whole" }, "odd"] }, { "x-request-id": "r1" }));
    const problem: unknown = await get("/api/v1/account").catch((cause: unknown) => cause);
    expect(problem).toMatchObject({ status: 422, code: "invalid", faults: [{ field: "kg_total", code: "kg_not_whole" }], requestId: "r1" });
  });

  it("are made of anything that comes back", async () => {
    server(() => new Response("<h1>502</h1>", { status: 502 }));
    await expect(get("/api/v1/account")).rejects.toMatchObject({ status: 502, code: "unknown", faults: [] });
  });

  it("say when nothing came back", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("failed")));
    await expect(get("/api/v1/account")).rejects.toMatchObject({ status: 0, code: "offline" });
  });
});
