import type { ImportKind, ImportRow } from "#lib/api/types";
import { currentLanguage } from "#lib/i18n/language.svelte";

/** The programme office's lists: every organisation, or every certificate with its holder. */
export const isOfOffice = (kind: ImportKind) => kind === "organisations" || kind === "certificates";

/** Files are fetched by the browser itself, so these are plain addresses. */
export function exportAddress(kind: ImportKind, format: "xlsx" | "csv"): string {
  return `/api/v1${isOfOffice(kind) ? "/officer" : ""}/exports?${new URLSearchParams({ kind, format, language: currentLanguage() })}`;
}
export function templateAddress(kind: ImportKind): string {
  return `/api/v1/exports/template?${new URLSearchParams({ kind, language: currentLanguage() })}`;
}

/** Where what a row became is looked at. */
export function madeAddress(kind: ImportKind, row: ImportRow): string | null {
  if (isOfOffice(kind)) {
    const org = kind === "organisations" ? row.thing : row.organisation;
    return org == null ? null : `/xac-minh/${org}`;
  }
  return row.thing == null ? null : `/${kind === "offers" ? "nguon-hang" : "nhu-cau"}/${row.thing}`;
}
