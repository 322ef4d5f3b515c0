import { join } from "node:path";
import type { TestInfo } from "@playwright/test";

/** The data of a demo market, played before the first journey: the folder is emptied when a run begins. */
export function playedDemo(info: TestInfo): string {
  return join(info.project.outputDir, "demo-market");
}
