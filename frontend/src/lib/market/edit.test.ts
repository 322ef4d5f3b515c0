import { describe, expect, it, vi } from "vitest";
import { Problem, toProblem } from "#lib/api/problem";
import { Edit } from "./edit.svelte";

interface Post {
  version: number;
  ask: number;
}
const facts = (post: Post) => [{ label: "Giá", text: String(post.ask) }];
const stale = (current: Post) => toProblem(409, { status: 409, code: "stale", current }, null);

describe("Edit", () => {
  it("shows what another member changed, and saves what was typed on the newest version", async () => {
    const edit = new Edit<Post>();
    const put = vi.fn<(version: number) => Promise<void>>().mockRejectedValueOnce(stale({ version: 2, ask: 24000 }));
    expect(await edit.save({ version: 1, ask: 25000 }, facts, put)).toBe(false);
    expect(edit.changed).toEqual([{ label: "Giá", before: "25000", after: "24000" }]);
    edit.keep();
    expect(edit.changed).toBeNull();
    expect(await edit.save({ version: 1, ask: 25000 }, facts, put)).toBe(true);
    expect(put.mock.calls).toEqual([[1], [2]]);
  });

  it("does not overwrite a change that nobody has looked at yet", async () => {
    const edit = new Edit<Post>();
    const put = vi.fn<(version: number) => Promise<void>>().mockRejectedValue(stale({ version: 2, ask: 24000 }));
    await edit.save({ version: 1, ask: 25000 }, facts, put);
    await edit.save({ version: 1, ask: 25000 }, facts, put);
    expect(put.mock.calls).toEqual([[1], [1]]);
  });

  it("starts anew with the version of others", async () => {
    const edit = new Edit<Post>();
    const put = vi.fn<(version: number) => Promise<void>>().mockRejectedValueOnce(stale({ version: 2, ask: 24000 }));
    await edit.save({ version: 1, ask: 25000 }, facts, put);
    edit.restart();
    expect(edit.changed).toBeNull();
    await edit.save({ version: 2, ask: 24000 }, facts, put);
    expect(put).toHaveBeenLastCalledWith(2);
  });

  it("leaves every other problem to the form", async () => {
    const edit = new Edit<Post>();
    const problem = new Problem(422, "invalid");
    await expect(edit.save({ version: 1, ask: 1 }, facts, () => Promise.reject(problem))).rejects.toBe(problem);
    expect(edit.changed).toBeNull();
  });
});
