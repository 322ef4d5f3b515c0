import type { Component } from "svelte";
import BookOpen from "@lucide/svelte/icons/book-open";
import BadgeCheck from "@lucide/svelte/icons/badge-check";
import Building2 from "@lucide/svelte/icons/building-2";
import ChartLine from "@lucide/svelte/icons/chart-line";
import ClipboardList from "@lucide/svelte/icons/clipboard-list";
import FileText from "@lucide/svelte/icons/file-text";
import House from "@lucide/svelte/icons/house";
import KeyRound from "@lucide/svelte/icons/key-round";
import LayoutDashboard from "@lucide/svelte/icons/layout-dashboard";
import Mail from "@lucide/svelte/icons/mail";
import Menu from "@lucide/svelte/icons/menu";
import MessageSquare from "@lucide/svelte/icons/message-square";
import NotebookPen from "@lucide/svelte/icons/notebook-pen";
import Package from "@lucide/svelte/icons/package";
import Plus from "@lucide/svelte/icons/plus";
import Banknote from "@lucide/svelte/icons/banknote";
import Shuffle from "@lucide/svelte/icons/shuffle";
import Store from "@lucide/svelte/icons/store";
import Truck from "@lucide/svelte/icons/truck";
import type { Session, Side } from "#lib/api/types";
import type { PlainKey } from "#lib/i18n";

export interface Destination {
  href: string;
  label: PlainKey;
  icon: Component;
  /** Where it stands: on the phone's bottom bar, on the desk's rail, or on both. The rest of a phone is under "Thêm". */
  on: "both" | "phone" | "desk";
  /** The button in the middle of the bottom bar. */
  add?: true;
  /** Second group of the rail. */
  market?: true;
}
export type Audience = "supplier" | "buyer" | "driver" | "officer" | "operator";

const more: Destination = { href: "/them", label: "nav.more", icon: Menu, on: "phone" };
const prices: Destination = { href: "/gia", label: "nav.prices", icon: ChartLine, on: "desk", market: true };
const openOffers: Destination = { href: "/cho", label: "nav.openOffers", icon: Store, on: "desk", market: true };
const catalogue: Destination = { href: "/danh-muc", label: "nav.catalogue", icon: BookOpen, on: "desk", market: true };
const proposals: Destination = { href: "/de-xuat", label: "nav.proposals", icon: MessageSquare, on: "desk" };
const contracts: Destination = { href: "/hop-dong", label: "nav.contracts", icon: FileText, on: "desk" };
const organisation: Destination = { href: "/to-chuc", label: "nav.organisation", icon: Building2, on: "desk" };

/** Every destination there is. A screen that does not exist yet has no line here. */
export const destinations: Record<Audience, Destination[]> = {
  supplier: [
    { href: "/hom-nay", label: "nav.today", icon: House, on: "both" },
    { href: "/nguon-hang", label: "nav.offers", icon: Package, on: "both" },
    { href: "/nguon-hang/dang", label: "nav.post", icon: Plus, on: "phone", add: true },
    proposals,
    { ...contracts, on: "both" },
    { href: "/giao-hang", label: "delivery.title.supplier", icon: Truck, on: "desk" },
    { href: "/cong-no", label: "payment.title.supplier", icon: Banknote, on: "desk" },
    organisation,
    prices,
    openOffers,
    catalogue,
    more,
  ],
  buyer: [
    { href: "/hom-nay", label: "nav.desk", icon: LayoutDashboard, on: "both" },
    { href: "/nhu-cau", label: "nav.demands", icon: ClipboardList, on: "both" },
    { href: "/nhu-cau/dang", label: "nav.post", icon: Plus, on: "phone", add: true },
    proposals,
    contracts,
    { href: "/nhan-hang", label: "delivery.title.buyer", icon: Truck, on: "both" },
    { href: "/thanh-toan", label: "payment.title.buyer", icon: Banknote, on: "desk" },
    organisation,
    openOffers,
    prices,
    catalogue,
    more,
  ],
  // Of either side; which of the two lists is theirs, the side says.
  driver: [
    { href: "/giao-hang", label: "delivery.title.supplier", icon: Truck, on: "both" },
    { href: "/nhan-hang", label: "delivery.title.buyer", icon: Truck, on: "both" },
    more,
  ],
  officer: [
    { href: "/tong-quan", label: "overview.title", icon: LayoutDashboard, on: "both" },
    { href: "/xac-minh", label: "nav.verification", icon: BadgeCheck, on: "both" },
    { href: "/phien-ghep", label: "round.title", icon: Shuffle, on: "both" },
    { href: "/nhap-ho", label: "assisted.log", icon: NotebookPen, on: "desk" },
    { ...contracts, on: "both" },
    openOffers,
    prices,
    catalogue,
    more,
  ],
  operator: [
    { href: "/thu-di", label: "outbox.title", icon: Mail, on: "both" },
    { href: "/cap-lai-mat-khau", label: "reset.title", icon: KeyRound, on: "both" },
    openOffers,
    prices,
    catalogue,
    more,
  ],
};

export function audienceOf(session: Session): Audience {
  const { role } = session.user;
  if (role === "officer" || role === "operator" || role === "driver") return role;
  return session.organisation?.side ?? "supplier";
}

const lists: Record<Side, string> = { supplier: "/giao-hang", buyer: "/nhan-hang" };

/** What this person's bars show: who only reads has nothing to post, who drives has the list of one side. */
export function destinationsOf(session: Session): Destination[] {
  const all = destinations[audienceOf(session)];
  if (session.user.role === "driver") {
    const other = lists[session.organisation?.side === "buyer" ? "supplier" : "buyer"];
    return all.filter(({ href }) => href !== other);
  }
  return session.user.role === "viewer" ? all.filter(({ add }) => !add) : all;
}

/** Pages behind the sign-in that a driver may open; whatever else the address says leads to the deliveries. */
const onTheRoad = ["/giao-hang", "/nhan-hang", "/thong-bao", "/tai-khoan", "/them", "/phan-hang"];

/** Where somebody is sent who opened a page that is not for the role; nothing where it is. A contract is its deliveries to a driver. */
export function elsewhere(session: Session, path: string): string | null {
  if (
    session.user.role !== "driver" ||
    present(
      path,
      onTheRoad.map((href) => ({ href })),
    )
  )
    return null;
  const contract = /^\/hop-dong\/([0-9a-f-]{36})/.exec(path)?.[1];
  return contract ? `/giao-hang/${contract}` : lists[session.organisation?.side ?? "supplier"];
}

/** The destination a path belongs to: the longest that is the path or a folder above it. */
export function present(path: string, all: Pick<Destination, "href">[]): string | undefined {
  return all
    .map(({ href }) => href)
    .filter((href) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length)[0];
}
