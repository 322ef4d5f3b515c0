import { demands } from "#lib/api/demands";
import type { CommuneRead, GoodsRead, NamesRead } from "#lib/api/types";

/** Typed together, asked together. */
const WAIT_MS = 60;
const AGAIN_MS = 5_000;
const MOST = 500;
const MOST_CHARS = 200;

type Ask = (goods: string[], communes: string[]) => Promise<NamesRead>;

/** What names of goods and communes mean. The server knows; each is asked once, many in one request. */
export class NameBook {
  /** Counts the answers, so that whoever read an unanswered name reads it again. */
  answers = $state(0);
  /** Some could not be asked: there is no network, or the server rests. They are asked again by themselves. */
  unreachable = $state(false);
  /* eslint-disable svelte/prefer-svelte-reactivity -- `answers` says when these changed; what is asked changes nothing that is shown. */
  readonly #goods = new Map<string, GoodsRead>();
  readonly #communes = new Map<string, CommuneRead>();
  readonly #asked = { goods: new Set<string>(), communes: new Set<string>() };
  /* eslint-enable svelte/prefer-svelte-reactivity */
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking = false;
  #closed = false;

  constructor(readonly ask: Ask = (goods, communes) => demands.names(goods, communes)) {}

  goods(text: string): GoodsRead | "asking" {
    if (text.length > MOST_CHARS) return { product: null, varieties: [], code: "text_too_long", choices: [] };
    return this.#goods.get(text) ?? this.#want("goods", text);
  }

  commune(text: string): CommuneRead | "asking" {
    if (text.length > MOST_CHARS) return { place: null, code: "text_too_long", choices: [] };
    return this.#communes.get(text) ?? this.#want("communes", text);
  }

  /** Asks at once, as when the network is back. */
  now = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    void this.#send();
  };

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  #want(kind: "goods" | "communes", text: string): "asking" {
    this.#asked[kind].add(text);
    this.#later(WAIT_MS);
    return "asking";
  }

  #later(ms: number): void {
    if (!this.#asking && !this.#closed) this.#timer ??= setTimeout(this.now, ms);
  }

  async #send(): Promise<void> {
    const goods = [...this.#asked.goods].slice(0, MOST);
    const communes = [...this.#asked.communes].slice(0, MOST);
    if (this.#asking || goods.length + communes.length === 0) return;
    this.#asking = true;
    let wait = 0;
    try {
      const read = await this.ask(goods, communes);
      goods.forEach((text, at) => keep(this.#goods, this.#asked.goods, text, read.goods[at]));
      communes.forEach((text, at) => keep(this.#communes, this.#asked.communes, text, read.communes[at]));
      this.answers += 1;
      this.unreachable = false;
    } catch {
      this.unreachable = true;
      wait = AGAIN_MS;
    } finally {
      this.#asking = false;
    }
    if (this.#asked.goods.size + this.#asked.communes.size > 0) this.#later(wait);
  }
}

function keep<T>(answers: Map<string, T>, asked: Set<string>, text: string, answer: T | undefined): void {
  asked.delete(text);
  if (answer !== undefined) answers.set(text, answer);
}
