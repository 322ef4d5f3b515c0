import { http, take } from "./http";
import type { Import, ImportKind, RowState } from "./types";
import { upload } from "./upload";

export interface Cell {
  column: string;
  text: string;
}
interface RowQuery {
  state?: RowState;
  after?: string;
}

/** Lists that come as files. */
export const imports = {
  list: (after?: string) => take(http.GET("/api/v1/imports", { params: { query: after === undefined ? {} : { after } } })),
  get: (id: string) => take(http.GET("/api/v1/imports/{id}", { params: { path: { id } } })),
  rows: (id: string, query: RowQuery) =>
    take(http.GET("/api/v1/imports/{id}/rows", { params: { path: { id }, query: { ...query, limit: 20 } } })),
  send: async (kind: ImportKind, file: File, progress: (share: number) => void): Promise<Import> => {
    const path = `/api/v1/imports?${new URLSearchParams({ kind, name: file.name.slice(-200) })}`;
    return (await upload(path, file, progress, () => imports.list())) as Import;
  },
  take: (id: string, number: number, cells: Cell[]) =>
    take(http.PUT("/api/v1/imports/{id}/rows/{number}", { params: { path: { id, number } }, body: { cells } })),
  leave: (id: string, number: number) => take(http.POST("/api/v1/imports/{id}/rows/{number}/leave", { params: { path: { id, number } } })),
  setDefaults: (id: string, values: Cell[]) =>
    take(http.POST("/api/v1/imports/{id}/defaults", { params: { path: { id } }, body: { values } })),
  /** With a reason, what the office enters is verified at once. */
  make: (id: string, because: string | null) =>
    take(http.POST("/api/v1/imports/{id}/make", { params: { path: { id } }, body: { verify_because: because } })),
};
