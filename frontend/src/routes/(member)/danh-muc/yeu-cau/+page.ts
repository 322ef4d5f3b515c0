import { varietyRequests } from "#lib/api/variety-requests";
import { only } from "#lib/guard";
import { names } from "#lib/market/catalogue";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent }) => {
  await parent();
  only({ role: "officer" });
  return { queue: Promise.all([varietyRequests.queue(), names()]) };
};
