import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { classesOf, sheetName } from "./sheets";

test("every sheet that comes with the program has its name, and every vegetable its classes", () => {
  const rows = readFileSync("../data/grade_sheets.csv", "utf8").trim().split("\n").slice(1);
  const names = rows.map((row) => row.split(",")[0] ?? "");
  expect(names.length).toBeGreaterThan(30);
  for (const [at, name] of names.entries()) {
    expect(sheetName(name), name).not.toBe(name);
    if (at >= 4) expect(classesOf(name), name).toBeTruthy();
  }
  expect([sheetName("new"), classesOf("new"), classesOf("orange")]).toEqual(["new", undefined, undefined]);
});
