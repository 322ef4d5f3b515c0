import { client } from "./client";
import type { Certificate, OfferTerms, Page, Place, PostStatus } from "./types";

export interface Offer {
  id: string;
  status: PostStatus;
  version: number;
  created_at: string;
  product: string;
  terms: OfferTerms;
  pickup: Place;
  kg_reserved: string;
  kg_contracted: string;
  kg_left: string;
}
/** A first answer without a round: who fits, and the band a deal would likely lie in. */
export interface Indication {
  counterparts: number;
  kg: string;
  band: { low: number; high: number } | null;
}
export interface OfferView extends Offer {
  certificates: Certificate[];
  indication: Indication | null;
}
export interface OfferQuery {
  status?: string;
  variety?: string;
  q?: string;
  after?: string;
  limit?: number;
}

export const offers = {
  list: (query: OfferQuery) => client.get<Page<Offer>>("/offers", { ...query }),
  get: (id: string) => client.get<OfferView>(`/offers/${encodeURIComponent(id)}`),
  post: (terms: OfferTerms, key: string) => client.post<OfferView>("/offers", terms, key),
  put: (id: string, version: number, terms: OfferTerms) => client.put<OfferView>(`/offers/${encodeURIComponent(id)}`, { version, terms }),
  withdraw: (id: string, version: number) => client.post<OfferView>(`/offers/${encodeURIComponent(id)}/withdraw`, { version }),
};
