import { contracts } from "#lib/api/contracts";
import { sha256 } from "#lib/contract/document";
import type { PageLoad } from "./$types";

async function read(id: string) {
  const [view, text] = await Promise.all([contracts.get(id), contracts.text(id)]);
  return { view, ...text, sum: await sha256(text.bytes) };
}

export const load: PageLoad = async ({ parent, params }) => {
  await parent();
  return { document: read(params.id) };
};
