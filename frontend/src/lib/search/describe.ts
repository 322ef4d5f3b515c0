import type { Search } from "#lib/api/types";
import { dayRange, fullDay, kg, vndPerKg } from "#lib/format";
import { t } from "#lib/i18n";
import { provinceName } from "#lib/map/provinces";
import { paperName, type Names } from "#lib/market/catalogue";

/** A search in words, for its line in a list and as the name it is first given. */
export function describe(search: Search, names: Names): string[] {
  const { from, to, price_from: low, price_to: high } = search;
  return [
    search.q ?? "",
    search.variety ? names.variety(search.variety) : search.product ? names.product(search.product) : "",
    search.place ?? "",
    search.province ? provinceName(search.province) : "",
    ...(search.certificates ?? []).map(paperName),
    from && to ? dayRange(from, to) : from ? t("search.since", { day: fullDay(from) }) : to ? t("search.until", { day: fullDay(to) }) : "",
    search.least ? t("search.leastOf", { kg: kg(search.least) }) : "",
    low != null || high != null
      ? t("search.priceOf", { low: low == null ? "" : vndPerKg(low), high: high == null ? "" : vndPerKg(high) })
      : "",
    search.within_km ? t("search.withinOf", { km: search.within_km }) : "",
  ].filter((part) => part !== "");
}
