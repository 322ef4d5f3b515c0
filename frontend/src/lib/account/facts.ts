import type { Organisation } from "#lib/api/types";
import { dayOf, fullDay, phone } from "#lib/format";
import { t } from "#lib/i18n";
import type { Fact } from "#lib/market/facts";
import { formerly, placeName, placeOf } from "#lib/market/places";
import { account } from "./guarded/words";

/** What an organisation registered with: for its members and for the officer who checks it. */
export function organisationFacts(own: Organisation): Fact[] {
  const { profile } = own;
  const place = placeOf(own);
  const old = formerly(place);
  return [
    { label: t("organisation.kind"), text: t(`kind.${profile.kind}`) },
    { label: t("organisation.taxCode"), text: profile.tax_code ?? "–" },
    { label: t("organisation.vat"), text: t(`vat.${profile.vat_method}`) },
    { label: t("organisation.address"), text: profile.address_line ?? "–" },
    { label: t("organisation.commune"), text: old ? `${placeName(place)} (${old})` : placeName(place) },
    { label: t("organisation.phone"), text: phone(profile.phone) },
    ...(profile.email == null ? [] : [{ label: t("organisation.email"), text: profile.email }]),
    { label: t("organisation.representative"), text: profile.representative },
    { label: t("organisation.position"), text: profile.position },
    { label: t("guarded.bank_account"), text: profile.bank_account ? account(profile.bank_account) : t("guarded.none") },
    { label: t("organisation.since"), text: fullDay(dayOf(new Date(own.registered_at))) },
  ];
}
