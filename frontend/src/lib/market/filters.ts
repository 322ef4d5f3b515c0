import type { DemandStatus, PostStatus } from "#lib/api/types";
import { t } from "#lib/i18n";

const statuses = ["open", "withdrawn", "expired"] as const satisfies readonly PostStatus[];

/** The states a list of own posts can be narrowed to. */
export function statusChoices(): { value: string; label: string }[] {
  return statuses.map((value) => ({ value, label: t(`state.post.${value}`) }));
}

/** The state in an address, when it names one. */
export function statusIn(query: URLSearchParams): { status?: PostStatus } {
  const status = statuses.find((one) => one === query.get("trang-thai"));
  return status ? { status } : {};
}

const demandStatuses = ["open", "filled", "closed", "withdrawn", "expired"] as const satisfies readonly DemandStatus[];

/** The same of a list of own demands. */
export function demandStatusChoices(): { value: string; label: string }[] {
  const words = { filled: "state.demand.filled", closed: "state.demand.closed" } as const;
  return demandStatuses.map((value) => ({
    value,
    label: t(value === "filled" || value === "closed" ? words[value] : `state.post.${value}`),
  }));
}

export function demandStatusIn(query: URLSearchParams): { status?: DemandStatus } {
  const status = demandStatuses.find((one) => one === query.get("trang-thai"));
  return status ? { status } : {};
}
