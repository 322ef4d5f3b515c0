import { SvelteSet } from "svelte/reactivity";

/** Texts that were read to the end on this device since the page was opened, by their hash: a changed text is read anew. */
const hashes = new SvelteSet<string>();

export const readTexts = {
  has: (hash: string): boolean => hashes.has(hash),
  add: (hash: string): void => {
    hashes.add(hash);
  },
};
