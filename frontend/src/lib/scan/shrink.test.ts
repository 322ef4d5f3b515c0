import { expect, it } from "vitest";
import { fitted } from "./shrink";

it("fits the long edge and never enlarges", () => {
  expect(fitted(4000, 3000)).toEqual({ width: 2000, height: 1500 });
  expect(fitted(3000, 4000)).toEqual({ width: 1500, height: 2000 });
  expect(fitted(640, 480)).toEqual({ width: 640, height: 480 });
  expect(fitted(9000, 2)).toEqual({ width: 2000, height: 1 });
});
