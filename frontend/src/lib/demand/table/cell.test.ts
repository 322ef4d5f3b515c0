import { beforeAll, expect, it } from "vitest";
import { setNow } from "#lib/format";
import { firstDay, grade, hours, lastDay, papers, paymentDays, preferred, price, type Reading, share, suppliers, weight } from "./cell";
import { words } from "./sample";

beforeAll(() => setNow("2026-11-22T01:00:00Z"));

function said<T>(read: Reading<T>): unknown {
  if (read === "asking") return read;
  if (!("code" in read)) return read.value;
  // A figure and its unit are held together.
  return read.choices.length > 0 ? [read.code, ...read.choices.map((choice) => choice.replace("\u00a0", " "))] : read.code;
}

it.each([
  ["12,5 tấn", "12500"],
  ["30 tạ", "3000"],
  ["1.500 kg", "1500"],
  ["1500", "1500"],
  ["1.5 tấn", ["kg_two_readings", "1,5 tấn", "15 tấn"]],
  ["3,000", ["kg_two_readings", "3 kg", "3.000 kg"]],
  ["0,5", "kg_not_whole"],
  ["10-20 tấn", "kg_range"],
  ["nhiều", "kg_no_number"],
])("reads the weight %s", (typed, wanted) => {
  expect(said(weight(typed))).toEqual(wanted);
});

it("answers its own question: each choice of a weight reads without one", () => {
  const read = weight("1.5 tấn");
  if (read === "asking" || !("choices" in read)) throw new Error("a question");
  expect(read.choices.map((choice) => said(weight(choice)))).toEqual(["1500", "15000"]);
});

it.each([
  ["22.500", 22_500],
  ["22,5k", 22_500],
  ["99", "price_out_of_range"],
  ["22,500", "money_ambiguous"],
  ["rẻ", "money_words"],
])("reads the price %s", (typed, wanted) => {
  expect(said(price(typed))).toEqual(wanted);
});

it.each([
  ["30/11/2026", "2026-11-30"],
  ["2026-11-30", "2026-11-30"],
  // This week is still on.
  ["16/11/2026", "2026-11-16"],
  ["15/11/2026", "week_over"],
  ["30/11/26", "day_two_digit_year"],
  ["1/1/2028", "week_too_far_ahead"],
])("reads the first day %s", (typed, wanted) => {
  expect(said(firstDay(typed))).toEqual(wanted);
});

it.each([
  ["20/12/2026", "2026-12-20"],
  // Weeks are counted from the Monday of the first day's week.
  ["8 tuần", "2027-01-24"],
  ["1", "2026-12-06"],
  ["0 tuần", "weeks_out_of_range"],
  ["53", "weeks_out_of_range"],
  ["1/12/2026", "window_reversed"],
  ["1/1/2028", "window_too_long"],
])("reads the last day %s", (typed, wanted) => {
  expect(said(lastDay(typed, "2026-12-02"))).toEqual(wanted);
});

it.each([
  ["05:00-07:00", { from: "05:00", to: "07:00" }],
  ["5h–7h30", { from: "05:00", to: "07:30" }],
  ["từ 22h đến 6h", { from: "22:00", to: "06:00" }],
  ["5-7", { from: "05:00", to: "07:00" }],
  ["5h", "hours_malformed"],
  ["5h-25h", "hours_malformed"],
  ["5h-6h-7h", "hours_malformed"],
  ["5h-5h", "hours_empty"],
])("reads the hours %s", (typed, wanted) => {
  expect(said(hours(typed))).toEqual(wanted);
});

it("reads grades, certificates and counts by the words of lists", () => {
  expect(said(grade("LOẠI NHẤT", words))).toBe("first");
  expect(said(grade("ngon", words))).toEqual(["grade_unknown", "Đặc biệt", "Loại 1", "Loại 2", "Xô"]);
  expect(said(papers("vietgap; ATTP, Viet Gap", words))).toEqual(["vietgap", "attp"]);
  expect(said(papers("VietGAP; ISO", words))).toBe("certificate_kind_unknown");
  expect([said(paymentDays("30 ngày")), said(paymentDays("121")), said(paymentDays("sớm"))]).toEqual([
    30,
    "payment_days_out_of_range",
    "days_not_a_number",
  ]);
  expect([said(share("40 %")), said(share("9")), said(share("101%"))]).toEqual([40, "share_out_of_range", "share_out_of_range"]);
  expect([said(suppliers("3 HTX")), said(suppliers("51")), said(suppliers("ba"))]).toEqual([
    3,
    "suppliers_out_of_range",
    "count_not_a_number",
  ]);
});

it("reads what is preferred, each with its premium", () => {
  expect(said(preferred("VietGAP: 1.500; loại 1 +800", words))).toEqual([
    { attribute: "vietgap", premium: 1500 },
    { attribute: "first", premium: 800 },
  ]);
  expect(said(preferred("ATTP 2k", words))).toEqual([{ attribute: "attp", premium: 2000 }]);
  const none = { sizes: [], brix_tenths: null, juice_percent: null };
  expect(said(preferred("cỡ 3, 4: 500; độ ngọt từ 12,5: 700; nước quả 40%: 300", words))).toEqual([
    { attribute: "size", quality: { ...none, sizes: ["3", "4"] }, premium: 500 },
    { attribute: "brix", quality: { ...none, brix_tenths: 125 }, premium: 700 },
    { attribute: "juice", quality: { ...none, juice_percent: 40 }, premium: 300 },
  ]);
  for (const text of ["cỡ: 500", "độ ngọt: 500", "công bằng 3: 500"]) expect(said(preferred(text, words))).toBe("preference_unreadable");
  for (const text of ["VietGAP", "1.500", "ISO: 1.500", "VietGAP: 50"]) expect(said(preferred(text, words))).toBe("preference_unreadable");
});
