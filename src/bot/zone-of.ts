import { zoneFrom } from "../lib/zone.ts";
import type { Person } from "../store/person.ts";

/** The zone a person chose for their days; UTC until they do. */
export const zoneOf = (person: Pick<Person, "settings"> | undefined): string => zoneFrom(person?.settings.zone);
