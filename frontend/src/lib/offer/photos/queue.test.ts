import { beforeEach, expect, it, vi } from "vitest";
import { Problem } from "#lib/api/problem";
import type { Box, WaitingPhoto } from "./box";
import { MOST_PHOTOS, PhotoQueue } from "./queue.svelte";

/** A device: what was put is there for every queue that is opened on it. */
let kept: Map<string, WaitingPhoto>;
let room: number;
const box: Box = {
  all: (user) => Promise.resolve([...kept.values()].filter((photo) => photo.user === user)),
  put: (photos) => {
    const added = photos.filter(({ id }) => !kept.has(id)).length;
    if (kept.size + added > room) return Promise.reject(new DOMException("full", "QuotaExceededError"));
    for (const photo of photos) kept.set(photo.id, { ...photo });
    return Promise.resolve();
  },
  remove: (ids) => {
    for (const id of ids) kept.delete(id);
    return Promise.resolve();
  },
};
const send = vi.fn<(offer: string, photo: Blob) => Promise<unknown>>();
const shrink = (file: File) => Promise.resolve<Blob>(file);
const queue = () => new PhotoQueue("lan", box, send, shrink);
const photos = (...names: string[]) => names.map((name) => new File([name], name, { type: "image/jpeg" }));
const sent = () => Promise.all(send.mock.calls.map(async ([offer, photo]) => `${offer}/${await read(photo)}`));
/** jsdom's blobs tell their bytes to a reader alone. */
const readBy = <T>(start: (reader: FileReader) => void) =>
  new Promise<T>((done) => {
    const reader = new FileReader();
    reader.onload = () => {
      done(reader.result as T);
    };
    start(reader);
  });
const read = (photo: Blob) => readBy<string>((reader) => reader.readAsText(photo));

beforeEach(() => {
  kept = new Map();
  room = 100;
  send.mockReset();
  send.mockResolvedValue(undefined);
  Blob.prototype.arrayBuffer = function () {
    return readBy<ArrayBuffer>((reader) => reader.readAsArrayBuffer(this));
  };
});

it("waits for the offer, then for the network, and survives a browser that is killed in between", async () => {
  const first = queue();
  await first.add("draft-1", photos("a", "b"));
  expect(await first.flush()).toEqual([]);
  const second = queue();
  await second.load();
  expect(second.of("draft-1")).toHaveLength(2);
  send.mockRejectedValueOnce(new Problem(0, "offline"));
  await second.bind("draft-1", "offer-1");
  expect(await second.flush()).toEqual([]);
  const third = queue();
  await third.load();
  expect(third.leaving).toHaveLength(2);
  expect(await third.flush()).toEqual(["offer-1"]);
  expect(kept.size).toBe(0);
  expect(await third.flush()).toEqual([]);
  expect(send).toHaveBeenCalledTimes(3);
});

it("sends each photo once, whoever asks how often, and only those of the draft that became an offer", async () => {
  const one = queue();
  await one.add("draft-1", photos("a", "b"));
  await one.add("draft-2", photos("c"));
  await one.bind("draft-1", "offer-1");
  await Promise.all([one.flush(), one.flush()]);
  expect(await sent()).toEqual(["offer-1/a", "offer-1/b"]);
  expect(one.photos.map(({ draft }) => draft)).toEqual(["draft-2"]);
  await one.prune("draft-3");
  expect(kept.size).toBe(0);
});

it("goes on after a photo that the server will not have, and tries it again when told to", async () => {
  const one = queue();
  await one.add("draft-1", photos("a", "b"));
  await one.bind("draft-1", "offer-1");
  send.mockRejectedValueOnce(new Problem(409, "too_many_photos"));
  expect(await one.flush()).toEqual(["offer-1"]);
  expect([one.leaving.length, one.refused.length]).toEqual([0, 1]);
  const later = queue();
  await later.load();
  expect(await later.again()).toEqual(["offer-1"]);
  expect(kept.size).toBe(0);
});

it("keeps what fits, and says kindly that the device or the offer is full", async () => {
  const one = queue();
  room = 1;
  await one.add("draft-1", photos("a", "b"));
  expect([one.photos.length, one.failure !== null]).toEqual([1, true]);
  room = 100;
  await one.add("draft-1", photos("b", "c", "d", "e", "f", "g"));
  expect(one.of("draft-1")).toHaveLength(MOST_PHOTOS);
  expect(one.failure).not.toBeNull();
  await one.forget(one.photos.slice(0, 1));
  expect(kept.size).toBe(MOST_PHOTOS - 1);
});
