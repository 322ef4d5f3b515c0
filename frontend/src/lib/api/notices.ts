import { http, take } from "./http";
import type { components } from "./schema";

export type Notice = components["schemas"]["NoticeView"];

export const notices = {
  list: (after?: string) => take(http.GET("/api/v1/notices", { params: { query: after === undefined ? {} : { after } } })),
  unread: () => take(http.GET("/api/v1/notices/unread")),
  read: (up_to: string) => take(http.POST("/api/v1/notices/read", { body: { up_to } })),
};
