import { expect, test } from "vitest";
import { emptyReject, leftFor, rejections, type Reject } from "./reasons";

const row = (kg: string | null, reason: Reject["reason"], note = ""): Reject => ({ kg, reason, note });

test("the last reason takes what the others leave, so that the sum is always the rest", () => {
  expect(rejections(100_000, [row(null, "rotten", " dập ")])).toEqual({ list: [{ kg: "100", reason: "rotten", note: "dập" }], faults: {} });
  const two = [row("30.5", "rotten"), row(null, "unripe")];
  expect(leftFor(100_000, two)).toBe(69_500);
  expect(rejections(100_000, two).list.map(({ kg }) => kg)).toEqual(["30.5", "69.5"]);
  expect(rejections(0, two)).toEqual({ list: [], faults: {} });
});

test("what is missing or too much is named", () => {
  expect(rejections(100_000, [emptyReject()]).faults).toEqual({ "rejections.0.reason": "required" });
  expect(rejections(100_000, [row(null, "pest"), row(null, "rotten")]).faults).toEqual({ "rejections.0.kg": "kg_out_of_range" });
  const over = rejections(100_000, [row("100", "pest"), row(null, "rotten")]).faults;
  expect(over).toEqual({ "rejections.0.kg": "kg_do_not_add_up", "rejections.1.kg": "kg_out_of_range" });
});
