import type { ImportKind } from "#lib/api/types";
import { currentLanguage } from "#lib/i18n/language.svelte";

/** Files are fetched by the browser itself, so these are plain addresses. */
export function exportAddress(kind: ImportKind, format: "xlsx" | "csv"): string {
  return `/api/v1/exports?${new URLSearchParams({ kind, format, language: currentLanguage() })}`;
}
export function templateAddress(kind: ImportKind): string {
  return `/api/v1/exports/template?${new URLSearchParams({ kind, language: currentLanguage() })}`;
}
/** For the programme office: every organisation, or every certificate with its holder. */
export function officeExportAddress(kind: "organisations" | "certificates"): string {
  return `/api/v1/officer/exports?${new URLSearchParams({ kind, format: "xlsx", language: currentLanguage() })}`;
}
