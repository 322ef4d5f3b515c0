import type { Translation } from "../types";
import type vi from "./consent.vi";

export default {
  "consent.log": "Rules you agreed to",
  "consent.log.none": "You agreed to no edition yet.",
  "consent.log.of": ({ what, n }) => `${what}, edition ${n}`,
  "consent.way.registration": "when registering",
  "consent.way.invitation": "when joining",
  "consent.way.account": "signed in",
  "consent.member": ({ n, day }) => `agreed to edition ${n} of the rules, ${day}`,
  "consent.member.none": "agreed to no rules yet",
} satisfies Translation<typeof vi>;
