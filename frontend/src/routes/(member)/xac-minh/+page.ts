import { officer, paperStandings, standings } from "#lib/api/officer";
import { only } from "#lib/guard";
import { names } from "#lib/market/catalogue";
import { shownLater } from "#lib/shown-later";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, url }) => {
  await parent();
  only({ role: "officer" });
  const q = url.searchParams.get("q") ?? "";
  // Who looks for a name need not know in which state it is.
  const usual = q ? "all" : "submitted";
  const chosen = url.searchParams.get("trang-thai") ?? usual;
  const status: (typeof standings)[number] | "" = chosen === "all" ? "" : (standings.find((one) => one === chosen) ?? "submitted");
  const papers = paperStandings.find((one) => one === url.searchParams.get("giay")) ?? "submitted";
  return {
    q,
    papers,
    usual,
    status,
    exceeding: shownLater(officer.exceeding()),
    queue: Promise.all([
      officer.organisations(status, q),
      officer.certificates({ status: papers }),
      names(),
      officer.appeals(),
      officer.changes(),
    ]),
  };
};
