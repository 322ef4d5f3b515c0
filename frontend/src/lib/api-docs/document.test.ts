import { describe, expect, it } from "vitest";
import { byTag, fieldsOf, linkOf, partsOf, typeOf, type Document } from "./document";
import spec from "../../../openapi.json";

const document = spec as unknown as Document;

describe("the API's own description", () => {
  it("is shown whole: every operation under a tag, with a sentence and its answers", () => {
    const operations = byTag(document).flatMap(([, found]) => found);
    const count = Object.values(document.paths).reduce((sum, methods) => sum + Object.keys(methods).length, 0);
    expect(operations.length).toBe(count);
    expect(operations.filter(({ summary, answers }) => !summary || answers.length === 0)).toEqual([]);
    expect(new Set(operations.map(({ id }) => id)).size).toBe(count);
  });

  it("names no schema that is not there", () => {
    const { schemas } = document.components;
    const linked = [
      ...byTag(document).flatMap(([, found]) =>
        found.flatMap((one) => [one.body?.link, ...one.answers.map(({ link }) => link), ...one.parameters.map(({ link }) => link)]),
      ),
      ...Object.values(schemas).flatMap((schema) => [...fieldsOf(schema).map(({ link }) => link), ...partsOf(schema)]),
    ].filter((name) => name != null);
    expect(linked.length).toBeGreaterThan(300);
    expect(linked.filter((name) => !(name in schemas))).toEqual([]);
  });
});

describe("a type in one line", () => {
  it.each([
    [{ $ref: "#/components/schemas/Kg" }, "Kg", "Kg"],
    [{ type: "array", items: { $ref: "#/components/schemas/OfferView" } }, "OfferView[]", "OfferView"],
    [{ oneOf: [{ $ref: "#/components/schemas/Kg" }, { type: "null" }] }, "Kg | null", "Kg"],
    [{ type: "string", enum: ["open", "expired"] }, '"open" | "expired"', null],
    [{ type: "integer", format: "int64", minimum: 1, maximum: 100 }, "integer 1–100", null],
    [{ type: ["string", "null"], format: "date-time" }, "string | null (date-time)", null],
    [{ type: "string", maxLength: 100 }, "string ≤ 100 chars", null],
  ])("%o", (schema, type, link) => {
    expect(typeOf(schema)).toBe(type);
    expect(linkOf(schema)).toBe(link);
  });
});
