// What a first visit of a page loads, compressed by gzip, fonts included: node first-page.mjs ADDRESS
import { chromium } from "@playwright/test";

const address = process.argv[2];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage({ locale: "vi-VN", viewport: { width: 360, height: 780 } });
await page.route("**/*", (route) => route.continue({ headers: { ...route.request().headers(), "accept-encoding": "gzip" } }));
const session = await page.context().newCDPSession(page);
await session.send("Network.enable");
const urls = new Map();
const files = [];
session.on("Network.responseReceived", ({ requestId, response }) => urls.set(requestId, response));
session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
  const response = urls.get(requestId);
  if (response) files.push({ path: new URL(response.url).pathname, bytes: encodedDataLength, encoding: response.headers["content-encoding"] ?? "" });
});
await page.goto(address, { waitUntil: "networkidle" });
await browser.close();
console.log(JSON.stringify({ bytes: files.reduce((sum, file) => sum + file.bytes, 0), files }));
