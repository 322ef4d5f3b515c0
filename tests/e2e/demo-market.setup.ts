import { test } from "@playwright/test";
import { playedDemo } from "./support/demo.ts";
import { Server } from "./support/server.ts";

test("the weeks of the demo market are played once for all journeys", async ({}, info) => {
  test.setTimeout(900_000);
  await Server.playDemo(playedDemo(info));
});
