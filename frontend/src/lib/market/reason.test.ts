import { expect, it, test } from "vitest";
import type { Reason } from "#lib/api/proposals";
import { maybe, setLanguage } from "#lib/i18n";
import { byReason } from "./left";
import { obstacleWords } from "./reason";
import spec from "../../../openapi.json";

const plain = (text: string) => text.replaceAll("\u00a0", " ");
const kinds = spec.components.schemas.ObstacleKind.enum;

it.each(["vi", "en"] as const)("has words and a way out for every obstacle of the API, in %s", async (language) => {
  await setLanguage(language);
  expect(kinds.length).toBeGreaterThan(10);
  const keys = kinds.flatMap((kind) => [`obstacle.${kind}`, `remedy.supplier.${kind}`, `remedy.buyer.${kind}`]);
  expect(keys.filter((key) => !maybe(key))).toEqual([]);
  await setLanguage("vi");
});

test("an obstacle says its number, and does without one that is kept back", () => {
  expect(plain(obstacleWords({ kind: "price_gap", by: 1200 }))).toBe("Giá chào cộng cước cao hơn giá mua, khoảng 1.200 ₫/kg");
  expect(obstacleWords({ kind: "price_gap" })).toBe("Giá chào cộng cước cao hơn giá mua");
  expect(plain(obstacleWords({ kind: "lot_too_large", lot: "600" }))).toContain("600 kg");
  expect(obstacleWords({ kind: "grade_below", grade: "first" })).toBe("Thấp hơn loại cần, từ loại 1");
});

test("weeks that wait for the same thing are one sentence", () => {
  const papers: Reason = { obstacle: { kind: "certificate_missing", certificates: ["vietgap"] }, also: [], scope: "few" };
  const price: Reason = { obstacle: { kind: "price_gap" }, also: [], scope: "few" };
  const left = byReason([
    { week: "2026-12-07", kg: "810", reason: papers },
    { week: "2026-11-30", kg: "800.5", reason: { ...papers } },
    { week: "2026-12-14", kg: "1", reason: price },
  ]);
  expect(left.map(({ weeks, kg }) => ({ weeks, kg }))).toEqual([
    { weeks: ["2026-11-30", "2026-12-07"], kg: "1610.5" },
    { weeks: ["2026-12-14"], kg: "1" },
  ]);
});
