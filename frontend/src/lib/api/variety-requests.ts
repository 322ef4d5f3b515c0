import { http, take } from "./http";
import { reference } from "./reference";
import type { AskedVariety, VarietyRequestFile } from "./types";

const paged = (after?: string) => ({ params: { query: after === undefined ? {} : { after } } });

/** "My variety is not here": what members ask for, and the office's answers. */
export const varietyRequests = {
  list: (after?: string) => take(http.GET("/api/v1/variety-requests", paged(after))),
  ask: (body: AskedVariety, key: string) =>
    take(http.POST("/api/v1/variety-requests", { body, params: { header: { "idempotency-key": key } } })),
  queue: (after?: string) => take(http.GET("/api/v1/officer/variety-requests", paged(after))),
  /** One that waits, from the pages of the queue; nothing when it was answered meanwhile. */
  asked: async (id: string): Promise<VarietyRequestFile | null> => {
    let after: string | undefined;
    for (;;) {
      const page = await take(http.GET("/api/v1/officer/variety-requests", paged(after)));
      const found = page.items.find((file) => file.id === id);
      if (found) return found;
      if (page.next == null) return null;
      after = page.next;
    }
  },
  takeUp: async (id: string, variety: string, reason: string) => {
    const body = reason === "" ? { variety } : { variety, reason };
    await take(http.POST("/api/v1/officer/variety-requests/{id}/take-up", { params: { path: { id } }, body }));
    reference.forgetCatalogue();
  },
  refuse: (id: string, reason: string) =>
    take(http.POST("/api/v1/officer/variety-requests/{id}/refuse", { params: { path: { id } }, body: { reason } })),
};
