import { reference } from "#lib/api/reference";
import type { Commune, GeoPoint, OldDistrict, Organisation, Place } from "#lib/api/types";
import { t } from "#lib/i18n";

/** A commune as forms keep it, with the old districts it was made from while the form is open. */
export interface ChosenPlace extends Place {
  old_districts?: OldDistrict[];
}

/** An exact point that came with a list, and the commune it was said for. */
export interface ExactPoint {
  commune: string;
  point: GeoPoint;
}

export function exactPoint(place: Place, point: GeoPoint | null | undefined): { exact?: ExactPoint } {
  return point ? { exact: { commune: place.commune_code, point } } : {};
}

/** The point as long as the place is still the commune it lies in. */
export function pointIn(place: Place, exact: ExactPoint | undefined): GeoPoint | undefined {
  return exact?.commune === place.commune_code ? exact.point : undefined;
}

export function placeName(place: Place): string {
  return `${place.commune}, ${place.province}`;
}

/** People still say the districts that ended in July 2025. */
export function formerly(place: Place): string | undefined {
  return place.old_district ? t("place.formerly", { district: place.old_district }) : undefined;
}

export function toPlace(commune: Commune): ChosenPlace {
  const { code, name, province, old_districts } = commune;
  return { commune_code: code, commune: name, province, old_district: old_districts[0]?.name ?? "", old_districts };
}

/** Where an organisation is at home: goods are usually fetched from, or brought, there. */
export function placeOf({ profile, commune_name, province, old_district_name }: Organisation): Place {
  return { commune_code: profile.commune, commune: commune_name, province, old_district: old_district_name };
}

export async function searchPlaces(q: string) {
  const { items } = await reference.searchCommunes(q);
  return items.map((commune) => {
    const place = toPlace(commune);
    const districts = commune.old_districts.map(({ name }) => name).join(", ");
    const detail = districts ? `${commune.province} · ${t("place.formerly", { district: districts })}` : commune.province;
    return { id: commune.code, label: commune.name, detail, value: place };
  });
}
