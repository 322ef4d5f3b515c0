import { beforeAll } from "vitest";
import { setLanguage } from "#lib/i18n";

beforeAll(async () => {
  await setLanguage("vi");
});
