import { Form } from "#lib/form/form.svelte";
import { session } from "#lib/session.svelte";
import { shrunk } from "./shrink";

/** The server binds no more pages into one document. */
export const MOST_PAGES = 12;
/** Many pages are kept a little smaller, so that together they stay below what the server keeps of one paper. */
const FEW = 6;
const EDGE_OF_MANY = 1600;

interface PageOfPaper {
  file: File;
  /** For the picture on the screen; given back when the page goes. */
  url: string;
}

/** Photographed pages of one paper, in the order in which they will be bound. */
export class PaperPages {
  list = $state.raw<PageOfPaper[]>([]);

  get room(): number {
    return MOST_PAGES - this.list.length;
  }

  /** How many did not find room. */
  add(files: File[]): number {
    const fit = files.slice(0, Math.max(0, this.room));
    this.list = [...this.list, ...fit.map((file) => ({ file, url: URL.createObjectURL(file) }))];
    return files.length - fit.length;
  }

  remove(at: number): void {
    const page = this.list[at];
    if (page) URL.revokeObjectURL(page.url);
    this.list = this.list.filter((_, index) => index !== at);
  }

  /** One place to the front. */
  earlier(at: number): void {
    const [before, page] = [this.list[at - 1], this.list[at]];
    if (!before || !page) return;
    this.list = this.list.toSpliced(at - 1, 2, page, before);
  }

  clear(): void {
    for (const { url } of this.list) URL.revokeObjectURL(url);
    this.list = [];
  }

  /** The pictures one behind the other, and how long each is. */
  async bound(): Promise<{ body: Blob; sizes: number[] }> {
    const parts: Blob[] = [];
    // One after the other: a cheap phone holds one large picture at a time.
    for (const { file } of this.list) parts.push(await shrunk(file, this.list.length > FEW ? EDGE_OF_MANY : undefined));
    return { body: new Blob(parts), sizes: parts.map(({ size }) => size) };
  }
}

/** A paper on its way: its pages, and what sending them said. */
export class Tray {
  pages = new PaperPages();
  form = new Form();
  share = $state(0);
}

const trays: Record<string, Tray> = {};

/** The tray of one paper of whoever is signed in. It outlives the page around it, which is read again whenever something on it changes. */
export function trayOf(paper: string): Tray {
  const key = `${session.current?.user.id ?? ""} ${paper}`;
  return (trays[key] ??= new Tray());
}

/** The part of an address that says how long each page is. */
export function pagesQuery(sizes: number[] | undefined): string {
  return sizes === undefined ? "" : `?pages=${sizes.join(",")}`;
}
