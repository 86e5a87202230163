import { type AmountProblem, type Cents, parseAmount } from "../../../lib/money.ts";
import { fail, type Outcome, succeed } from "../../../lib/outcome.ts";
import { type Day, dayIn } from "../../../lib/zone.ts";

export type DaysProblem = "not-days" | "no-such-day" | "wrong-way-round";
export type RangeProblem = AmountProblem["kind"] | "wrong-way-round";

type Date = { year?: number; month: number; day: number };

const DAY_FIRST = /^(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2}))?$/;
const YEAR_FIRST = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const DATE = "\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}[./]\\d{1,2}(?:[./]\\d{2,4})?";
const DAYS = new RegExp(`^(${DATE})(?:\\s*[-\u2013\u2014\u2026,]\\s*|\\s+(?:to\\s+)?|\\.{2,3})?(${DATE})?$`);

/**
 * One day or two, as people type them: `01.11-15.11`, `1.11.2026 – 15.11.2026`, `2026-11-01 2026-11-15`, `05.11`. The
 * day comes before the month; a year that was left out is the last in which that day is not ahead. Days are `2026-11-01`.
 */
export function parseDays(text: string, zone: string, now: number): Outcome<{ from: Day; to: Day }, DaysProblem> {
  const [, first, second] = DAYS.exec(text.normalize("NFKC").trim()) ?? [];
  const [from, to] = [readDate(first), readDate(second ?? first)];
  if (!from || !to) return fail("not-days");
  const last = toDay({ ...to, year: to.year ?? from.year ?? lastYear(to, dayIn(zone, now)) });
  if (!last) return fail("no-such-day");
  const year = from.year ?? lastYear(from, last);
  const start = toDay({ ...from, year });
  if (!start) return fail("no-such-day");
  return start > last ? fail("wrong-way-round") : succeed({ from: start, to: last });
}

function readDate(text: string | undefined): Date | undefined {
  if (!text) return undefined;
  const iso = YEAR_FIRST.exec(text);
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const [, day, month, year] = DAY_FIRST.exec(text) ?? [];
  if (!day || !month) return undefined;
  return {
    day: Number(day),
    month: Number(month),
    ...(year && { year: Number(year.length === 2 ? `20${year}` : year) }),
  };
}

/** The last year in which the date is not after `latest`. */
function lastYear({ month, day }: Date, latest: Day): number {
  const year = Number(latest.slice(0, 4));
  return `${two(month)}-${two(day)}` > latest.slice(5) ? year - 1 : year;
}

/** Undefined for days that no calendar has. */
function toDay({ year = 0, month, day }: Date): Day | undefined {
  const text = `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
  const at = Date.parse(`${text}T00:00:00Z`);
  return year >= 2000 && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) ? text : undefined;
}

const two = (value: number): string => String(value).padStart(2, "0");

const BETWEEN = /^(.*\d.*?)\s*(?:[-\u2013\u2014\u2026]|\.{2,3})\s*(.*\d.*)$/;
const LEAST = /^(?:>=?|\u2265)(.+)$|^(.+)\+$/;
const MOST = /^(?:<=?|\u2264)(.+)$/;

/** A range of amounts as people type it: `10-50`, `>10`, `10+`, `<50`; a single amount is exactly that. */
export function parseRange(text: string): Outcome<{ least?: Cents; most?: Cents }, RangeProblem> {
  const typed = text.trim();
  const [, after, before] = LEAST.exec(typed) ?? [];
  const [, upTo] = MOST.exec(typed) ?? [];
  const [, low, high] = BETWEEN.exec(typed) ?? [];
  if (low && high) return both(low, high);
  const amount = parseAmount(after ?? before ?? upTo ?? typed);
  if (!amount.ok) return fail(amount.failure.kind);
  if (upTo) return succeed({ most: amount.value });
  return succeed(after || before ? { least: amount.value } : { least: amount.value, most: amount.value });
}

function both(low: string, high: string): ReturnType<typeof parseRange> {
  const [least, most] = [parseAmount(low), parseAmount(high)];
  if (!least.ok) return fail(least.failure.kind);
  if (!most.ok) return fail(most.failure.kind);
  return least.value > most.value ? fail("wrong-way-round") : succeed({ least: least.value, most: most.value });
}
