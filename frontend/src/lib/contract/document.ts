/** The frozen text as blocks to read: every word stays as it is, only its setting differs. */
export type Block =
  | { kind: "mark" | "title" | "heading" | "party" | "text"; text: string }
  | { kind: "item"; text: string }
  | { kind: "table"; rows: string[][] };

function kindOf(line: string, index: number, head: number): Exclude<Block["kind"], "table"> {
  if (line.startsWith("BẢN MẪU")) return "mark";
  if (index < head) return "title";
  if (/^Điều \d+\. /.test(line)) return "heading";
  if (/^(BÊN|ĐẠI DIỆN BÊN) /.test(line)) return "party";
  return line.startsWith("- ") ? "item" : "text";
}

export function blocksOf(text: string): Block[] {
  const lines = text.split("\n");
  const head = lines.findIndex((line) => line.startsWith("Căn cứ "));
  const blocks: Block[] = [];
  lines.forEach((line, index) => {
    if (line === "") return;
    const last = blocks.at(-1);
    if (line.includes(" | ")) {
      const row = line.split(" | ");
      if (last?.kind === "table") last.rows.push(row);
      else blocks.push({ kind: "table", rows: [row] });
      return;
    }
    blocks.push({ kind: kindOf(line, index, head), text: line });
  });
  return blocks;
}

/** How many articles there are to read. */
export function articles(text: string): number {
  return text.split("\n").filter((line) => /^Điều \d+\. /.test(line)).length;
}

/** The SHA-256 of the bytes, worked out on this device; nothing where the browser allows no such sum (plain http). */
export async function sha256(bytes: ArrayBuffer): Promise<string | null> {
  const subtle = (globalThis.crypto as { subtle?: SubtleCrypto } | undefined)?.subtle;
  if (!subtle) return null;
  const digest = new Uint8Array(await subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
