import { beforeEach, expect, test, vi } from "vitest";
import { MOST_PAGES, PaperPages, pagesQuery } from "./pages.svelte";

const page = (name: string, length: number) => new File(["x".repeat(length)], name);

beforeEach(() => {
  vi.stubGlobal("URL", Object.assign(URL, { createObjectURL: () => "blob:x", revokeObjectURL: () => undefined }));
});

test("pages are bound in the order in which they stand", async () => {
  const pages = new PaperPages();
  expect(pages.add([page("1", 3), page("2", 5), page("3", 7)])).toBe(0);
  pages.earlier(2);
  pages.earlier(0);
  expect(pages.list.map(({ file }) => file.name)).toEqual(["1", "3", "2"]);
  const { body, sizes } = await pages.bound();
  expect([body.size, sizes]).toEqual([15, [3, 7, 5]]);
  expect(pagesQuery(sizes)).toBe("?pages=3,7,5");
  pages.remove(1);
  expect(pages.list.map(({ file }) => file.name)).toEqual(["1", "2"]);
});

test("no more pages than the server binds", () => {
  const pages = new PaperPages();
  expect(pages.add(Array.from({ length: MOST_PAGES + 2 }, (_, at) => page(String(at), 1)))).toBe(2);
  expect(pages.room).toBe(0);
  expect(pages.add([page("late", 1)])).toBe(1);
  pages.clear();
  expect(pages.list).toEqual([]);
});
