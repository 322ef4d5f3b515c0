import { Problem } from "#lib/api/problem";
import { offers } from "#lib/api/offers";
import { fieldSentence, sentence } from "#lib/form/errors";
import { mayPass } from "#lib/form/outgoing";
import { t } from "#lib/i18n";
import { shrunk } from "#lib/scan/shrink";
import { uuid } from "#lib/uuid";
import { deviceBox, isFull, type Box, type WaitingPhoto } from "./box";

/** As many as an offer may have. */
export const MOST_PHOTOS = 6;
/** Enough for a screen; a photo of goods has no small print. */
export const PHOTO_EDGE = 1600;

type Send = (offer: string, photo: Blob) => Promise<unknown>;

/** The photos of one person's drafts on their way to the server: kept on the device, then sent one by one. The server knows a photo by its
 * bytes, so that one which arrived unheard and is sent again is still one photo. */
export class PhotoQueue {
  photos = $state.raw<WaitingPhoto[]>([]);
  /** Why the last thing that was asked of the device did not work. */
  failure = $state<string | null>(null);
  /** Counts the drafts that became offers since the page was opened. */
  bound = $state(0);
  #sending: Promise<string[]> | null = null;

  constructor(
    readonly user: string,
    readonly box: Box = deviceBox,
    readonly send: Send = (offer, photo) => offers.addPhoto(offer, photo, () => undefined),
    readonly shrink: (file: File) => Promise<Blob> = (file) => shrunk(file, PHOTO_EDGE),
  ) {}

  of(draft: string): WaitingPhoto[] {
    return this.photos.filter((photo) => photo.draft === draft);
  }
  /** Those whose offer is on the server. */
  get leaving(): WaitingPhoto[] {
    return this.photos.filter(({ offer, refused }) => offer !== null && refused === null);
  }
  get refused(): WaitingPhoto[] {
    return this.photos.filter(({ refused }) => refused !== null);
  }

  /** What the device kept, also from a browser that was killed. */
  async load(): Promise<void> {
    // A device without a store keeps no photos; the rest of the app works.
    this.photos = await this.box.all(this.user).catch(() => this.photos);
  }

  /** Takes photos for a draft, small; says so when the device has no room. Those kept before stay. */
  async add(draft: string, files: readonly File[]): Promise<void> {
    this.failure = null;
    for (const file of files) {
      const room = MOST_PHOTOS - this.of(draft).length;
      if (room <= 0) {
        this.failure = t("photo.tooMany", { most: MOST_PHOTOS });
        return;
      }
      try {
        const small = await this.shrink(file);
        const kept = { id: uuid(), user: this.user, draft, offer: null, name: file.name, type: small.type, refused: null };
        const photo: WaitingPhoto = { ...kept, bytes: await small.arrayBuffer() };
        await this.box.put([photo]);
        this.photos = [...this.photos, photo];
      } catch (problem) {
        this.failure = t(isFull(problem) ? "photo.deviceFull" : "photo.notKept");
        return;
      }
    }
  }

  async forget(photos: readonly WaitingPhoto[]): Promise<void> {
    const ids = photos.map(({ id }) => id);
    if (ids.length === 0) return;
    await this.box.remove(ids).catch(() => undefined);
    this.photos = this.photos.filter(({ id }) => !ids.includes(id));
  }

  /** The draft became this offer: from now on its photos may leave. All of them or none are marked, so a browser killed here marks them
   * when the draft is sent again. */
  async bind(draft: string, offer: string): Promise<void> {
    await this.load();
    const bound = this.of(draft).map((photo) => ({ ...photo, offer }));
    if (bound.length === 0) return;
    // A device that has no room to mark them still sends them, as long as the page is open.
    await this.#keep(bound);
    this.bound += 1;
  }

  /** Photos of drafts that are no more. */
  async prune(draft: string): Promise<void> {
    await this.forget(this.photos.filter((photo) => photo.offer === null && photo.draft !== draft));
  }

  /** What the server would not have is tried once more. */
  async again(): Promise<string[]> {
    await this.#keep(this.refused.map((photo) => ({ ...photo, refused: null })));
    return await this.flush();
  }

  /** Sends what may leave, one by one; a second call while one is under way gets its answer. The offers that have new photos. */
  flush(): Promise<string[]> {
    this.#sending ??= this.#sendAll().finally(() => {
      this.#sending = null;
    });
    return this.#sending;
  }

  async #sendAll(): Promise<string[]> {
    const arrived: string[] = [];
    for (const photo of this.leaving) {
      // Let go of meanwhile.
      if (photo.offer === null || !this.photos.includes(photo)) continue;
      try {
        await this.send(photo.offer, new Blob([photo.bytes], { type: photo.type }));
      } catch (problem) {
        // Without a network the next one fails too; what the server refuses does not keep the others.
        if (!(problem instanceof Problem) || mayPass(problem)) break;
        const fault = problem.faults[0];
        await this.#keep([{ ...photo, refused: fault ? fieldSentence(fault.code) : sentence(problem) }]);
        continue;
      }
      if (!arrived.includes(photo.offer)) arrived.push(photo.offer);
      await this.forget([photo]);
    }
    return arrived;
  }

  async #keep(photos: WaitingPhoto[]): Promise<void> {
    this.#replace(photos);
    await this.box.put(photos).catch(() => undefined);
  }

  #replace(photos: readonly WaitingPhoto[]): void {
    this.photos = this.photos.map((photo) => photos.find(({ id }) => id === photo.id) ?? photo);
  }
}

const all: Record<string, PhotoQueue> = {};

/** One for each person, shared by the form and by what sends by itself. */
export function photoQueue(user: string): PhotoQueue {
  return (all[user] ??= new PhotoQueue(user));
}
