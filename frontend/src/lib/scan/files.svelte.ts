import { refreshAll } from "$app/navigation";
import { sentence } from "#lib/form/errors";
import { toasts } from "#lib/toast.svelte";
import { Upload } from "./upload.svelte";

interface Owner {
  /** How many more the thing can hold beside what is on its way. */
  room: () => number;
  /** What is said when more were chosen. */
  tooMany: () => string;
  /** The long edge that is enough, in pixels. */
  edge?: number;
  post: (small: Blob, progress: (share: number) => void) => Promise<unknown>;
  remove: (id: string) => Promise<unknown>;
}

/** Files that hang on something: those on their way, and the one that is being taken away. */
export class Files {
  uploads = $state<Upload[]>([]);
  removing = $state<string | null>(null);

  constructor(readonly owner: Owner) {}

  get room(): number {
    return this.owner.room() - this.uploads.length;
  }

  send = async (upload: Upload): Promise<void> => {
    if (!(await upload.start())) return;
    await refreshAll();
    this.forget(upload);
  };
  forget = (upload: Upload): void => {
    this.uploads = this.uploads.filter((other) => other !== upload);
  };
  choose = async (event: Event & { currentTarget: HTMLInputElement }): Promise<void> => {
    const files = Array.from(event.currentTarget.files ?? []);
    event.currentTarget.value = "";
    if (files.length > this.room) toasts.say(this.owner.tooMany());
    const chosen = files.slice(0, Math.max(0, this.room)).map((file) => new Upload(this.owner.post, file, this.owner.edge));
    this.uploads.push(...chosen);
    // One after the other: on a thin line several at once are several that fail.
    for (const upload of chosen) await this.send(upload);
  };
  remove = async (id: string): Promise<void> => {
    if (this.removing !== null) return;
    this.removing = id;
    try {
      await this.owner.remove(id);
      await refreshAll();
    } catch (problem) {
      toasts.say(sentence(problem));
    } finally {
      this.removing = null;
    }
  };
}
