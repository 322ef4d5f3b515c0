import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as f from "#lib/format";

interface Vectors {
  number_format: { vnd: { n: number; text: string }[]; kg: { kg: string; text: string }[] };
  number_parse: {
    money_vnd: { input: string; value: number | null; reason?: string }[];
    weight_kg: { input: string; kg: string | null; reason?: string }[];
  };
  vnd_words: { cases: { n: number; words: string }[] };
  dates: { cases: { input: string; iso: string | null; reason?: string }[]; utc_to_business_day: { utc: string; day: string }[] };
  tet: { year: number; mung_1: string }[];
}

const vectors = JSON.parse(readFileSync("../data/test-vectors.json", "utf8")) as Vectors;

/** The vectors write one plain space where the screen has a no-break space. */
const spaced = (text: string): string => text.replaceAll(f.NBSP, " ");

describe("figures of the reference vectors", () => {
  it.each(vectors.number_format.vnd)("$n đồng is written $text", ({ n, text }) => {
    expect(f.vnd(n)).toBe(text);
  });
  it.each(vectors.number_format.kg)("$kg kg is written $text", ({ kg, text }) => {
    expect(spaced(f.kg(kg))).toBe(spaced(text));
  });
  it.each(vectors.vnd_words.cases.filter(({ n }) => n >= 0 && n < 1e12))("$n is said $words", ({ n, words }) => {
    expect(f.inWords(n)).toBe(words.replace(/ đồng$/, ""));
  });
  it.each(vectors.dates.cases)("the day $input is $iso", ({ input, iso, reason }) => {
    const read = f.parseDay(input);
    expect("day" in read ? read.day : null).toBe(iso);
    if ("fault" in read) expect(reason).toContain(read.fault);
  });
  it.each(vectors.dates.utc_to_business_day)("$utc is the day $day", ({ utc, day }) => {
    expect(f.dayOf(new Date(utc))).toBe(day);
  });
});

describe("typed amounts", () => {
  it.each(vectors.number_parse.money_vnd)("'$input' is $value", ({ input, value, reason }) => {
    const read = f.parseVnd(input);
    expect("value" in read ? read.value : null).toBe(value);
    if ("fault" in read) expect(read.fault).toBe(reason);
  });
});

describe("typed weights", () => {
  it.each(vectors.number_parse.weight_kg)("'$input' is $kg kg", ({ input, kg, reason = "" }) => {
    const read = f.parseKg(input, "kg");
    if (kg !== null) expect(read).toEqual({ kg });
    else if (reason.startsWith("ambiguous")) expect(read).toHaveProperty("ambiguous");
    else expect(read).toEqual({ fault: reason });
  });

  it("asks which of two readings is meant, with the weight of each", () => {
    expect(f.parseKg("1.5", "tấn")).toEqual({
      ambiguous: [
        { label: "1,5\u00a0tấn", kg: "1500" },
        { label: "15\u00a0tấn", kg: "15000" },
      ],
    });
    expect(f.parseKg("1.500", "tấn")).toEqual({
      ambiguous: [
        { label: "1,5\u00a0tấn", kg: "1500" },
        { label: "1.500\u00a0tấn", kg: "1500000" },
      ],
    });
  });

  it("takes a bare figure in the chosen unit", () => {
    expect(f.parseKg("8,5", "tấn")).toEqual({ kg: "8500" });
    expect(f.parseKg("12", "tạ")).toEqual({ kg: "1200" });
    expect(f.parseKg("0,0004", "kg")).toEqual({ fault: "too_fine" });
    expect(f.parseKg("0", "kg")).toEqual({ fault: "out_of_range" });
    expect(f.parseKg("100.000.001", "kg")).toEqual({ fault: "out_of_range" });
    expect(f.parseKg("1".repeat(40), "kg")).toEqual({ fault: "too_fine" });
  });

  it("says the weight in words", () => {
    expect(f.kgInWords(f.grams("8500"))).toBe("tám nghìn năm trăm ki-lô-gam");
    expect(f.kgInWords(f.grams("0.5"))).toBe("năm trăm gam");
  });
});

describe("sums and summaries", () => {
  it("adds weights without losing a gram", () => {
    expect(f.sumKg(["0.1", "0.2", "12500.25"])).toBe("12500.55");
  });
  it("says tonnes only above 99.999 kg", () => {
    expect(spaced(f.weight("99999", "tấn"))).toBe("99.999 kg");
    expect(spaced(f.weight("10730000", "tấn"))).toBe("10.730,0 tấn");
  });
  it("writes a price range with one unit", () => {
    expect(spaced(f.vndRange(20000, 21900))).toBe("20.000\u2060–\u206021.900 ₫");
  });
});

describe("weeks", () => {
  it("are named by their Monday", () => {
    expect(f.mondayOf("2026-11-21")).toBe("2026-11-16");
    expect(f.weeksOf("2026-12-22", "2027-01-29")).toHaveLength(6);
    expect(f.weeksOf("2026-12-22", "2026-12-21")).toEqual([]);
    expect(f.weekDays("2026-12-28")).toBe("28/12 – 03/01");
  });
  it("know Tết as the reference calendar does", () => {
    for (const { mung_1 } of vectors.tet.filter(({ year }) => year <= 2035)) {
      expect(f.tetOf(f.mondayOf(mung_1))).toEqual({ kind: "new_year", day: mung_1 });
    }
    expect(f.tetOf("2027-01-18")).toEqual({ kind: "before" });
    expect(f.tetOf("2027-02-08")).toEqual({ kind: "holiday" });
    expect(f.tetOf("2027-03-01")).toBeNull();
  });
});
