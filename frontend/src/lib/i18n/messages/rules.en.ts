import type { Translation } from "../types";
import type vi from "./rules.vi";

export default {
  "operator.title": "Who runs this place",
  "operator.ask": "Ask them about the rules or about your data.",
  "operator.unnamed": ({ host }: { host: string }) => `The operator of ${host}. The programme office knows how to reach them.`,
  "rules.title": "Rules and personal data",
  "rules.link": "Operating rules",
  "rules.edition": ({ n, day }) => `Edition ${n}, in force from ${day}.`,
  "rules.coming": ({ n, day }) => `Edition ${n}, not in force before ${day}.`,
  "rules.past": ({ n, now }) => `Edition ${n}, no longer in force. Edition ${now} is.`,
  "rules.editions": "Editions",
  "rules.edition.short": ({ n, day }) => `Edition ${n} from ${day}`,
  "rules.read": "Read the rules",
  "consent.lead": "You agree to",
  "consent.operating_rules": "The operating rules of the market",
  "consent.personal_data": "How the market uses my personal data",
  "consent.version": ({ n }) => `Edition ${n}. That you agree is kept with the time.`,
  "consent.new": ({ n, day }) => `Edition ${n} of the rules counts from ${day}.`,
  "consent.open": "Read and agree",
  "consent.send": "Agree to this edition",
  "consent.sent": "Kept that you agree",
  "consent.ask": ({ n }) => `You have not agreed to edition ${n} yet. You can read on and finish what is under way all the same.`,
  "field.consent_missing": "The market can be used only by those who agree to this.",
  "field.rules_changed": "There is another edition of the rules. Load the page again, read it and agree anew.",
} satisfies Translation<typeof vi>;
