import type { Notice } from "#lib/api/notices";
import { dayOf, dayRange, fullDay, kg, vnd } from "#lib/format";
import { currentLanguage, maybe, t } from "#lib/i18n";
import { session, shownName } from "#lib/session.svelte";

/** What happened, in one sentence; a kind this page does not know yet still says that there is something. */
export function headline(notice: Pick<Notice, "kind"> & Partial<Pick<Notice, "arguments">>): string {
  // What goes back goes the other way.
  const said = notice.arguments as Record<string, unknown> | undefined;
  const back = said?.["due"] === "return";
  if (back) return maybe(`notice.${notice.kind}.return`) ?? t("notice.other");
  if (said?.["gone"] === true) return maybe(`notice.${notice.kind}.gone`) ?? t("notice.other");
  return maybe(`notice.${notice.kind}`) ?? t("notice.other");
}

/** Who, what and how much, as far as the notice carries it. */
export function details(notice: Notice): string {
  const own = notice.arguments as Record<string, unknown>;
  // A reminder gathers lines: the only one is told whole, of several how many there are.
  const lines = Array.isArray(own["lines"]) ? (own["lines"] as Record<string, unknown>[]) : [];
  const said = lines.length === 1 ? { ...own, ...lines[0] } : own;
  const text = (name: string) => (typeof said[name] === "string" ? said[name] : "");
  const count = (name: string) => (typeof said[name] === "number" ? said[name] : 0);
  const proposals = several(said);
  const goods = text(currentLanguage() === "vi" ? "goods_vi" : "goods_en");
  const weight = text("accepted_kg") || text("kg") || text("planned_kg");
  const amount = said["amount"];
  const due = text("due_on");
  const from = text("effective_at");
  return [
    count("offers") > 0 ? t("notice.offers", { n: count("offers") }) : "",
    count("demands") > 0 ? t("notice.demands", { n: count("demands") }) : "",
    text("search"),
    lines.length > 1 ? t("notice.lines", { n: lines.length }) : "",
    shownName(text("organisation") || text("other_party")),
    notice.kind === "directors_changed"
      ? t(said["came"] === true ? "notice.director.came" : "notice.director.went", { member: text("member") })
      : "",
    notice.kind.startsWith("variety_") ? text("name") : "",
    proposals > 1 ? t("notice.proposals", { n: proposals }) : goods,
    text("contract_number") || (maybe(`document.item.${text("number")}`) ?? text("number")) || text("reference"),
    weight && kg(weight),
    text("from") && text("to") ? dayRange(text("from"), text("to")) : "",
    text("due") ? (maybe(`due.${text("due")}`) ?? "") : "",
    typeof amount === "number" && amount > 0 ? vnd(amount) : "",
    due && t("payment.until", { day: fullDay(due) }),
    from && t("notice.from", { day: fullDay(dayOf(new Date(from))) }),
    notice.kind === "member_role_changed" ? maybe(`role.${text("role")}`) : "",
    notice.kind.startsWith("office_") ? (maybe(`forMember.act.${text("act")}`) ?? "") : "",
    notice.kind.startsWith("document_") ? maybe(`document.item.${text("item")}`) : "",
    notice.kind.startsWith("change_") ? maybe(`guarded.${text("change")}`) : "",
    text("value"),
    notice.kind === "directors_changed" ? text("by") && t("notice.director.by", { by: text("by") }) : text("by"),
    text("asker"),
    text("reason"),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** How many proposals were answered or ended at once. */
function several(said: Record<string, unknown>): number {
  return typeof said["proposals"] === "number" ? said["proposals"] : 0;
}

/** Where it leads; nothing where there is nothing to open. */
export function target(notice: Notice): string | null {
  const kind = notice.kind;
  // An organisation's file for the office, its own page for its members.
  const forOffice =
    kind === "organisation_submitted" || (session.role === "officer" && /^(organisation|appeal|change|document|directors)_/.test(kind));
  if (forOffice) return notice.subject == null ? "/xac-minh" : `/xac-minh/${notice.subject}`;
  if (kind.startsWith("change_")) return "/to-chuc#tai-khoan-ngan-hang";
  if (kind.startsWith("rules_")) return "/quy-che";
  if (kind.startsWith("office_")) return "/to-chuc";
  if (kind.startsWith("document_")) return "/to-chuc#giay-to";
  if (/^(organisation|appeal|certificate|directors)_/.test(kind)) return "/to-chuc";
  if (kind.startsWith("partner_account_")) return session.side === "buyer" ? "/thanh-toan" : "/hop-dong";
  if (kind === "reset_link_made" || kind === "password_reset" || kind.startsWith("sso_") || kind.startsWith("member_")) return "/tai-khoan";
  if (kind.startsWith("assisted_")) {
    const { post, side } = notice.arguments as Record<string, unknown>;
    if (typeof post !== "string") return null;
    return side === "buyer" ? `/nhu-cau/${post}` : `/nguon-hang/${post}`;
  }
  if (kind === "harvest_to_confirm") return notice.subject == null ? "/nguon-hang" : `/nguon-hang/${notice.subject}`;
  if (kind === "variety_asked") return "/danh-muc/yeu-cau";
  if (kind.startsWith("variety_")) return "/giong-moi";
  if (kind === "proposals_new") return "/de-xuat";
  if (kind === "demand_recurred") return notice.subject == null ? "/nhu-cau" : `/nhu-cau/${notice.subject}`;
  if (kind === "search_found") return notice.subject == null ? "/theo-doi" : `/theo-doi?mo=${notice.subject}`;
  const said = notice.arguments as Record<string, unknown>;
  // A reminder of lines of several contracts leads to the list of them all.
  if (Array.isArray(said["lines"]) && notice.subject == null) {
    const supplier = said["side"] === "supplier";
    return kind.startsWith("delivery_") ? (supplier ? "/giao-hang" : "/nhan-hang") : supplier ? "/cong-no" : "/thanh-toan";
  }
  if (/^(contract|delivery|inspection|payment)_/.test(kind)) {
    const id = typeof said["contract"] === "string" ? said["contract"] : notice.subject;
    return id == null ? null : `/hop-dong/${id}`;
  }
  const ofProposal = /^(proposal|approval)_/.test(kind);
  if (ofProposal && several(said) > 1) return "/de-xuat";
  return ofProposal && notice.subject != null ? `/de-xuat/${notice.subject}` : null;
}
