import { render, screen } from "@testing-library/svelte";
import { expect, test, vi } from "vitest";
import type { Indication, LastRound as Last } from "#lib/api/proposals";
import Chance from "./Chance.svelte";
import LastRound from "./LastRound.svelte";

vi.mock("#lib/api/rounds", () => ({ rounds: { next: () => Promise.resolve({ next_at: null }) } }));
const plain = () => document.body.textContent.replaceAll("\u00a0", " ").replace(/\s+/g, " ");
const chance = (found: Partial<Indication>) =>
  render(Chance, { data: Promise.resolve<Indication>({ open: true, fit: "none", ...found }), side: "supplier" });
const last = (found: Partial<Last>) =>
  render(LastRound, { data: Promise.resolve({ proposals: [], left: [], ...found }), side: "supplier" });

test("a new post hears who fits and the likely price", async () => {
  chance({ fit: "six_to_ten", band: { low: 16200, high: 18900 } });
  await screen.findByText(/6 đến 10 tổ chức/);
  expect(plain()).toMatch(/16\.200.+18\.900 ₫\/kg/);
});

test("where too few take part there is no price, and the page says so", async () => {
  chance({ fit: "few" });
  await screen.findByText(/chưa nói được khoảng giá/);
});

test("where nobody fits it says why and what helps", async () => {
  chance({ reason: { obstacle: { kind: "price_gap", by: 1200 }, also: [{ kind: "too_far", max_km: 80 }], scope: "three_to_five" } });
  await screen.findByText(/Chưa bên mua nào hợp/);
  expect(plain()).toContain("khoảng 1.200 ₫/kg. Hạ giá chào thì dễ ghép hơn.");
  expect(plain()).toContain("nhận trong 80 km");
});

test("a post that is closed expects nothing", async () => {
  const { container } = chance({ open: false });
  await vi.waitFor(() => expect(screen.queryByRole("status")).toBeNull());
  expect(container.querySelector("h2")).toBeNull();
});

test("a failed question says so and offers another try", async () => {
  render(Chance, { data: Promise.reject(new Error("down")), side: "supplier" });
  await screen.findByRole("button", { name: "Thử lại" });
});

test("before the first round there is nothing to tell yet", async () => {
  last({});
  await screen.findByText("Chưa có phiên nào từ lúc đăng.");
});

test("the last round leads to its proposals and says why the rest stayed", async () => {
  last({
    round: "r",
    ran_at: "2026-11-21T23:30:00Z",
    proposals: [{ id: "p", kg: "2930", farm_gate: 18320, delivered: 19070, status: "agreed" }],
    left: [{ kg: "43700", reason: { obstacle: { kind: "outbid" }, also: [], scope: "few" } }],
  });
  const row = await screen.findByRole("link", { name: /18\.320/ });
  expect(row.getAttribute("href")).toBe("/de-xuat/p");
  expect(plain()).toContain("Còn 43.700 kg chưa ghép");
  expect(plain()).toContain("Các bên hợp đã mua bán đủ với người khác");
});
