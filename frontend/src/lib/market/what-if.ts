import type { Asked, Question } from "#lib/api/what-if";
import type { Side } from "#lib/api/types";
import { grams, kg, vndPerKg, vndRange } from "#lib/format";
import { t } from "#lib/i18n";
import { paperName } from "./catalogue";

/** Weeks either way that can be asked about. */
export const MOST_WEEKS = 8;

export function weeksWords(weeks: number): string {
  return weeks < 0 ? t("whatIf.earlier", { n: -weeks }) : t("whatIf.later", { n: weeks });
}

/** A question in a few words: "giá 24.500 ₫/kg, muộn hơn 2 tuần". */
export function questionWords(question: Question, side: Side): string {
  const parts = [
    question.price ? t("whatIf.asked.price", { price: vndPerKg(question.price) }) : "",
    question.weeks ? weeksWords(question.weeks).toLocaleLowerCase("vi") : "",
    question.paper ? t(`whatIf.asked.paper.${side}`, { paper: paperName(question.paper) }) : "",
  ].filter(Boolean);
  const words = parts.join(", ");
  return words.charAt(0).toLocaleUpperCase("vi") + words.slice(1);
}

/** What a round would have taken, in a sentence; nothing where it tells no weight. */
export function takenWords(answer: NonNullable<Asked["answer"]>, side: Side): string {
  const { kg_at_least: least, kg_at_most: most } = answer;
  if (answer.kind === "too_few") return t(`whatIf.tooFew.${side}`);
  if (answer.kind === "nobody" || !least || !most) return "";
  if (grams(most) === 0) return t(`whatIf.nothing.${side}`);
  if (least === most) return t(`whatIf.all.${side}`);
  if (grams(least) < 100_000) return t(`whatIf.under.${side}`, { to: kg(most) });
  return t(`whatIf.some.${side}`, { from: kg(least), to: kg(most) });
}

/** The price range of an answer that tells one. */
export function pricedWords(answer: NonNullable<Asked["answer"]>, side: Side): string {
  return answer.price ? t(`whatIf.priced.${side}`, { range: vndRange(answer.price.low, answer.price.high) }) : "";
}

/** The same question was asked: its answer takes the place of the one before. */
export function withAnswer(asked: readonly Asked[], answer: Asked): Asked[] {
  const same = (one: Asked) => JSON.stringify(sorted(one.question)) === JSON.stringify(sorted(answer.question));
  return asked.some(same) ? asked.map((one) => (same(one) ? answer : one)) : [...asked, answer];
}

const sorted = ({ price, weeks, paper }: Question) => [price ?? null, weeks ?? 0, paper ?? null];
