import { expect, it } from "vitest";
import type { Tonnage } from "#lib/api/types";
import { beyond } from "./tonnage";

const paper = (varieties: string[], can_grow: string, offered: string): Tonnage => ({
  kind: "vietgap",
  numbers: ["1"],
  varieties,
  can_grow,
  reckoned: false,
  offered,
  contracted: "0",
  over: "0",
});

it("warns of what a new offer adds above the papers of its variety", () => {
  const papers = [paper(["cam-canh"], "81000", "75000"), paper(["cam-v2"], "10", "0"), paper([], "200000", "75000")];
  const found = beyond(papers, { variety: "cam-canh", kg: "12000.5", before: "0" });
  expect(found.map(({ over }) => over)).toEqual(["6000.5"]);
});

it("counts an offer that is changed once", () => {
  const papers = [paper(["cam-canh"], "81000", "75000")];
  expect(beyond(papers, { variety: "cam-canh", kg: "12000", before: "12000" })).toEqual([]);
  expect(beyond(papers, { variety: "cam-canh", kg: "20000", before: "12000" }).map(({ over }) => over)).toEqual(["2000"]);
});
