import type { Translation } from "#lib/i18n/types";
import type vi from "./nav.vi";

export default {
  "nav.todo": "to do",
  "nav.main": "Main",
  "nav.menu": "Open the menu",
  "nav.skip": "Skip to content",
  "nav.back": "Back",
  "nav.today": "Today",
  "nav.desk": "Buying desk",
  "nav.offers": "Offers",
  "nav.openOffers": "Open offers",
  "nav.demands": "Demands",
  "nav.post": "Post",
  "nav.prices": "Reference prices",
  "nav.how": "How it works",
  "nav.market": "Market",
  "nav.organisation": "Organisation",
  "nav.account": "Account",
  "nav.verification": "Verification",
  "nav.more": "More",
  "notice.title": "Notices",
  "notice.new": "Unread",
} satisfies Translation<typeof vi>;
