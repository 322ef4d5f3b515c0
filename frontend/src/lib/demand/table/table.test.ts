import { beforeAll, expect, it, vi } from "vitest";
import type { NamesRead } from "#lib/api/types";
import { Problem } from "#lib/api/problem";
import { setNow } from "#lib/format";
import { NameBook } from "./book.svelte";
import { columnOf, columns, type Field } from "./columns";
import { fieldOf, readRow } from "./row";
import { home, known, names, nowhere, unknown, words } from "./sample";
import { sums } from "./sums";

beforeAll(() => setNow("2026-11-22T01:00:00Z"));

const cells = (texts: Partial<Record<Field, string>>) => columns.map(({ field }) => texts[field] ?? "");
const line = { goods: "cam canh", min_grade: "1", kg_per_week: "1,5 tấn", from: "30/11/2026", to: "8 tuần", bid: "22.500" };

/** A book whose names were answered. */
async function answered(...texts: string[][]) {
  const ask = vi.fn<(goods: string[], communes: string[]) => Promise<NamesRead>>((goods, communes) =>
    Promise.resolve({ goods: goods.map((text) => (text === "cam canh" ? known : unknown)), communes: communes.map(() => nowhere) }),
  );
  const book = new NameBook(ask);
  for (const text of texts[0] ?? []) book.goods(text);
  for (const text of texts[1] ?? []) book.commune(text);
  book.now();
  await vi.waitFor(() => expect(book.answers).toBe(1));
  return { book, ask };
}

it("makes a line of a row, with what stands for its empty cells in sight", async () => {
  const { book } = await answered(["cam canh"]);
  const read = readRow(cells(line), { names, words, book, home });
  expect(read.line).toEqual({
    product: "cam",
    varieties: ["cam-canh"],
    min_grade: "first",
    kg_per_week: "1500",
    from: "2026-11-30",
    to: "2027-01-24",
    bid: 22_500,
    delivery_commune: "00004",
    payment_days: 15,
    certificates: [],
    max_suppliers: 0,
    max_share: 0,
    delivery_hours: { from: "05:00", to: "07:00" },
    preferred: [],
    min_lot: "0",
    quality: { sizes: [], brix_tenths: null, juice_percent: null },
    note: "",
  });
  expect(read.looks[columnOf("delivery_commune")]).toEqual({ shown: "Phường Ba Đình, Hà Nội", state: "empty" });
  expect(sums(read.line ? [read.line, read.line] : [])).toEqual({ lines: 2, kg: "24000", most: 540_000_000 });
});

it("tells every fault of a row at its cell, and asks the server for names once", async () => {
  const { book, ask } = await answered(["cam canh", "máy cày"], ["trên mây"]);
  const read = readRow(cells({ ...line, goods: "máy cày", bid: "", delivery_commune: "trên mây" }), { names, words, book, home });
  const faults = read.looks.flatMap(({ fault }, at) => (fault ? [`${columns[at]?.field}: ${fault.code}`] : []));
  expect(faults).toEqual(["goods: goods_unknown", "bid: required", "delivery_commune: commune_unknown"]);
  expect(read.line).toBeNull();
  expect(ask).toHaveBeenCalledExactlyOnceWith(["cam canh", "máy cày"], ["trên mây"]);
  expect(readRow(cells({ ...line, goods: "quýt" }), { names, words, book, home }).asking).toBe(true);
  book.close();
});

it("says that names cannot be asked without a network, and asks again", async () => {
  const ask = vi.fn<(goods: string[], communes: string[]) => Promise<NamesRead>>();
  ask.mockRejectedValueOnce(new Problem(0, "offline")).mockResolvedValueOnce({ goods: [known], communes: [] });
  const book = new NameBook(ask);
  expect(book.goods("cam canh")).toBe("asking");
  book.now();
  await vi.waitFor(() => expect(book.unreachable).toBe(true));
  book.now();
  await vi.waitFor(() => expect(book.goods("cam canh")).toEqual(known));
  expect(book.unreachable).toBe(false);
});

it("reads what is required beyond the grade and the smallest contract, and finds their faults", async () => {
  const { book } = await answered(["cam canh"]);
  const asked = { ...line, min_lot: "2 tấn", sizes: "cỡ 3 và 4", brix: "≥ 10,5 °Brix", juice: "35%" };
  const read = readRow(cells(asked), { names, words, book, home });
  expect([read.line?.min_lot, read.line?.quality]).toEqual(["2000", { sizes: ["3", "4"], brix_tenths: 105, juice_percent: 35 }]);
  const local = readRow(cells({ ...line, sizes: "to, trung bình, rất to" }), { names, words, book, home });
  expect(local.line?.quality?.sizes).toEqual(["L", "M", "XL"]);
  const bad = readRow(cells({ ...line, min_lot: "ít", sizes: "3; 3", brix: "40", juice: "120" }), { names, words, book, home });
  const faults = bad.looks.flatMap(({ fault }, at) => (fault ? [`${columns[at]?.field}: ${fault.code}`] : []));
  expect(faults.slice(1)).toEqual(["sizes: size_repeated", "brix: brix_out_of_range", "juice: juice_out_of_range"]);
  expect(faults[0]).toMatch(/^min_lot: kg_/);
  expect(["quality.sizes.0", "quality.brix_tenths", "quality.juice_percent", "min_lot"].map(fieldOf)).toEqual([
    "sizes",
    "brix",
    "juice",
    "min_lot",
  ]);
});

it("reads what is paid ahead and what is kept back, with the days that stand for empty ones", async () => {
  const { book } = await answered(["cam canh"]);
  const of = (texts: Partial<Record<Field, string>>) => readRow(cells({ ...line, ...texts }), { names, words, book, home });
  expect(of({}).line?.dues).toBeUndefined();
  expect(of({ deposit_percent: "không", retention_days: "20" }).line?.dues).toBeUndefined();
  expect(of({ deposit_percent: "20%", retention_percent: "5", retention_days: "30 ngày" }).line?.dues).toEqual({
    deposit_percent: 20,
    deposit_days: 3,
    retention_percent: 5,
    retention_days: 30,
  });
  const looks = of({ deposit_percent: "20" }).looks;
  expect([looks[columnOf("deposit_days")], looks[columnOf("retention_days")]]).toEqual([
    { shown: "3 ngày", state: "empty" },
    { shown: "Không", state: "empty" },
  ]);
  const bad = of({ deposit_percent: "51", deposit_days: "31", retention_percent: "ít", retention_days: "lâu" });
  expect(bad.line).toBeNull();
  expect(bad.looks.flatMap(({ fault }, at) => (fault ? [`${columns[at]?.field}: ${fault.code}`] : []))).toEqual([
    "deposit_percent: deposit_out_of_range",
    "deposit_days: deposit_days_out_of_range",
    "retention_percent: retention_out_of_range",
    "retention_days: days_not_a_number",
  ]);
  expect(fieldOf("dues.retention_days")).toBe("retention_days");
});

it("finds the cell of a fault by its path", () => {
  expect(["varieties.0", "product", "delivery_hours.to", "certificates.1", "kg_per_week"].map(fieldOf)).toEqual([
    "goods",
    "goods",
    "delivery_hours",
    "certificates",
    "kg_per_week",
  ]);
});
