import { expect, it } from "vitest";
import type { ProposalRow } from "#lib/api/proposals";
import { against, groups, type Sort } from "./desk";

const row = (id: string, change: Partial<ProposalRow> = {}): ProposalRow =>
  ({
    id,
    my_side: "buyer",
    supplier: { id: "s", name: "HTX Cam Cao Phong" },
    buyer: { id: "b", name: "Siêu thị Xanh" },
    product: { slug: "cam", name_vi: "cam", name_en: "oranges" },
    variety: { slug: "cam-canh", name_vi: "cam Canh", name_en: "Canh orange" },
    farm_gate: 25_000,
    delivered: 26_000,
    kg_total: "1000",
    total: 26_000_000,
    expires_at: "2026-11-24T01:00:00Z",
    reference: { price: 25_000, week: null },
    ...change,
  }) as ProposalRow;

const rows = [
  row("a"),
  row("b", { delivered: 24_000, farm_gate: 23_000, kg_total: "500", supplier: { id: "t", name: "HTX Bưởi Tân Lạc" } }),
  row("c", { product: { slug: "buoi", name_vi: "bưởi", name_en: "pomelos" }, expires_at: "2026-11-23T01:00:00Z" }),
  row("d", { reference: null, total: 90_000_000, expires_at: "2026-11-22T01:00:00Z" }),
];
const ids = (query: string, sort: Sort) =>
  groups(rows, query, sort).map((group) => [group.name, ...group.rows.map(({ id }) => id)].join(" "));

it("stands product by product, in the order asked for", () => {
  expect(ids("", "price")).toEqual(["Bưởi c", "Cam b a d"]);
  expect(ids("", "against")).toEqual(["Bưởi c", "Cam b a d"]);
  expect(ids("", "kg")).toEqual(["Bưởi c", "Cam a d b"]);
  expect(ids("", "total")).toEqual(["Bưởi c", "Cam d a b"]);
  expect(ids("", "party")).toEqual(["Bưởi c", "Cam b a d"]);
  expect(ids("", "ends")).toEqual(["Bưởi c", "Cam d a b"]);
});

it("finds goods and parties without marks, by every word", () => {
  expect(ids("tan lac", "price")).toEqual(["Cam b"]);
  expect(ids("cam CANH cao phong", "price")).toEqual(["Bưởi c", "Cam a d"]);
  expect(ids("mía", "price")).toEqual([]);
});

it("compares the price at the farm gate with the reference", () => {
  expect(rows.map(against)).toEqual([0, -8, 0, null]);
});
