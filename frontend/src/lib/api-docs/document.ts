/** As much of an OpenAPI 3.1 document as the page shows. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: unknown[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  example?: unknown;
}
interface Content {
  content?: Record<string, { schema?: Schema }>;
}
interface Described {
  tags?: string[];
  summary?: string;
  description?: string;
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema?: Schema }[];
  requestBody?: Content & { required?: boolean };
  responses?: Record<string, Content & { description?: string }>;
}
export interface Document {
  info: { title: string; version: string; description?: string };
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, Schema> };
}

/** A line of a table: a parameter, or a field of a body. */
export interface Row {
  name: string;
  type: string;
  /** The schema it is made of, where that has a name of its own. */
  link: string | null;
  required: boolean;
  text: string;
}
export interface Operation {
  id: string;
  method: string;
  path: string;
  summary: string;
  text: string;
  parameters: Row[];
  body: { type: string; link: string | null } | null;
  answers: { status: string; type: string; link: string | null }[];
}

const nameOf = (ref: string) => ref.slice(ref.lastIndexOf("/") + 1);
const isNothing = (schema: Schema) => schema.type === "null";

/** The named schema behind a field, through lists and "or nothing". */
export function linkOf(schema: Schema | undefined): string | null {
  if (!schema) return null;
  if (schema.$ref) return nameOf(schema.$ref);
  if (schema.items) return linkOf(schema.items);
  const choices = (schema.oneOf ?? schema.anyOf ?? []).filter((one) => !isNothing(one));
  return choices[0] && choices.length === 1 ? linkOf(choices[0]) : null;
}

/** A type in one line: `Kg`, `string (date)`, `OfferView[]`, `"open" | "expired"`, `integer 1–100`. */
export function typeOf(schema: Schema | undefined): string {
  if (!schema) return "";
  if (schema.$ref) return nameOf(schema.$ref);
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) return choices.map(typeOf).join(" | ");
  if (schema.allOf) return schema.allOf.map(typeOf).join(" & ");
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.items) return `${typeOf(schema.items)}[]`;
  const type = Array.isArray(schema.type) ? schema.type.join(" | ") : (schema.type ?? "any");
  const shape = schema.format && !/^u?int(8|16|32|64)$/.test(schema.format) ? ` (${schema.format})` : "";
  return type + shape + limits(schema);
}

function limits({ minimum, maximum, minLength, maxLength }: Schema): string {
  const [low, high, unit] = maxLength === undefined && minLength === undefined ? [minimum, maximum, ""] : [minLength, maxLength, " chars"];
  if (low === undefined && high === undefined) return "";
  if (high === undefined) return ` ≥ ${String(low)}${unit}`;
  return low === undefined ? ` ≤ ${String(high)}${unit}` : ` ${String(low)}–${String(high)}${unit}`;
}

/** The fields of a schema, those of its parts included. */
export function fieldsOf(schema: Schema): Row[] {
  const own = Object.entries(schema.properties ?? {}).map(([name, field]) => ({
    name,
    type: typeOf(field),
    link: linkOf(field),
    required: schema.required?.includes(name) ?? false,
    text: field.description ?? field.oneOf?.find((one) => one.description)?.description ?? "",
  }));
  return [...(schema.allOf ?? []).flatMap(fieldsOf), ...own];
}

/** The named parts of a schema that has no fields for them: `allOf` and choices. */
export function partsOf(schema: Schema): string[] {
  return [...(schema.allOf ?? []), ...(schema.oneOf ?? [])].flatMap((part) => (part.$ref ? [nameOf(part.$ref)] : []));
}

const schemaIn = ({ content = {} }: Content) => Object.values(content)[0]?.schema;

/** All operations by their tag, in the order of the document. */
export function byTag({ paths }: Document): [string, Operation[]][] {
  const tags = new Map<string, Operation[]>();
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, found] of Object.entries(methods)) {
      const tag = found.tags?.[0] ?? "";
      tags.set(tag, [...(tags.get(tag) ?? []), operation(path, method, found)]);
    }
  }
  return [...tags];
}

function operation(path: string, method: string, found: Described): Operation {
  const body = found.requestBody && schemaIn(found.requestBody);
  return {
    id: `${method}${path.replace(/[^a-z0-9]+/gi, "-")}`,
    method: method.toUpperCase(),
    path,
    summary: found.summary ?? "",
    text: found.description ?? "",
    parameters: (found.parameters ?? []).map((one) => ({
      name: `${one.name} (${one.in})`,
      type: typeOf(one.schema),
      link: linkOf(one.schema),
      required: one.required ?? false,
      text: one.description ?? "",
    })),
    body: body ? { type: typeOf(body), link: linkOf(body) } : null,
    answers: Object.entries(found.responses ?? {}).map(([status, answer]) => ({
      status,
      type: typeOf(schemaIn(answer)),
      link: linkOf(schemaIn(answer)),
    })),
  };
}
