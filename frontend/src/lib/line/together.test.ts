import { expect, test } from "vitest";
import type { Debt } from "#lib/api/lines";
import { amountOf, keyOf, together } from "./together";

const debt = (contract: string, line: number, name: string, status: string, number = "1"): Debt =>
  ({
    contract,
    line,
    payer: "buyer",
    other_party: name,
    bank_account: { bank: "Agribank", number, holder: name },
    payment: { status, amount: 1000 * line },
  }) as unknown as Debt;

const items = [
  debt("a", 1, "HTX A", "due"),
  debt("b", 2, "HTX A", "due"),
  debt("b", 3, "HTX A", "declared"),
  debt("c", 1, "HTX C", "due"),
  debt("d", 4, "HTX A", "due", "2"),
];

test("one transfer pays what is owed to one account, from two lines on", () => {
  const groups = together(items, "buyer");
  expect(groups.map(({ name, items: found }) => [name, found.map(keyOf)])).toEqual([["HTX A", ["a/1", "b/2"]]]);
  expect(amountOf(groups[0]?.items ?? [], new Set(["b/2"]))).toBe(2000);
  expect(together(items, "supplier")).toEqual([]);
});
