import { cleanup } from "@testing-library/svelte";
import { afterEach, beforeAll } from "vitest";
import { loadMemberWords, setLanguage } from "#lib/i18n";

beforeAll(async () => {
  await setLanguage("vi");
  await loadMemberWords();
});
afterEach(() => {
  cleanup();
});
