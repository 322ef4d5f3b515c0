import { officer } from "#lib/api/officer";
import { only } from "#lib/guard";
import { names } from "#lib/market/catalogue";
import { shownLater } from "#lib/shown-later";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, url }) => {
  await parent();
  only({ role: "officer" });
  const status = url.searchParams.get("trang-thai") ?? "submitted";
  return {
    status,
    exceeding: shownLater(officer.exceeding()),
    queue: Promise.all([
      officer.organisations(status),
      officer.certificates({ status: "submitted" }),
      names(),
      officer.appeals(),
      officer.changes(),
    ]),
  };
};
