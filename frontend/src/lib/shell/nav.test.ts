import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Session } from "#lib/api/types";
import { destinations, destinationsOf, elsewhere, present } from "./nav";

/** Paths of the router: folders with a page, without the groups in brackets. */
function routes(folder: string, path = ""): string[] {
  const here = existsSync(join(folder, "+page.svelte")) ? [path || "/"] : [];
  const inner = readdirSync(folder).filter((name) => statSync(join(folder, name)).isDirectory());
  return [...here, ...inner.flatMap((name) => routes(join(folder, name), name.startsWith("(") ? path : `${path}/${name}`))];
}

describe("navigation", () => {
  const built = new Set(routes("src/routes"));

  it.each(Object.entries(destinations))("leads %s only to screens that exist", (_, all) => {
    expect(all.filter(({ href }) => !built.has(href))).toEqual([]);
    expect(all.filter(({ on }) => on !== "desk").length).toBeLessThanOrEqual(5);
  });

  it("marks the nearest destination as the present one", () => {
    const { supplier } = destinations;
    expect(present("/nguon-hang/dang", supplier)).toBe("/nguon-hang/dang");
    expect(present("/nguon-hang/0193", supplier)).toBe("/nguon-hang");
    expect(present("/nguon-hang-khac", supplier)).toBeUndefined();
  });

  it.each([
    ["supplier", "/giao-hang"],
    ["buyer", "/nhan-hang"],
  ] as const)("keeps a driver of the %s with the deliveries", (side, list) => {
    const driver = { user: { role: "driver" }, organisation: { side } } as Session;
    expect(destinationsOf(driver).map(({ href }) => href)).toEqual([list, "/them"]);
    expect(elsewhere(driver, list)).toBeNull();
    expect(elsewhere(driver, "/tai-khoan/sua")).toBeNull();
    expect(elsewhere(driver, "/hom-nay")).toBe(list);
    const contract = "0198f3a0-0000-7000-8000-000000000001";
    expect(elsewhere(driver, `/hop-dong/${contract}/van-ban`)).toBe(`/giao-hang/${contract}`);
    expect(elsewhere({ ...driver, user: { ...driver.user, role: "viewer" } }, "/hom-nay")).toBeNull();
  });
});
