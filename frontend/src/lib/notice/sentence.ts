import type { Notice } from "#lib/api/notices";
import { fullDay, kg, vnd } from "#lib/format";
import { currentLanguage, maybe, t } from "#lib/i18n";

/** What happened, in one sentence; a kind this page does not know yet still says that there is something. */
export function headline(notice: Pick<Notice, "kind">): string {
  return maybe(`notice.${notice.kind}`) ?? t("notice.other");
}

/** Who, what and how much, as far as the notice carries it. */
export function details(notice: Notice): string {
  const said = notice.arguments as Record<string, unknown>;
  const text = (name: string) => (typeof said[name] === "string" ? said[name] : "");
  const goods = text(currentLanguage() === "vi" ? "goods_vi" : "goods_en");
  const weight = text("accepted_kg") || text("kg");
  const amount = said["amount"];
  const due = text("due_on");
  return [
    text("organisation") || text("other_party"),
    goods,
    text("contract_number") || text("number"),
    weight && kg(weight),
    typeof amount === "number" ? vnd(amount) : "",
    due && fullDay(due),
    text("reason"),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** Where it leads; nothing where there is nothing to open. */
export function target(notice: Notice): string | null {
  const kind = notice.kind;
  if (kind === "organisation_submitted") return notice.subject == null ? "/xac-minh" : `/xac-minh/${notice.subject}`;
  if (kind.startsWith("organisation_") || kind.startsWith("certificate_")) return "/to-chuc";
  if (kind === "proposals_new") return "/de-xuat";
  const said = notice.arguments as Record<string, unknown>;
  if (/^(contract|delivery|payment)_/.test(kind)) {
    const id = typeof said["contract"] === "string" ? said["contract"] : notice.subject;
    return id == null ? null : `/hop-dong/${id}`;
  }
  return kind.startsWith("proposal_") && notice.subject != null ? `/de-xuat/${notice.subject}` : null;
}
