import { maybe, t } from "#lib/i18n";
import { fieldSentence } from "#lib/form/errors";
import { fullDay } from "#lib/format";
import type { ImportProblem } from "#lib/api/types";

/** What a column is called; each week of a demand is one. */
export function columnName(code: string): string {
  const monday = code.startsWith("week:") ? code.slice("week:".length) : undefined;
  return monday === undefined ? (maybe(`import.column.${code}`) ?? code) : t("import.column.week", { day: fullDay(monday) });
}

/** Why a row waits, in one sentence; the row it may repeat is named. */
export function why(problem: ImportProblem): string {
  const sentence = maybe(`import.why.${problem.code}`) ?? fieldSentence(problem.code);
  return problem.row == null ? sentence : `${sentence} ${t("import.row.see", { n: problem.row })}`;
}

/** Why a value was changed on the way in. */
export function fix(code: string): string {
  return maybe(`import.fix.${code}`) ?? code;
}

/** Why a row is no entry of the list. */
export function skipped(code: string): string {
  return maybe(`import.skip.${code}`) ?? code;
}
