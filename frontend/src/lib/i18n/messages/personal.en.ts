import type { Translation } from "../types";
import type vi from "./personal.vi";

export default {
  "personal.title": "Your data",
  "personal.open": "Download or erase data",
  "personal.export": "Download a copy",
  "personal.export.lead":
    "A JSON file with all the market keeps about you: account, sign-ins, what you agreed to, notices, mails, signatures and what you did. Codes and secret links are not in it.",
  "personal.export.send": "Download the file",
  "personal.export.done": "The file is on your device",
  "personal.password": "Type the password again",
  "personal.erase": "Erase the account",
  "personal.erase.goes": "Gone at once, for good:",
  "personal.erase.goes.account": "your name, phone number, e-mail, sign-in name and password",
  "personal.erase.goes.sessions": "every sign-in on every device",
  "personal.erase.goes.mail": "your notices, mails, saved searches and choices",
  "personal.erase.stays": "Kept, because the other side and the law need it:",
  "personal.erase.stays.contracts": "contracts that were drawn up and signatures, with the name of the signer",
  "personal.erase.stays.steps": "that somebody posted, accepted, delivered or paid what and when, without your name",
  "personal.erase.stays.org": "the organisation's own details: representative and contact number. A director changes those",
  "personal.erase.stays.others": "mails that others were sent, which may name you. In their notices it says (đã xóa) instead",
  "personal.erase.open": "Erase my account",
  "personal.erase.ask": "Nothing brings it back. Download a copy first.",
  "personal.erase.send": "Erase for good",
  "personal.erase.done": "The account is erased",
} satisfies Translation<typeof vi>;
