import type { DemandLine, DueTerms, Place } from "#lib/api/types";
import { MOST_DUES, USUAL_DUES_DAYS } from "#lib/dues/draft";
import type { Names } from "#lib/market/catalogue";
import { placeName } from "#lib/market/places";
import { t } from "#lib/i18n";
import type { NameBook } from "./book.svelte";
import {
  brix,
  duesDays,
  duesShare,
  fault,
  firstDay,
  grade,
  hours,
  juice,
  lastDay,
  papers,
  paymentDays,
  preferred,
  price,
  share,
  sizes,
  suppliers,
  weight,
  type Fault,
  type Reading,
} from "./cell";
import { type Cells, columns, type Field, isBlank } from "./columns";
import type { Words } from "./words";

/** How a cell looks: what it was understood as, what stands for an empty one, what is wrong with it. */
export interface CellLook {
  shown: string;
  state: "empty" | "good" | "bad" | "asking";
  fault?: Fault;
}

export interface RowReading {
  blank: boolean;
  looks: CellLook[];
  /** Whole only when every cell is good. */
  line: DemandLine | null;
  asking: boolean;
}

/** What is known beside the cells. */
export interface Around {
  names: Names;
  words: Words;
  book: NameBook;
  /** Where goods go when the cell says nothing. */
  home: Place;
}

export const PAYMENT_DAYS = 15;
export const HOURS = { from: "05:00", to: "07:00" };

export function readRow(cells: Cells, around: Around): RowReading {
  if (isBlank(cells)) return { blank: true, looks: columns.map(() => ({ shown: "", state: "empty" })), line: null, asking: false };
  const looks: CellLook[] = [];
  /** Reads the next column; an empty cell takes what stands for it, or is missing. */
  function read<T>(reader: (text: string) => Reading<T>, otherwise?: { value: T | null; shown: string }): T | null {
    const text = (cells[looks.length] ?? "").trim();
    if (text === "" && otherwise) {
      looks.push({ shown: otherwise.shown, state: "empty" });
      return otherwise.value;
    }
    const found = text === "" ? fault("required") : reader(text);
    if (found === "asking") looks.push({ shown: text, state: "asking" });
    else if ("code" in found) looks.push({ shown: text, state: "bad", fault: found });
    else looks.push({ shown: found.shown, state: "good" });
    return found !== "asking" && "value" in found ? found.value : null;
  }

  const goods = read((text) => goodsOf(text, around));
  const min_grade = read((text) => grade(text, around.words));
  const kg_per_week = read(weight);
  const from = read(firstDay);
  const to = read((text) => lastDay(text, from));
  const bid = read(price);
  const delivery_commune = read((text) => communeOf(text, around), { value: around.home.commune_code, shown: placeName(around.home) });
  const payment_days = read(paymentDays, { value: PAYMENT_DAYS, shown: t("unit.days", { n: PAYMENT_DAYS }) });
  const certificates = read((text) => papers(text, around.words), { value: [], shown: t("demand.certificates.none") });
  const max_suppliers = read(suppliers, { value: 0, shown: t("demand.anySuppliers") });
  const delivery_hours = read(hours, { value: HOURS, shown: `${HOURS.from}–${HOURS.to}` });
  const max_share = read(share, { value: 0, shown: t("demand.anyShare") });
  const preferences = read((text) => preferred(text, around.words), { value: [], shown: t("demand.preferred.none") });
  const min_lot = read(weight, { value: "0", shown: t("demand.anyShare") });
  const quality = {
    sizes: read(sizes, { value: [], shown: t("demand.preferred.none") }) ?? [],
    brix_tenths: read(brix, { value: null, shown: t("demand.preferred.none") }),
    juice_percent: read(juice, { value: null, shown: t("demand.preferred.none") }),
  };

  /** A share and its days, which say nothing beside a share that is none. */
  function shareAndDays(kind: "deposit" | "retention"): [number, number] {
    const most = MOST_DUES[kind];
    const part =
      read((text) => duesShare(text, most.percent, `${kind}_out_of_range`), { value: 0, shown: t("demand.preferred.none") }) ?? 0;
    const usual = USUAL_DUES_DAYS[kind];
    const shown = part > 0 ? t("unit.days", { n: usual }) : t("demand.preferred.none");
    const days = read((text) => duesDays(text, most.days, `${kind}_days_out_of_range`), { value: usual, shown });
    return [part, part > 0 ? (days ?? usual) : 0];
  }
  const [deposit_percent, deposit_days] = shareAndDays("deposit");
  const [retention_percent, retention_days] = shareAndDays("retention");
  const dues: DueTerms = { deposit_percent, deposit_days, retention_percent, retention_days };

  const whole = looks.every(({ state }) => state === "good" || state === "empty");
  const line =
    whole && goods && min_grade && kg_per_week && from && to && bid !== null && delivery_commune && delivery_hours
      ? {
          ...goods,
          min_grade,
          kg_per_week,
          from,
          to,
          bid,
          delivery_commune,
          payment_days: payment_days ?? PAYMENT_DAYS,
          certificates: certificates ?? [],
          max_suppliers: max_suppliers ?? 0,
          max_share: max_share ?? 0,
          delivery_hours,
          preferred: preferences ?? [],
          min_lot: min_lot ?? "0",
          quality,
          note: "",
          ...(deposit_percent + retention_percent > 0 ? { dues } : {}),
        }
      : null;
  return { blank: false, looks, line, asking: looks.some(({ state }) => state === "asking") };
}

function goodsOf(text: string, { book, names }: Around): Reading<{ product: string; varieties: string[] }> {
  const read = book.goods(text);
  if (read === "asking") return read;
  const { product, varieties, code, choices } = read;
  if (product == null) return fault(code ?? "goods_unknown", choices);
  return { value: { product, varieties }, shown: names.wanted(product, varieties) };
}

function communeOf(text: string, { book }: Around): Reading<string> {
  const read = book.commune(text);
  if (read === "asking") return read;
  if (read.place == null) return fault(read.code ?? "commune_unknown", read.choices);
  return { value: read.place.commune_code, shown: placeName(read.place) };
}

/** The column a fault of the server stands in: `lines.17.varieties.0` is one of the goods. */
export function fieldOf(path: string): Field {
  const [head = "", next] = path.split(".");
  if (head === "product" || head === "varieties") return "goods";
  if (head === "quality") return next === "brix_tenths" ? "brix" : next === "juice_percent" ? "juice" : "sizes";
  const found = columns.find(({ field }) => field === head) ?? columns.find(({ field }) => field === next);
  return found?.field ?? "goods";
}
