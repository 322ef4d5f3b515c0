import { expect, test } from "vitest";
import type { Asked } from "#lib/api/what-if";
import { pricedWords, questionWords, takenWords, withAnswer } from "./what-if";

const plain = (text: string) => text.replaceAll("\u00a0", " ").replaceAll("\u2060", "");
const taken = (least: string, most: string) =>
  ({ kind: "taken", fit: "three_to_five", kg_at_least: least, kg_at_most: most, price: null, reason: null }) as const;

test("a question says what would be different", () => {
  expect(plain(questionWords({ price: 24_500, weeks: 2, paper: "vietgap" }, "supplier"))).toBe(
    "Giá 24.500 ₫/kg, muộn hơn 2 tuần, có VietGAP",
  );
  expect(questionWords({ weeks: -1 }, "supplier")).toBe("Sớm hơn 1 tuần");
  expect(questionWords({ paper: "organic" }, "buyer")).toBe("Không đòi Hữu cơ");
});

test("an answer says all, nothing, or from where to where", () => {
  expect(takenWords(taken("9000", "9000"), "supplier")).toBe("Phiên ấy bán được hết.");
  expect(takenWords(taken("0", "0"), "buyer")).toBe("Phiên ấy vẫn không tìm được kg nào.");
  expect(plain(takenWords(taken("2000", "5000"), "supplier"))).toBe("Phiên ấy bán được từ 2.000 kg đến 5.000 kg.");
  expect(plain(takenWords(taken("1", "100"), "supplier"))).toBe("Phiên ấy bán được dưới 100 kg.");
  const few = { ...taken("0", "0"), kind: "too_few" as const, kg_at_least: null, kg_at_most: null };
  expect(takenWords(few, "supplier")).toContain("ba bên mua");
  expect(plain(pricedWords({ ...taken("1", "100"), price: { low: 24_000, high: 25_000 } }, "buyer"))).toBe(
    "Giá tới kho trong khoảng 24.000–25.000 ₫/kg.",
  );
});

test("the same question stands once", () => {
  const first: Asked = { question: { weeks: 1 }, answer: null };
  const other: Asked = { question: { price: 24_500 }, answer: null };
  const answered: Asked = { question: { weeks: 1 }, answer: taken("1", "100") };
  expect(withAnswer([first, other], answered)).toEqual([answered, other]);
  expect(withAnswer([other], answered)).toEqual([other, answered]);
});
