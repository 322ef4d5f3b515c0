import { http, once, take } from "./http";
import type { SaveSearch, Search } from "./types";

/** Searches that the signed-in person keeps, to be told of new posts. */
export const searches = {
  list: () => take(http.GET("/api/v1/searches")),
  keep: (body: Omit<SaveSearch, "search"> & { search: Search }, key: string) =>
    take(http.POST("/api/v1/searches", { body: body as SaveSearch, ...once(key) })),
  rename: (id: string, name: string) => take(http.PUT("/api/v1/searches/{id}", { params: { path: { id } }, body: { name } })),
  remove: (id: string) => take(http.DELETE("/api/v1/searches/{id}", { params: { path: { id } } })),
};
