import { expect, it } from "vitest";
import { safeNext } from "./next";

it("goes back only to a page of this site", () => {
  expect(safeNext("/nguon-hang?q=cam")).toBe("/nguon-hang?q=cam");
  for (const wanted of [
    null,
    "",
    "nguon-hang",
    "//other.example/x",
    "/\\other.example",
    "https://other.example",
    "/dang-nhap?next=/x",
    "javascript:alert(1)",
  ]) {
    expect(safeNext(wanted)).toBeNull();
  }
});
