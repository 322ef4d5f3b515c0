import { expect, test } from "vitest";
import { asked, measured, measuredDraft } from "./measured";

const none = { size_from_mm: null, size_to_mm: null, brix_tenths: null, juice_percent: null };

test("figures are read as they are typed, and an empty field is no figure", () => {
  expect(measured(measuredDraft(undefined))).toEqual({ body: none, faults: {} });
  const full = { size_from_mm: 65, size_to_mm: 78, brix_tenths: 105, juice_percent: 40 };
  expect(measuredDraft(full)).toEqual({ from: "65", to: "78", brix: "10,5", juice: "40" });
  expect(measured(measuredDraft(full))).toEqual({ body: full, faults: {} });
});

test("a figure that cannot be names its field", () => {
  const { faults } = measured({ from: "80", to: "70", brix: "99", juice: "không" });
  expect(faults).toEqual({
    "measured.size_to_mm": "size_mm_reversed",
    "measured.brix_tenths": "brix_out_of_range",
    "measured.juice_percent": "juice_out_of_range",
  });
});

test("only what the contract promises is asked", () => {
  expect(asked(null)).toEqual({ size: false, brix: false, juice: false });
  expect(asked({ standard: null, sizes: [], brix_tenths: 105, juice_percent: null })).toEqual({ size: false, brix: true, juice: false });
  const sized = { standard: null, sizes: [{ code: "L", from: 30, to: null }], brix_tenths: null, juice_percent: null };
  expect([asked(sized).size, asked({ ...sized, measure: "length_cm" }).size]).toEqual([true, false]);
});
