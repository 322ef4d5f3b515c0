import { http, take } from "./http";
import type { components } from "./schema";

export type NextRound = components["schemas"]["NextRound"];

export const rounds = {
  next: () => take(http.GET("/api/v1/rounds/next")),
};
