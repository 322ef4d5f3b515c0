import { Problem } from "./problem";

const BASE = "/api/v1";

/** Set by the session: what to do when the sign-in has ended for good. */
let onSignedOut: () => void = () => undefined;
export function whenSignedOut(handler: () => void): void {
  onSignedOut = handler;
}

let mayRefresh = false;
/** Visitors have nothing to refresh: only a device that signed in tries. */
export function allowRefresh(allowed: boolean): void {
  mayRefresh = allowed;
}

let onAnswer: () => void = () => undefined;

/** Called after every answer of the server that is not a fault. */
export function whenAnswered(callback: () => void): void {
  onAnswer = callback;
}

let refreshing: Promise<boolean> | null = null;

async function rotate(): Promise<boolean> {
  const answer = await fetch(`${BASE}/auth/refresh`, { method: "POST" });
  return answer.ok;
}

/** One refresh at a time in this tab. The next caller, in this tab or another, finds the new cookie already there. */
function refresh(): Promise<boolean> {
  refreshing ??= rotate().finally(() => {
    refreshing = null;
  });
  return refreshing;
}

/** Tabs take turns: a rotating token that two of them send at once would look stolen. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const locks = (navigator as { locks?: LockManager }).locks;
  return locks ? await locks.request("muavu.refresh", work) : await work();
}

/** `fetch` for the API: a 401 is answered by one refresh and one more try. Network faults become problems too. */
export async function transport(request: Request): Promise<Response> {
  const again = request.clone();
  try {
    const answer = await fetch(request);
    if (answer.ok) onAnswer();
    if (answer.status !== 401 || !mayRefresh || request.url.includes("/auth/")) return answer;
    const second = await inTurn(async () => {
      const retried = await fetch(again.clone());
      if (retried.status !== 401 || !(await refresh())) return retried;
      return await fetch(again);
    });
    if (second.status === 401) onSignedOut();
    return second;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new Problem(0, "offline");
  }
}
