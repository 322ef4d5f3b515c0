import { cleanup } from "@testing-library/svelte";
import { afterEach, beforeAll } from "vitest";
import { setLanguage } from "#lib/i18n";

beforeAll(async () => {
  await setLanguage("vi");
});
afterEach(() => {
  cleanup();
});
