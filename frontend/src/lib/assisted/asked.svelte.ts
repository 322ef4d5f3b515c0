import type { Asked, AskedBy } from "#lib/api/types";

/** Who asked the office, while it is typed beside the form of an offer or a demand. */
export class AskedDraft {
  name = $state("");
  way = $state<AskedBy>("phone");
  note = $state("");

  faults(): Record<string, string | undefined> {
    return { "asked.name": /[\p{L}\p{N}]/u.test(this.name) ? undefined : "text_empty" };
  }

  value(): Asked {
    return { name: this.name.trim(), way: this.way, note: this.note.trim() };
  }
}
