import type { GradeSheet } from "#lib/api/types";
import { integer } from "#lib/format";
import { t } from "#lib/i18n";

const citrus = ["orange", "mandarin", "lime", "pummelo"] as const;
const vegetables = [
  "tomato",
  "cucumber",
  "carrot",
  "lettuce",
  "cabbage",
  "chinese-cabbage",
  "cauliflower",
  "kohlrabi",
  "leafy",
  "celery",
  "herb",
  "chayote",
  "wax-gourd",
  "pumpkin",
  "bottle-gourd",
  "loofah",
  "bitter-gourd",
  "green-bean",
  "yard-long-bean",
  "okra",
  "aubergine",
  "chilli",
  "sweet-corn",
  "daikon",
  "potato",
  "sweet-potato",
  "taro",
  "ginger",
  "garlic",
  "bamboo-shoot",
  "mushroom",
] as const;

/** What the goods of a grade sheet are called. */
export function sheetName(name: string): string {
  const known = [...citrus, ...vegetables].find((one) => one === name);
  return known ? t(`grades.sheet.${known}`) : name;
}

/** What the classes of a vegetable's sheet ask, in plain words; those of citrus are the classes told above the sheets. */
export function classesOf(name: string): string | undefined {
  const known = vegetables.find((one) => one === name);
  return known && t(`grades.classes.${known}`);
}

/** The figures a label stands for: "58–69", "từ 2.000". */
export const sizeRange = ({ from, to }: GradeSheet["sizes"][number]): string =>
  to == null ? t("grades.from", { figure: integer(from) }) : `${integer(from)}–${integer(to)}`;
