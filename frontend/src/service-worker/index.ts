import { version } from "$app/env";
import { assets, immutable } from "$app/manifest";
import { self } from "$app/service-worker";

/**
 * Keeps the shell of the newest build on the device, so that a browser that was killed opens without a network: the start
 * document, its hashed files and the fonts. What the API answers never comes here: those requests pass by untouched.
 */
const PREFIX = "muavu-shell-";
const SHELL = `${PREFIX}${version}`;
/** Every address that is not a file is answered with this document. */
const START = "/";
/** A few at a time: the page in front has the network first. */
const AT_ONCE = 6;

const hashed = new Set(immutable.map(({ path }) => new URL(path, self.location.origin).pathname));
const named = new Set(assets.map(({ path }) => new URL(path, self.location.origin).pathname));

/** What an older build already brought under the same hashed name is not asked for again. */
async function bring(cache: Cache, path: string): Promise<void> {
  const here = hashed.has(path) ? await caches.match(path) : undefined;
  if (here) await cache.put(path, here);
  else await cache.add(hashed.has(path) ? path : new Request(path, { cache: "no-cache" }));
}

async function install(): Promise<void> {
  const cache = await caches.open(SHELL);
  const waiting = [...hashed, ...named, START];
  const bringNext = async () => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) await bring(cache, path);
  };
  // One file that fails fails them all: half a shell would open to a blank page. The browser tries again by itself.
  await Promise.all(Array.from({ length: AT_ONCE }, bringNext));
}

async function dropOlder(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== SHELL).map((name) => caches.delete(name)));
}

/** The newest page there is; the kept one only where there is no network. */
async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (cause) {
    const kept = await caches.match(START, { cacheName: SHELL });
    if (kept) return kept;
    throw cause;
  }
}

async function file(request: Request): Promise<Response> {
  return (await caches.match(request, { cacheName: SHELL, ignoreVary: true })) ?? (await fetch(request));
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(dropOlder()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin || pathname.startsWith("/api/")) return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (hashed.has(pathname)) event.respondWith(file(request));
  else if (named.has(pathname))
    // Their names outlive a build: the server's copy first.
    event.respondWith(fetch(request).catch(() => file(request)));
});

/**
 * A page of this build asks to be served by it. With another page open the worker goes on waiting, as that one may still need
 * files of the build before, which the server has no more.
 */
self.addEventListener("message", (event) => {
  const asked = event.data as { build?: unknown };
  if (asked.build !== version) return;
  const takeOver = async () => {
    const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
    if (open.length <= 1) await self.skipWaiting();
  };
  event.waitUntil(takeOver());
});
