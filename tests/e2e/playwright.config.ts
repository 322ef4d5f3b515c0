import { defineConfig } from "@playwright/test";

const out = "../../var";

/** Every journey runs twice: on a small phone, and at a desk with a mouse. */
export default defineConfig({
  testDir: ".",
  outputDir: `${out}/journeys`,
  // A browser draws on one core and a server answers on the other; each journey has a market of its own.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: !!process.env.CI,
  // A limit for what hangs, not a measure: a slow machine takes minutes for the longest.
  timeout: 600_000,
  expect: { timeout: 20_000 },
  // The JSON report goes where PLAYWRIGHT_JSON_OUTPUT_FILE says.
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [["list"], ["json"]] : [["list"]],
  use: {
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    actionTimeout: 20_000,
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "demo market", testMatch: "demo-market.setup.ts" },
    {
      name: "phone",
      // Paper is as wide at a phone as at a desk.
      testIgnore: "paper.spec.ts",
      dependencies: ["demo market"],
      use: {
        viewport: { width: 360, height: 780 },
        deviceScaleFactor: 2,
        hasTouch: true,
        isMobile: true,
      },
    },
    {
      name: "desk",
      // One width does, and papers are photographed by phone.
      testIgnore: ["english.spec.ts", "papers.spec.ts", "people.spec.ts", "wishes.spec.ts"],
      dependencies: ["demo market"],
      use: { viewport: { width: 1280, height: 800 } },
    },
  ],
});
