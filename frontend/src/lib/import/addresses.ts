import type { ImportKind } from "#lib/api/types";
import { currentLanguage } from "#lib/i18n/language.svelte";

/** Files are fetched by the browser itself, so these are plain addresses. */
export function exportAddress(kind: ImportKind, format: "xlsx" | "csv"): string {
  return `/api/v1/exports?${new URLSearchParams({ kind, format, language: currentLanguage() })}`;
}
export function templateAddress(kind: ImportKind): string {
  return `/api/v1/exports/template?${new URLSearchParams({ kind, language: currentLanguage() })}`;
}
