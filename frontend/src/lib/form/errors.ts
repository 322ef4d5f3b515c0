import { Problem } from "#lib/api/problem";
import { maybe, t } from "#lib/i18n";
import type { Fault } from "./fault";

/** The sentence for a whole request that failed. An unknown code shows the general sentence and the request id. */
export function sentence(problem: unknown): string {
  if (!(problem instanceof Problem)) return t("error.general", { id: "" });
  return maybe(`error.${problem.code}`) ?? maybe(`error.status.${problem.status}`) ?? t("error.general", { id: problem.requestId ?? "" });
}

/** The sentence under one field. */
export function fieldSentence(code: string): string {
  return maybe(`field.${code}`) ?? t("field.other");
}

/** A fault that a field finds itself while typing goes on; it disappears by itself. */
export function live(code: string): Fault {
  return { text: fieldSentence(code), clear: () => undefined };
}
