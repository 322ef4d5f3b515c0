import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, url }) => {
  await parent();
  return { token: url.searchParams.get("ma") ?? "" };
};
