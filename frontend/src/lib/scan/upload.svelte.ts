import { fieldSentence, sentence } from "#lib/form/errors";
import { Problem } from "#lib/api/problem";
import { shrunk } from "./shrink";

/** The most bytes the server takes of one file. */
const MOST_BYTES = 10_000_000;

/** One file on its way: how far it is, or why it did not arrive. */
export class Upload {
  /** From 0 to 1. */
  sent = $state(0);
  failure = $state<string | null>(null);
  busy = $state(false);

  constructor(
    /** Sends what is left of the file once it is small. */
    readonly post: (small: Blob, progress: (share: number) => void) => Promise<unknown>,
    readonly file: File,
    /** The long edge that is enough, in pixels. */
    readonly edge?: number,
  ) {}

  /** Sends it, or tries again. Whether it arrived. */
  async start(): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.failure = null;
    this.sent = 0;
    try {
      const small = await shrunk(this.file, this.edge);
      if (small.size > MOST_BYTES) throw new Problem(422, "invalid", [{ field: "scan", code: "scan_too_large" }]);
      await this.post(small, (share) => (this.sent = share));
      return true;
    } catch (problem) {
      const fault = problem instanceof Problem ? problem.faults[0] : undefined;
      this.failure = fault ? fieldSentence(fault.code) : sentence(problem);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
