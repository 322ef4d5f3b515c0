import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Notice } from "#lib/api/notices";
import { details, headline, target } from "./sentence";

const notice = (kind: string, args: Record<string, unknown>, subject: string | null = "s"): Notice => ({
  id: "n",
  kind,
  subject,
  arguments: args as Notice["arguments"],
  at: "2026-11-21T01:00:00Z",
  read: false,
});

test("a notice names what happened, who and how much", () => {
  const paid = notice("payment_declared", { contract: "c", other_party: "Siêu thị Xanh", amount: 45_000_000 });
  expect(headline(paid)).toBe("Bên mua báo đã trả tiền");
  expect(details(paid)).toContain("Siêu thị Xanh");
  expect(details(paid)).toContain("45.000.000");
  expect(target(paid)).toBe("/hop-dong/c");
});

test("what the office entered leads to the post of its side", () => {
  expect(target(notice("assisted_entered", { post: "p", side: "supplier" }))).toBe("/nguon-hang/p");
  expect(target(notice("assisted_refused", { post: "p", side: "buyer" }))).toBe("/nhu-cau/p");
});

test("a reminder of one line tells it whole, one of several says how many", () => {
  const line = { contract: "c", other_party: "Siêu thị Xanh", planned_kg: "2540", from: "2026-11-23", to: "2026-11-29", amount: null };
  const one = notice("delivery_due", { amount: 0, lines: [line] }, "c");
  expect(details(one)).toContain("Siêu thị Xanh");
  expect(details(one)).toContain("2.540");
  expect(details(one)).not.toContain("₫");
  expect(details(notice("delivery_due", { amount: 0, lines: [line, line] }))).toBe("2 đợt");
  expect(target(notice("delivery_due", { side: "buyer", lines: [line, line] }, null))).toBe("/nhan-hang");
});

test("a kind that is not known yet still says that there is something", () => {
  expect(headline(notice("moon_landed", {}))).toBe("Có việc mới");
  expect(target(notice("moon_landed", {}))).toBeNull();
});

test("proposals lead to the list or to the one", () => {
  expect(target(notice("proposals_new", {}, "round"))).toBe("/de-xuat");
  expect(target(notice("proposal_countered", {}, "p"))).toBe("/de-xuat/p");
  const many = notice("proposal_accepted", { proposals: 12, goods_vi: "Cam Canh", kg: "9000", other_party: "Siêu thị Xanh" }, null);
  expect(target(many)).toBe("/de-xuat");
  expect(details(many)).toBe("Siêu thị Xanh · 12 đề xuất · 9.000\u00a0kg");
});

test("a change of directors says who came or went, by whom, and leads to the organisation", () => {
  const came = notice("directors_changed", { organisation: "HTX Xanh", member: "Nguyễn A", by: "Trần B", came: true });
  expect(details(came)).toBe("HTX Xanh · thêm giám đốc Nguyễn A · bởi Trần B");
  const went = notice("directors_changed", { organisation: "HTX Xanh", member: "Nguyễn A", by: "", came: false });
  expect(details(went)).toBe("HTX Xanh · Nguyễn A không còn là giám đốc");
  expect(target(came)).toBe("/to-chuc");
});

test("every kind leads somewhere", () => {
  const source = readFileSync("../crates/domain/src/notice.rs", "utf8");
  const kinds = [...source.slice(0, source.indexOf('= "organisation"')).matchAll(/^\s+[A-Z]\w+ = "([a-z_]+)"/gm)].map(
    ([, kind]) => kind ?? "",
  );
  expect(kinds).toContain("directors_changed");
  const nowhere = kinds.filter((kind) => target(notice(kind, { post: "p", side: "supplier" })) === null);
  expect(nowhere).toEqual([]);
});
