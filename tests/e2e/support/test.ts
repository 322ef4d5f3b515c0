import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import { playedDemo } from "./demo.ts";
import { Mailbox } from "./mailbox.ts";
import { type Command, Server } from "./server.ts";

export { expect };

/** One journey's own market: a server, its mail, and people with a browser each. */
export class Market {
  /** What went wrong unseen: an exception in a page, an answer of 500, a request to another site. */
  readonly complaints: string[] = [];
  private readonly contexts: BrowserContext[] = [];

  constructor(
    readonly server: Server,
    readonly mailbox: Mailbox,
    private readonly browser: Browser,
  ) {}

  /**
   * Somebody with a browser of their own, signed in nowhere yet. A journey that is about opening without a network keeps the
   * app's files on the device; for the others that would be some four hundred requests more.
   */
  async person({ keepsShell = false } = {}): Promise<Page> {
    const context = await this.browser.newContext({ baseURL: this.server.url, serviceWorkers: keepsShell ? "allow" : "block" });
    this.contexts.push(context);
    const page = await context.newPage();
    page.on("pageerror", (error) => this.complaints.push(`uncaught in the page: ${error.stack ?? error.message}`));
    page.on("request", (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith("http") && origin !== this.server.url) this.complaints.push(`asked another site: ${request.url()}`);
    });
    page.on("response", (response) => {
      if (response.status() >= 500) this.complaints.push(`${response.status()} from ${response.request().method()} ${response.url()}`);
    });
    return page;
  }

  async leave(): Promise<void> {
    for (const context of this.contexts) await context.close();
  }
}

export const test = base.extend<{ command: Command; market: Market }>({
  command: ["serve", { option: true }],
  market: async ({ browser, command }, use, info) => {
    const dir = await mkdtemp(join(tmpdir(), "muavu-journey-"));
    const data = join(dir, "data");
    if (command === "demo") await cp(playedDemo(info), data, { recursive: true });
    else await mkdir(data);
    const mailbox = await Mailbox.open(dir);
    const server = await Server.start(command, data, mailbox);
    const market = new Market(server, mailbox, browser);
    try {
      await use(market);
      expect(market.complaints).toEqual([]);
    } finally {
      await market.leave();
      await server.stop();
      await mailbox.close();
      await info.attach("server.log", { body: server.output, contentType: "text/plain" });
      await rm(dir, { recursive: true, force: true });
    }
  },
});
