import { varietyRequests } from "#lib/api/variety-requests";
import { only } from "#lib/guard";
import { names } from "#lib/market/catalogue";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, url }) => {
  await parent();
  only({ role: "officer" });
  // A page of the queue holds it: whoever comes from there sees it.
  const request = url.searchParams.get("yeu-cau");
  const asked = request === null ? Promise.resolve(null) : varietyRequests.asked(request);
  return { request, start: Promise.all([names(), asked]) };
};
