import { expect, it } from "vitest";
import type { ContractView } from "#lib/api/contracts";
import { contractPath } from "./path";

type Facts = Parameters<typeof contractPath>[0];
const base = {
  status: "signing",
  my_side: "supplier",
  signatures: [],
  sign_by: "2026-11-22T11:00:00Z",
  terms: { made_on: "2026-11-21", lines: [{ window: { from: "2026-11-30", to: "2026-12-06" } }] },
} as unknown as Facts;
const signature = (side: "supplier" | "buyer", at: string) => ({ side, at }) as ContractView["signatures"][number];
const labels = (facts: Facts) => contractPath(facts).steps.map(({ label }) => label);

it("puts whoever signed first in front of whoever has not", () => {
  expect(labels(base).slice(1, 3)).toEqual(["Bạn ký", "Bên mua ký"]);
  const half = { ...base, status: "half_signed" as const, signatures: [signature("buyer", "2026-11-21T03:05:00Z")] };
  expect(contractPath(half).steps.slice(1, 3)).toEqual([
    { label: "Bên mua ký", detail: "10:05, 21/11" },
    { label: "Bạn ký", detail: "trước 18:00, 22/11" },
  ]);
  expect(contractPath(half).present).toBe(2);
});

it("is under way once both signed, and done once all is paid", () => {
  const both = [signature("supplier", "2026-11-21T04:00:00Z"), signature("buyer", "2026-11-21T03:05:00Z")];
  expect(contractPath({ ...base, status: "in_force", signatures: both }).present).toBe(4);
  expect(contractPath({ ...base, status: "terminated", signatures: both }).present).toBe(4);
  expect(contractPath({ ...base, status: "completed", signatures: both }).present).toBe(6);
});

it("stays where it stopped when nobody signed in time", () => {
  expect(contractPath({ ...base, status: "expired" }).present).toBe(1);
});
