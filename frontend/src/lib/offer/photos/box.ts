/** A photo that waits on this device: first for its offer to exist, then for the network. */
export interface WaitingPhoto {
  id: string;
  user: string;
  /** The idempotency key of the draft it was taken for: the same draft becomes the same offer, however often it is sent. */
  draft: string;
  /** The offer the draft became. */
  offer: string | null;
  name: string;
  type: string;
  /** Already small. */
  bytes: ArrayBuffer;
  /** Why the server will not have it, however often it is sent. */
  refused: string | null;
}

/** Where photos wait. Whatever is told to be kept is kept when the promise resolves, also from a browser that is killed then. */
export interface Box {
  all: (user: string) => Promise<WaitingPhoto[]>;
  put: (photos: WaitingPhoto[]) => Promise<void>;
  remove: (ids: string[]) => Promise<void>;
}

const STORE = "photos";

function opened(): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const request = indexedDB.open("muavu", 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(STORE, { keyPath: "id" }).createIndex("user", "user");
    };
    request.onsuccess = () => {
      // Another tab with a newer app must be able to change the store.
      request.result.onversionchange = () => {
        request.result.close();
      };
      done(request.result);
    };
    request.onerror = () => {
      fail(request.error ?? new Error("no store"));
    };
  });
}

/** One transaction; it has happened when the promise resolves, and not at all when it rejects. */
async function inside<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T> | undefined): Promise<T | undefined> {
  const database = await opened();
  try {
    return await new Promise<T | undefined>((done, fail) => {
      const transaction = database.transaction(STORE, mode, { durability: "strict" });
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => {
        done(request?.result);
      };
      transaction.onabort = () => {
        fail(transaction.error ?? new Error("not kept"));
      };
    });
  } finally {
    database.close();
  }
}

/** The device's own database: small texts live in `localStorage`, which has no room for pictures. */
export const deviceBox: Box = {
  all: async (user) => {
    const found = await inside("readonly", (store) => store.index("user").getAll(user) as IDBRequest<WaitingPhoto[]>);
    return found ?? [];
  },
  put: async (photos) => {
    await inside("readwrite", (store) => {
      for (const photo of photos) store.put(photo);
      return undefined;
    });
  },
  remove: async (ids) => {
    await inside("readwrite", (store) => {
      for (const id of ids) store.delete(id);
      return undefined;
    });
  },
};

/** The device has no room for it. */
export function isFull(problem: unknown): boolean {
  return problem instanceof DOMException && problem.name === "QuotaExceededError";
}
