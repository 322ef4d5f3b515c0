import { goto, refreshAll } from "$app/navigation";
import { allowRefresh, whenAnswered, whenSignedOut } from "./api/transport";
import { account } from "./api/account";
import { Problem } from "./api/problem";
import type { Instance, Session } from "./api/types";
import { setNow } from "./format";
import { loadMemberWords } from "./i18n";
import { mayTrade } from "./market/standing";
import { forget, remember, remembered } from "./shell/memory";
import { readStored, writeStored } from "./storage";

let current = $state.raw<Session | null>(null);
let instance = $state.raw<Instance | null>(null);
let away = $state(false);
let loaded: Promise<void> | null = null;

async function keep(session: Session | null): Promise<void> {
  if (session) await loadMemberWords();
  current = session;
  away = false;
  if (session) remember(session);
  else forget();
  writeStored("member", session ? "1" : null);
  allowRefresh(session !== null);
}

/** Who is signed in, and on what kind of instance. The only state pages share. */
export const session = {
  get current(): Session | null {
    return current;
  },
  get instance(): Instance | null {
    return instance;
  },
  get demo(): boolean {
    return instance?.demo ?? false;
  },
  /** Without a network: who was signed in on this device last, and nothing of them that the server would say. */
  get away(): boolean {
    return away;
  },
  get role() {
    return current?.user.role ?? null;
  },
  get side() {
    return current?.organisation?.side ?? null;
  },
  /** Directors and clerks change things; a viewer only reads. */
  get works(): boolean {
    return current?.user.role === "director" || current?.user.role === "clerk";
  },
  /** Reports lorries and what the dock weighed: the desk, and the drivers. */
  get moves(): boolean {
    return this.works || current?.user.role === "driver";
  },
  /** Only verified organisations trade; one at rest still answers, signs and posts. */
  get verified(): boolean {
    return mayTrade(current?.organisation?.status);
  },
};

/** A device that never signed in asks too: a session may have been opened without this page. */
async function readSession(): Promise<Session | null> {
  try {
    return await account.session();
  } catch (problem) {
    if (problem instanceof Problem && problem.status === 401) return null;
    throw problem;
  }
}

/** The forms that keep what is typed open without a network, for whoever was signed in on this device. */
async function standIn(problem: unknown): Promise<void> {
  const known = problem instanceof Problem && problem.status === 0 ? remembered() : null;
  if (!known) return;
  await loadMemberWords();
  current = known;
  away = true;
}

/** A network that came back unannounced shows by an answer; a server that gives only some is not asked again at once. */
const ASK_MS = 20_000;
let asked = -ASK_MS;
async function answered(): Promise<void> {
  if (!away || loaded || performance.now() - asked < ASK_MS) return;
  asked = performance.now();
  await ready().catch(() => undefined);
  if (session.current === null) await refreshAll();
}

async function load(): Promise<void> {
  allowRefresh(readStored("member") !== null);
  whenAnswered(() => void answered());
  whenSignedOut(() => {
    if (current === null) return;
    void keep(null);
    void goto(`/dang-nhap?next=${encodeURIComponent(location.pathname + location.search)}`);
  });
  const [read, about] = await Promise.all([readSession(), account.instance()]).catch(async (problem: unknown) => {
    await standIn(problem);
    throw problem;
  });
  instance = about;
  setNow(about.now);
  await keep(read);
}

/** Reads the session once for all pages; a failed read is tried again by the next page. */
export function ready(): Promise<void> {
  loaded ??= load().catch((problem: unknown) => {
    loaded = null;
    throw problem;
  });
  return loaded;
}

/** Whether the server says that this user is signed in: what waits on a shared device goes out under no other name. */
export async function isSignedIn(user: string): Promise<boolean> {
  if (away) await ready().catch(() => undefined);
  return !away && current?.user.id === user;
}

/** After signing in or registering, and whenever the own organisation or user changed. */
export async function renew(): Promise<void> {
  await keep(await account.session());
}

export async function signOut(): Promise<void> {
  await account.signOut();
  await leave();
}

/** The session ended on the server; the visitor's first page follows. */
export async function leave(): Promise<void> {
  await keep(null);
  await goto("/");
  await refreshAll();
}

/** In the demo every name ends in "(mẫu)"; the line above the header says it once for all. */
export function shownName(name: string): string {
  return session.demo ? name.replace(/\s*\(mẫu\)$/, "") : name;
}

/** Where the work of this role begins. */
export function homeOf(who: Session | null): string {
  if (!who) return "/";
  if (who.user.role === "officer") return "/tong-quan";
  if (who.user.role === "driver") return who.organisation?.side === "buyer" ? "/nhan-hang" : "/giao-hang";
  return who.user.role === "operator" ? "/thu-di" : "/hom-nay";
}
