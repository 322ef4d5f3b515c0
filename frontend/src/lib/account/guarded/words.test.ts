import { expect, test } from "vitest";
import { account, changeStatus, isOpen, valueOf } from "./words";

const bank = { bank: "Agribank", number: "3001205678", holder: "HTX Cam Cao Phong" };

test("a number is shown in fours, as on a card, whatever its length", () => {
  expect(account(bank)).toBe("3001 2056 78, Agribank, HTX Cam Cao Phong");
  expect(account({ ...bank, number: "30012056" })).toBe("3001 2056, Agribank, HTX Cam Cao Phong");
});

test("what was or will be is the account, the person, or the words for nothing", () => {
  expect(valueOf({ bank_account: bank, representative: null }, "–")).toBe(account(bank));
  expect(valueOf({ representative: { name: "Bùi Văn Nam", position: "Chủ tịch" } }, "–")).toBe("Bùi Văn Nam, Chủ tịch");
  expect(valueOf(null, "Chưa có")).toBe("Chưa có");
});

test("a state that this page does not know yet is not taken for one that is over", () => {
  expect(changeStatus("something_new")).toBe("to_confirm");
  expect([isOpen("cooling"), isOpen("in_force"), isOpen("stopped")]).toEqual([true, false, false]);
});
