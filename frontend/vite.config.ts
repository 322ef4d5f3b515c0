/// <reference types="vitest/config" />
import adapter from "@sveltejs/adapter-static";
import { sveltekit } from "@sveltejs/kit/vite";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

export default defineConfig(({ mode }) => ({
  plugins: [
    sveltekit({
      adapter: adapter({ fallback: "index.html", precompress: true }),
      // The app asks for it itself, once somebody is signed in and the page has loaded.
      serviceWorker: { register: false },
      csp: {
        mode: "hash",
        directives: {
          "default-src": ["self"],
          "script-src": ["self"],
          "style-src": ["self", "unsafe-inline"],
          "img-src": ["self", "data:"],
          "object-src": ["none"],
          "base-uri": ["self"],
          "form-action": ["self"],
        },
      },
    }),
  ],
  build: { assetsInlineLimit: 0 },
  server: { proxy: { "/api": "http://127.0.0.1:8080" } },
  resolve: {
    // The same as `imports` in package.json, which the type checker reads; the bundler sometimes misses its second choice.
    alias: { "#lib": fileURLToPath(new URL("src/lib", import.meta.url)) },
    // Component tests mount the browser build of Svelte.
    ...(mode === "test" ? { conditions: ["browser"] } : {}),
  },
  test: { environment: "jsdom", include: ["src/**/*.test.ts"], setupFiles: ["src/test-setup.ts"] },
}));
