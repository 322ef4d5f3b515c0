import { client } from "./client";
import type { Grade, Page } from "./types";

/** An open offer as anybody may see it: no price, no contact, no exact place. */
export interface PublicOffer {
  id: string;
  product: string;
  variety: string;
  grade: Grade;
  kg_left: string;
  window: { from: string; to: string };
  district: string;
  certificates: string[];
}
export interface Summary {
  offered_kg: string;
  demanded_kg: string;
  open_offers: number;
  organisations: number;
  products: { product: string; offers: number }[];
}

export const market = {
  offers: (query: { q?: string; product?: string; after?: string; limit?: number }) =>
    client.get<Page<PublicOffer>>("/market/offers", query),
  summary: () => client.get<Summary>("/market/summary"),
};
