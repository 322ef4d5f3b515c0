import { dev, version } from "$app/env";

let asked = false;

/** Once the page stands still. */
function atRest(): Promise<void> {
  const idle = () =>
    new Promise<void>((rest) => {
      if ("requestIdleCallback" in window) requestIdleCallback(() => rest(), { timeout: 5000 });
      else setTimeout(rest, 1000);
    });
  if (document.readyState === "complete") return idle();
  return new Promise<void>((loaded) => addEventListener("load", () => loaded(), { once: true })).then(idle);
}

/** Has the browser keep the app's own files, for opening without a network. A browser that cannot, or may not, still works with one. */
export async function keepShell(): Promise<void> {
  if (asked || dev || !("serviceWorker" in navigator)) return;
  asked = true;
  await atRest();
  try {
    const registration = await navigator.serviceWorker.register("/service-worker.js");
    const offer = (worker: ServiceWorker | null) => worker?.postMessage({ build: version });
    offer(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const coming = registration.installing;
      coming?.addEventListener("statechange", () => {
        if (coming.state === "installed") offer(coming);
      });
    });
  } catch {
    asked = false;
  }
}
