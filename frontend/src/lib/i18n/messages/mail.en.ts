import type { Translation } from "#lib/i18n/types";
import type vi from "./mail.vi";

export default {
  "mail.title": "Mail to you",
  "mail.open": "Choose mails and hours",
  "mail.to": ({ email }) => `Mail goes to ${email}.`,
  "mail.noAddress": "You have no mail address, so no mail reaches you. Every notice is still in the app.",
  "mail.addAddress": "Add a mail address",
  "mail.mendAddress": "Change the mail address",
  "mail.bounces": ({ at, reason }) => `Mail to this address came back (${at}). Check the address. The mail server said: ${reason}`,
  "mail.duties":
    "What a contract, a delivery, a payment asks of you, and what the programme office decides, always comes. About these you choose.",
  "mail.wish.at_once": "At once",
  "mail.wish.daily": "Each morning",
  "mail.wish.never": "Not at all",
  "mail.daily.hint": "Each morning: one mail at 6:30 with all of them. What you have read in the app is left out.",
  "mail.quiet": "No mail in quiet hours",
  "mail.quiet.hint": "Mail waits for their end. A signing code or a link you have asked for still comes at once.",
  "mail.save": "Save the choice",
  "mail.saved": "Your choice about mail is saved",
  "mail.sent": "Mail sent and not sent",
  "mail.none": "No mail yet.",
} satisfies Translation<typeof vi>;
