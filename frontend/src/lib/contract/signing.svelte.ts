import type { ContractView, SentCode, SignBody, SigningCode } from "#lib/api/contracts";
import { Problem } from "#lib/api/problem";
import { Form } from "#lib/form/form.svelte";

export type Step = "read" | "password" | "code";
/** Where the code comes from: mail with its deadlines, or the own authenticator. */
export type Way =
  | ({ method: "email_code"; sentTo: string | null } & Pick<SentCode, "again_at" | "expires_at"> & { triesLeft: number })
  | { method: "totp" };

export interface Signer {
  get: (id: string) => Promise<ContractView>;
  sendCode: (id: string, password: string) => Promise<SigningCode>;
  sign: (id: string, body: SignBody) => Promise<ContractView>;
}

const TRIES = 5;

/** The steps of one signature: read, prove it by the password, then by a code. */
export class Signing {
  readonly form = new Form();
  password = $state("");
  code = $state("");
  way = $state.raw<Way | null>(null);
  /** Neither mail nor an authenticator reaches this person. */
  noMethod = $state(false);
  /** The text or the state of the contract is another one by now. */
  changed = $state(false);
  paper = $state(false);
  paperNumber = $state("");
  paperDated = $state<string | null>(null);
  paperUntil = $state<string | null>(null);
  readonly #api: Signer;
  readonly #contract: ContractView;

  constructor(api: Signer, contract: ContractView, paper: boolean) {
    this.#api = api;
    this.#contract = contract;
    this.paper = paper;
  }

  step(read: boolean): Step {
    if (!read) return "read";
    return this.way === null ? "password" : "code";
  }

  /** Asks for a code; also a second one. Whether there is something to type now. */
  async ask(): Promise<boolean> {
    if (this.form.refuse({ password: this.password === "" ? "required" : undefined, ...this.#paperFaults() })) return false;
    this.noMethod = false;
    return await this.form.send(async () => {
      try {
        const sent = await this.#api.sendCode(this.#contract.id, this.password);
        this.code = "";
        this.way =
          sent.method === "totp"
            ? { method: "totp" }
            : { method: "email_code", sentTo: sent.sent_to, again_at: sent.again_at, expires_at: sent.expires_at, triesLeft: TRIES };
      } catch (problem) {
        await this.#explain(problem);
      }
    });
  }

  /** Signs; what comes back is the signed contract, or nothing. */
  async sign(): Promise<ContractView | null> {
    if (this.form.refuse({ code: /^\d{6}$/.test(this.code) ? undefined : "code_not_six_digits" })) return null;
    let signed: ContractView | null = null;
    await this.form.send(async () => {
      try {
        signed = await this.#api.sign(this.#contract.id, {
          password: this.password,
          code: this.code,
          hash: this.#contract.hash,
          edition: this.#contract.edition,
          authority: this.paper ? { number: this.paperNumber.trim(), dated: this.paperDated ?? "", valid_to: this.paperUntil } : null,
        });
      } catch (problem) {
        await this.#explain(problem);
      }
    });
    return signed;
  }

  /** Back to the password, to correct it or the paper. */
  back(): void {
    this.way = null;
    this.code = "";
  }

  #paperFaults(): Record<string, string | undefined> {
    if (!this.paper) return {};
    return {
      "authority.number": this.paperNumber.trim() === "" ? "required" : undefined,
      "authority.dated": this.paperDated === null ? "required" : undefined,
    };
  }

  /** Says what a refusal means for the step; what belongs to a field goes on to the form. */
  async #explain(problem: unknown): Promise<void> {
    if (!(problem instanceof Problem)) throw problem;
    const has = (field: string) => problem.faults.some((fault) => fault.field.split(".")[0] === field);
    if (problem.code === "no_signing_method") {
      this.noMethod = true;
      return;
    }
    if (problem.code === "code_sent_just_now") {
      await this.#take();
      if (this.way) return;
    }
    if (["hash_mismatch", "contract_expired", "contract_not_in_signing", "contract_already_signed"].includes(problem.code)) {
      this.changed = true;
      throw new Problem(problem.status, problem.code);
    }
    if (has("code")) {
      this.code = "";
      await this.#take();
    }
    if (has("password") || has("authority")) {
      if (has("authority")) this.paper = true;
      this.back();
    }
    throw problem;
  }

  /** What the server knows of the last mailed code. Without an answer the screen goes on counting by itself. */
  async #take(): Promise<void> {
    const code = await this.#api.get(this.#contract.id).then(
      ({ my_code }) => my_code ?? null,
      () => null,
    );
    const mailed = this.way?.method === "email_code" ? this.way : null;
    if (code && this.way?.method !== "totp")
      this.way = {
        method: "email_code",
        sentTo: mailed?.sentTo ?? null,
        again_at: code.again_at,
        expires_at: code.expires_at,
        triesLeft: code.tries_left,
      };
    else if (mailed) this.way = { ...mailed, triesLeft: Math.max(0, mailed.triesLeft - 1) };
  }
}
