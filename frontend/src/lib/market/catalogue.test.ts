import { afterEach, expect, it, vi } from "vitest";
import { reference } from "#lib/api/reference";
import type { Catalogue } from "#lib/api/types";
import { namesWith } from "./catalogue";

const answer = (...slugs: string[]) => {
  const varieties = slugs.map((slug) => ({ slug, product: "cam", name_vi: slug, name_en: slug }));
  const body = { products: [{ slug: "cam", name_vi: "cam", name_en: "orange", varieties }] } as unknown as Catalogue;
  return Response.json(body);
};
const fetching = vi.fn<() => Promise<Response>>();
vi.stubGlobal("fetch", fetching);
afterEach(() => fetching.mockReset());

it("loads the catalogue once more for a variety that it lacks, and keeps it when that fails", async () => {
  fetching.mockResolvedValueOnce(answer("cam-canh"));
  expect((await namesWith("cam-canh")).entry("cam-canh")).toBeDefined();
  await namesWith("cam-canh");
  expect(fetching).toHaveBeenCalledTimes(1);
  fetching.mockRejectedValueOnce(new TypeError("offline"));
  expect((await namesWith("cam-moi")).entry("cam-canh")).toBeDefined();
  fetching.mockResolvedValueOnce(answer("cam-canh", "cam-moi"));
  expect((await namesWith("cam-moi")).entry("cam-moi")).toBeDefined();
  expect(fetching).toHaveBeenCalledTimes(3);
  await reference.catalogue();
  expect(fetching).toHaveBeenCalledTimes(3);
});
