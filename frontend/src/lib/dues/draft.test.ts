import { expect, test } from "vitest";
import { duesDraft, duesFacts, duesFaults, duesTerms } from "./draft";

const codes = (draft: Parameters<typeof duesFaults>[0]) =>
  Object.fromEntries(Object.entries(duesFaults(draft)).filter(([, code]) => code !== undefined));
const none = { deposit_percent: 0, deposit_days: 0, retention_percent: 0, retention_days: 0 };
const both = { deposit_percent: 20, deposit_days: 3, retention_percent: 5, retention_days: 15 };

test("an empty share is none, whatever its days", () => {
  expect(duesTerms(duesDraft(undefined))).toEqual(none);
  expect(duesTerms(undefined)).toEqual(none);
  expect(codes({ deposit: "", deposit_days: "x", retention: "", retention_days: "" })).toEqual({});
  expect(duesFacts(none)).toEqual([]);
});

test("what was said comes back as it was", () => {
  expect(duesTerms(duesDraft(both))).toEqual(both);
  expect(duesFacts(both).map(({ label }) => label)).toEqual(["Đặt cọc", "Tiền giữ lại"]);
});

test("each figure has its bounds", () => {
  expect(codes({ deposit: "51", deposit_days: "31", retention: "-1", retention_days: "91" })).toEqual({
    "dues.deposit_percent": "deposit_out_of_range",
    "dues.deposit_days": "deposit_days_out_of_range",
    "dues.retention_percent": "retention_out_of_range",
    "dues.retention_days": "retention_days_out_of_range",
  });
  expect(codes(duesDraft({ deposit_percent: 50, deposit_days: 30, retention_percent: 10, retention_days: 90 }))).toEqual({});
});
