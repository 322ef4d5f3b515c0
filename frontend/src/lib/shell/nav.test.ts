import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { destinations, present } from "./nav";

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
});
