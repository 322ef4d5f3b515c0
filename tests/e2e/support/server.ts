import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { Mailbox } from "./mailbox.ts";

const BINARY = fileURLToPath(new URL("../../../target/debug/muavu", import.meta.url));
/** Long enough on a busy machine. */
const START_MS = 120_000;

/** `serve` begins with an empty market, `demo` with the demo market after four weeks of trade. */
export type Command = "serve" | "demo";

/** The real binary on a new SQLite file, with its own port and mail server. */
export class Server {
  private process: ChildProcess | undefined;
  private log = "";

  private constructor(
    readonly url: string,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  /** Fills a data folder with the demo market and its weeks of trade, without serving it. */
  static async playDemo(dir: string): Promise<void> {
    const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith("MUAVU_"));
    await run(["demo", "--load-only"], { ...Object.fromEntries(inherited), MUAVU_DATA_DIR: dir });
  }

  static async start(command: Command, dir: string, mailbox: Mailbox): Promise<Server> {
    const listen = `127.0.0.1:${await freePort()}`;
    const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith("MUAVU_"));
    const server = new Server(`http://${listen}`, {
      ...Object.fromEntries(inherited),
      MUAVU_DATA_DIR: dir,
      MUAVU_LISTEN: listen,
      MUAVU_PUBLIC_URL: `http://${listen}`,
      MUAVU_SMTP_URL: mailbox.url,
      MUAVU_SMTP_CA_FILE: mailbox.caFile,
    });
    await server.launch(command);
    return server;
  }

  /** A command of the same binary on the same data, like `admin create`; what it prints comes back. */
  async run(args: string[], input = ""): Promise<string> {
    return await run(args, this.env, input);
  }

  async stop(): Promise<void> {
    const child = this.process;
    if (!child || child.exitCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    await ended;
  }

  /** What the server wrote to its log so far. */
  get output(): string {
    return this.log;
  }

  private async launch(command: Command): Promise<void> {
    const child = spawn(BINARY, [command], { env: this.env, stdio: ["ignore", "pipe", "pipe"] });
    this.process = child;
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (this.log += part));
    const end = Date.now() + START_MS;
    for (;;) {
      if (child.exitCode !== null || Date.now() > end) throw new Error(`the server did not become ready:\n${this.log}`);
      const answer = await fetch(`${this.url}/readyz`).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise((again) => setTimeout(again, 50));
    }
  }
}

async function run(args: string[], env: NodeJS.ProcessEnv, input = ""): Promise<string> {
  const child = spawn(BINARY, args, { env, stdio: ["pipe", "pipe", "pipe"] });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (printed += part));
  child.stdin.end(input);
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`muavu ${args.join(" ")} ended with ${code}:\n${printed}`);
  return printed;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((ready) => probe.listen(0, "127.0.0.1", ready));
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
}
