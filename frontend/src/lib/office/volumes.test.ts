import { expect, test } from "vitest";
import type { Round } from "#lib/api/office";
import { volumes } from "./volumes";

const [cam, cai] = [
  { slug: "cam", name_vi: "cam", name_en: "oranges" },
  { slug: "cai", name_vi: "cải", name_en: "mustard" },
];
const group = (product: typeof cam, kg: string) => ({ product, kg, suppliers: 1, buyers: 1, trades: 1, mix_millionths: 500_000 });
const rest = (product: typeof cam, side: "supplier" | "buyer", kg_left: string) => ({
  product,
  side,
  kg_left,
  obstacle: "outbid",
  rows: 1,
});

test("what was there is what was matched and what was left", () => {
  const round: Pick<Round, "groups" | "unmatched"> = {
    groups: [group(cai, "100"), group(cam, "2000"), group(cam, "500.5")],
    unmatched: [rest(cam, "supplier", "1000"), rest(cai, "buyer", "50"), rest(cai, "buyer", "25")],
  };
  expect(volumes(round)).toEqual([
    { slug: "cam", name: "Cam", offered: 3500.5, wanted: 2500.5, matched: 2500.5 },
    { slug: "cai", name: "Cải", offered: 100, wanted: 175, matched: 100 },
  ]);
});
