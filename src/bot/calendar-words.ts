import type { Translator } from "../i18n.ts";
import { addMonths, type Day } from "../lib/zone.ts";

const at = (day: Day): Date => new Date(`${day}T00:00:00Z`);

const format = (t: Translator, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(t.locale, { ...options, timeZone: "UTC" });

/** `November 23, 2026`. A day of the person's own calendar: the same wherever it is read. */
export const dayWords = (t: Translator, day: Day): string =>
  format(t, { day: "numeric", month: "long", year: "numeric" }).format(at(day));

/** `November 1 – 23, 2026`, or one day. */
export const daysWords = (t: Translator, { from, to }: { from: Day; to: Day }): string =>
  format(t, { day: "numeric", month: "long", year: "numeric" }).formatRange(at(from), at(to));

/** `November 2026`. */
export const monthWords = (t: Translator, month: string): string => {
  const [name, year] = [format(t, { month: "long" }), format(t, { year: "numeric" })].map((form) =>
    form.format(at(`${month}-01`)),
  );
  return `${name?.charAt(0).toLocaleUpperCase(t.locale)}${name?.slice(1)} ${year?.replace(/\D+$/, "")}`;
};

/** `Nov`, below a bar. */
export const shortMonthWords = (t: Translator, month: string): string =>
  format(t, { month: "short" })
    .format(at(`${addMonths(month, 0)}-01`))
    .replace(".", "");
