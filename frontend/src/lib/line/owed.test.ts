import { expect, test } from "vitest";
import { owed } from "./owed";

const line = { planned_amount: 45_000_000, planned_kg: "2000" };

test("accepted kilograms cost what the contract's price says, rounded half up", () => {
  expect(owed(line, "2000")).toBe(45_000_000);
  expect(owed(line, "1999.5")).toBe(44_988_750);
  expect(owed({ planned_amount: 12_345, planned_kg: "1" }, "1.5")).toBe(18_518);
  expect(owed(line, "0")).toBe(0);
});
