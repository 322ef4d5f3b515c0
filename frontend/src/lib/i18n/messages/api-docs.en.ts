import type { Translation } from "#lib/i18n/types";
import type vi from "./api-docs.vi";

export default {
  "apiDocs.title": "API reference",
  "apiDocs.lead": "For those who connect their own programs to the market. It comes straight from this server.",
  "apiDocs.search": "Find an operation or a path",
  "apiDocs.none": "No such operation. Type less.",
  "apiDocs.parameters": "Parameters",
  "apiDocs.body": "Body",
  "apiDocs.answers": "Answers",
  "apiDocs.required": "required",
  "apiDocs.schemas": "Schemas",
  "apiDocs.errors": "Error codes",
  "apiDocs.errors.explain": "Every error is application/problem+json. Codes are stable; the sentence beside one is what people read.",
  "apiDocs.errors.whole": "whole request",
  "apiDocs.errors.field": "one field",
} satisfies Translation<typeof vi>;
