// How long the buyer's table of 300 demands takes from a key to the next picture: node desk-table.mjs ADDRESS SIGN_IN PASSWORD
import { chromium } from "@playwright/test";

const [address, signIn, password] = process.argv.slice(2);
const ROWS = 300;
const KEYS = 120;
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage({ locale: "vi-VN", viewport: { width: 1280, height: 800 } });
await page.request.post(`${address}/api/v1/auth/sign-in`, { data: { sign_in: signIn, password }, headers: { origin: address } });
await page.goto(`${address}/nhu-cau/bang`);
const field = page.getByRole("textbox", { name: /, dòng \d+:/ });
await field.focus();

/** Until the picture after an event was handed on: the frame, and what follows it at once. */
await page.evaluate(() => {
  const painted = (began) =>
    requestAnimationFrame(() => {
      const after = new MessageChannel();
      after.port1.onmessage = () => globalThis.times.push(performance.now() - began);
      after.port2.postMessage(0);
    });
  globalThis.times = [];
  for (const kind of ["keydown", "paste"]) addEventListener(kind, (event) => painted(event.timeStamp), true);
});
const times = () => page.evaluate(() => globalThis.times.splice(0));

const day = (weeks) => {
  const [year, month, date] = new Date(Date.now() + weeks * 7 * 86_400_000).toISOString().slice(0, 10).split("-");
  return `${date}/${month}/${year}`;
};
const rows = Array.from({ length: ROWS }, (_, at) => ["Cam Canh", "Loại 1", `${at + 500} kg`, day(3), "8 tuần", "25.000", "", "30", "VietGAP"].join("\t"));
await page.evaluate((text) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}, rows.join("\n"));
await page.getByText(`${ROWS} dòng tốt`).waitFor();
const [paste] = await times();

await page.keyboard.press("ArrowRight");
await page.keyboard.press("ArrowRight");
await times();
for (let at = 0; at < KEYS; at += 1) await page.keyboard.press(at % 3 === 2 ? "Enter" : String(1 + (at % 9)));
await page.getByText(`${ROWS} dòng tốt`).waitFor();
const keys = (await times()).sort((a, b) => a - b);
await browser.close();
const part = (share) => keys[Math.min(keys.length - 1, Math.floor(share * keys.length))];
console.log(JSON.stringify({ rows: ROWS, keys: keys.length, paste, p50: part(0.5), p95: part(0.95) }));
