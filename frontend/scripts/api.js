// Makes src/lib/api/schema.ts, the types of the API, from openapi.json.
import { readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";

const api = JSON.parse(await readFile("openapi.json", "utf8"));
// Types are named by path and method. Operation ids repeat between features, and a repeated one would hide the others.
for (const path of Object.values(api.paths)) {
  for (const operation of Object.values(path)) delete operation.operationId;
}
const head = "// Made from openapi.json by `npm run api`. Do not edit.\n\n";
await writeFile("src/lib/api/schema.ts", head + astToString(await openapiTS(api)));
