import type { MarketQuery } from "#lib/api/market";
import type { Search, Side } from "#lib/api/types";

/** A search of the market in an address: each filter under a short Vietnamese name. */
const texts = {
  q: "q",
  product: "nhom",
  variety: "giong",
  place: "noi",
  province: "tinh",
  from: "tu",
  to: "den",
  least: "it-nhat",
} as const;
const numbers = { price_from: "gia-tu", price_to: "gia-den", within_km: "km" } as const;
const orders = { price: "gia", near: "gan" } as const;

/** Whose posts: a supplier's offers, or a buyer's demands. */
export function sideIn(query: URLSearchParams): Side {
  return query.get("ben") === "mua" ? "buyer" : "supplier";
}

/** The address for somebody who has no place to start from: distances mean nothing there. */
export function withoutDistance(query: URLSearchParams): URLSearchParams {
  const rest = new URLSearchParams(query);
  rest.delete(numbers.within_km);
  if (rest.get("xep") === orders.near) rest.delete("xep");
  return rest;
}

/** The filters of an address; what is no number where one belongs is left out. */
export function searchIn(query: URLSearchParams): Search {
  const search: Search = {};
  for (const [field, name] of Object.entries(texts) as [keyof typeof texts, string][]) {
    const text = query.get(name)?.trim();
    if (text) search[field] = text;
  }
  for (const [field, name] of Object.entries(numbers) as [keyof typeof numbers, string][]) {
    const text = query.get(name) ?? "";
    if (/^[1-9]\d{0,8}$/.test(text)) search[field] = Number(text);
  }
  const kinds = (query.get("giay") ?? "").split(",").filter((kind) => kind !== "");
  if (kinds.length > 0) search.certificates = kinds as NonNullable<Search["certificates"]>;
  return search;
}

/** The same as the API takes it, with the order. */
export function queryIn(query: URLSearchParams): MarketQuery {
  const { certificates, ...rest } = searchIn(query);
  const order = Object.entries(orders).find(([, name]) => name === query.get("xep"))?.[0] as keyof typeof orders | undefined;
  return {
    ...(Object.fromEntries(Object.entries(rest).filter(([, value]) => value != null)) as MarketQuery),
    ...(certificates ? { certificates: certificates.join(",") } : {}),
    ...(order ? { order } : {}),
    limit: 50,
  };
}

/** Where a search is seen. */
export function addressOf(side: Side, search: Search, order = ""): string {
  const query = new URLSearchParams(side === "buyer" ? { ben: "mua" } : {});
  for (const [field, name] of Object.entries({ ...texts, ...numbers })) {
    const value = search[field as keyof typeof texts | keyof typeof numbers];
    if (value != null && value !== "") query.set(name, String(value));
  }
  if (search.certificates && search.certificates.length > 0) query.set("giay", search.certificates.join(","));
  if (order !== "") query.set("xep", order);
  const text = query.toString();
  return text === "" ? "/cho" : `/cho?${text}`;
}

/** What the server would refuse of a search: codes by field. */
export function searchFaults({ from, to, price_from: low, price_to: high }: Search): Record<"to" | "price_to", string | undefined> {
  return {
    to: from && to && from > to ? "window_reversed" : undefined,
    price_to: low != null && high != null && low > high ? "prices_reversed" : undefined,
  };
}

/** How many filters are set beside the words, the product and the province, which stand on the page itself. */
export function filtersIn(search: Search): number {
  const onPage = new Set(["q", "product", "province"]);
  const set = Object.entries(search).filter(
    ([field, value]) => !onPage.has(field) && value !== null && (!Array.isArray(value) || value.length > 0),
  );
  return set.length;
}
