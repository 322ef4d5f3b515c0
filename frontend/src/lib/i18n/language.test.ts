import { beforeEach, expect, it, vi } from "vitest";

/** The words as they are when the app starts, before anybody signed in. */
async function fresh() {
  vi.resetModules();
  return await import("#lib/i18n");
}
let words: Awaited<ReturnType<typeof fresh>>;
beforeEach(async () => {
  words = await fresh();
});

it("has the words of members in the chosen language, whichever is asked for first", async () => {
  await Promise.all([words.setLanguage("en"), words.loadMemberWords()]);
  expect(words.t("proposal.counter")).toBe("Counter");
  words = await fresh();
  await Promise.all([words.loadMemberWords(), words.setLanguage("en")]);
  expect(words.t("proposal.counter")).toBe("Counter");
  expect(words.currentLanguage()).toBe("en");
});

it("keeps the words of members when the language changes", async () => {
  await words.loadMemberWords();
  await words.setLanguage("en");
  await words.setLanguage("vi");
  expect(words.t("proposal.counter")).toBe("Trả giá");
});

it("brings a visitor the public words alone", () => {
  expect(words.t("nav.prices")).toBe("Giá tham khảo");
  expect(words.maybe("proposal.counter")).toBeUndefined();
});
