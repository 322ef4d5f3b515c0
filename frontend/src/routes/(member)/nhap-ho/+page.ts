import { assisted, type AssistedQuery } from "#lib/api/assisted";
import { only } from "#lib/guard";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, url }) => {
  await parent();
  only({ role: "officer" });
  const status = url.searchParams.get("trang-thai");
  const organisation = url.searchParams.get("to-chuc");
  // A word that the address invents is refused by the server.
  const query: AssistedQuery = {
    ...(status ? { status: status as NonNullable<AssistedQuery["status"]> } : {}),
    ...(organisation ? { organisation } : {}),
  };
  return { query, list: assisted.list(query) };
};
