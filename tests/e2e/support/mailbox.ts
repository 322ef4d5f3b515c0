import { writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import PostalMime, { type Email } from "postal-mime";
import { generate } from "selfsigned";
import { SMTPServer } from "smtp-server";

const USER = "muavu";
const PASSWORD = "only-for-tests";
const WAIT_MS = 15_000;

export type Mail = { to: string[]; subject: string; text: string; html: string };

/** A mail server that keeps what it gets. Like a real one it demands STARTTLS and AUTH before it takes a mail. */
export class Mailbox {
  readonly mails: Mail[] = [];
  private waiting: (() => void)[] = [];

  private constructor(
    private readonly server: SMTPServer,
    /** The certificate that the sender must trust. */
    readonly caFile: string,
  ) {}

  static async open(dir: string): Promise<Mailbox> {
    const pem = await generate([{ name: "commonName", value: "127.0.0.1" }], {
      keySize: 2048,
      algorithm: "sha256",
      extensions: [
        { name: "basicConstraints", cA: false },
        { name: "subjectAltName", altNames: [{ type: 7, ip: "127.0.0.1" }] },
      ],
    });
    const caFile = join(dir, "mail-server.pem");
    await writeFile(caFile, pem.cert);
    const server = new SMTPServer({
      key: pem.private,
      cert: pem.cert,
      authMethods: ["PLAIN", "LOGIN"],
      onAuth: (auth, _session, done) =>
        auth.username === USER && auth.password === PASSWORD ? done(null, { user: USER }) : done(new Error("wrong password")),
      onData: (stream, session, done) => {
        const to = session.envelope.rcptTo.map((to) => to.address.toLowerCase());
        buffer(stream)
          .then((bytes) => PostalMime.parse(bytes))
          .then((mail) => mailbox.keep(to, mail))
          .then(() => done(), done);
      },
    });
    const mailbox = new Mailbox(server, caFile);
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    return mailbox;
  }

  get url(): string {
    const { port } = this.server.server.address() as AddressInfo;
    return `smtp://${USER}:${PASSWORD}@127.0.0.1:${port}`;
  }

  /** The newest mail to an address whose subject fits; waits for it to come. */
  async last(to: string, subject: RegExp = /./): Promise<Mail> {
    const end = Date.now() + WAIT_MS;
    for (;;) {
      const found = this.mails.findLast((mail) => mail.to.includes(to.toLowerCase()) && subject.test(mail.subject));
      if (found) return found;
      const left = end - Date.now();
      if (left <= 0)
        throw new Error(`no mail to ${to} about ${subject}; there are: ${JSON.stringify(this.mails.map((m) => [m.to, m.subject]))}`);
      await this.next(left);
    }
  }

  /** The six-digit code in the newest mail to an address, which then is used up: the next call waits for another mail. */
  async code(to: string): Promise<string> {
    const mail = await this.last(to, /mã|code/i);
    const code = /\b\d{6}\b/.exec(mail.text)?.[0];
    if (!code) throw new Error(`no six-digit code in: ${mail.text}`);
    this.mails.splice(this.mails.indexOf(mail), 1);
    return code;
  }

  /** The first link in the newest mail to an address. */
  async link(to: string, subject?: RegExp): Promise<string> {
    const mail = await this.last(to, subject);
    const link = /https?:\/\/\S+/.exec(mail.text)?.[0];
    if (!link) throw new Error(`no link in: ${mail.text}`);
    return link;
  }

  async close(): Promise<void> {
    await new Promise<void>((closed) => this.server.close(closed));
  }

  private keep(to: string[], mail: Email): void {
    this.mails.push({ to, subject: mail.subject ?? "", text: mail.text ?? "", html: mail.html ?? "" });
    for (const wake of this.waiting.splice(0)) wake();
  }

  private next(limit: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, limit);
      this.waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
