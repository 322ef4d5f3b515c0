import { client } from "./client";
import type { Indication } from "./offers";
import type { DemandTerms, Page, Place, PostStatus, Week } from "./types";

export interface DemandWeek extends Week {
  kg_reserved: string;
  kg_contracted: string;
  kg_left: string;
}
export interface Demand {
  id: string;
  status: PostStatus;
  version: number;
  created_at: string;
  kg_total: string;
  kg_reserved: string;
  kg_contracted: string;
  kg_left: string;
  terms: DemandTerms;
  weeks: DemandWeek[];
  delivery: Place;
}
export interface DemandView extends Demand {
  indication: Indication | null;
}
export interface DemandQuery {
  status?: string;
  product?: string;
  q?: string;
  after?: string;
  limit?: number;
}

export const demands = {
  list: (query: DemandQuery) => client.get<Page<Demand>>("/demands", { ...query }),
  get: (id: string) => client.get<DemandView>(`/demands/${encodeURIComponent(id)}`),
  post: (terms: DemandTerms, key: string) => client.post<DemandView>("/demands", terms, key),
  put: (id: string, version: number, terms: DemandTerms) =>
    client.put<DemandView>(`/demands/${encodeURIComponent(id)}`, { version, terms }),
  withdraw: (id: string, version: number) => client.post<DemandView>(`/demands/${encodeURIComponent(id)}/withdraw`, { version }),
};
