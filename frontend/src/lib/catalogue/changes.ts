import type { VarietyTerms } from "#lib/api/types";
import { kgWeight } from "./unit";
import { seasonWords } from "./season";
import { t } from "#lib/i18n";

/** What one change did to a variety, in words: only what differs from before. */
export function changes(before: VarietyTerms | null, after: VarietyTerms): string[] {
  if (before === null) return [t("catalogue.step.added")];
  const said: string[] = [];
  if (before.name_vi !== after.name_vi) said.push(t("catalogue.step.name", { from: before.name_vi, to: after.name_vi }));
  if (before.name_en !== after.name_en) said.push(t("catalogue.step.english", { from: before.name_en, to: after.name_en }));
  const [had, has] = [new Set(before.also ?? []), new Set(after.also ?? [])];
  const [gained, lost] = [[...has].filter((name) => !had.has(name)), [...had].filter((name) => !has.has(name))];
  if (gained.length > 0) said.push(t("catalogue.step.gained", { names: gained.join(", ") }));
  if (lost.length > 0) said.push(t("catalogue.step.lost", { names: lost.join(", ") }));
  if (JSON.stringify(before.season) !== JSON.stringify(after.season))
    said.push(t("catalogue.step.season", { season: seasonWords(after.season) }));
  if (kgWeight(before) !== kgWeight(after)) said.push(t("catalogue.step.unit", { unit: kgWeight(after) }));
  if ((before.resting ?? false) !== (after.resting ?? false)) said.push(t(after.resting ? "catalogue.step.rests" : "catalogue.step.back"));
  return said;
}
