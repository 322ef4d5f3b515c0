import { http, take } from "./http";
import type { components } from "./schema";

export type Task = components["schemas"]["TaskView"];

/** What waits for the reader, the nearest deadline first. */
export const tasks = () => take(http.GET("/api/v1/tasks"));
