import type { Document } from "#lib/api-docs/document";
import { toProblem } from "#lib/api/problem";
import { loadMemberWords } from "#lib/i18n";
import type { PageLoad } from "./$types";

/** The description that the server makes from its own code; it is not an operation of itself, so the typed client does not know it. */
async function read(fetch: typeof globalThis.fetch): Promise<Document> {
  const answer = await fetch("/api/v1/openapi.json");
  if (!answer.ok) throw toProblem(answer.status, null, answer.headers.get("x-request-id"));
  return (await answer.json()) as Document;
}

export const load: PageLoad = async ({ parent, fetch }) => {
  await parent();
  // The page lists the codes of every operation with their sentences, the members' too.
  await loadMemberWords();
  return { document: read(fetch) };
};
