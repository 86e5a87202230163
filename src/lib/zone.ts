/** A day of the calendar: `2026-11-23`. */
export type Day = string;

const DEFAULT_ZONE = "UTC";
const DAY_MS = 24 * 60 * 60_000;

/** A zone that `Intl` knows (`Europe/Moscow`, `+03:00`), else UTC. Takes whatever a setting holds. */
export function zoneFrom(setting: unknown): string {
  if (typeof setting !== "string") return DEFAULT_ZONE;
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: setting }).resolvedOptions().timeZone;
  } catch {
    return DEFAULT_ZONE;
  }
}

/** The day that it is in a zone at a moment (epoch ms). */
export const dayIn = (zone: string, at: number): Day => new Date(at + offsetOf(zone, at)).toISOString().slice(0, 10);

/** `14:05`: what a clock in the zone shows at a moment (epoch ms). */
export const clockIn = (zone: string, at: number): string =>
  new Date(at + offsetOf(zone, at)).toISOString().slice(11, 16);

/** The first moment (epoch ms) of a day in a zone; a day that begins with a skipped hour begins after it. */
export function startOfDay(zone: string, day: Day): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const candidates = [midnight - offsetOf(zone, midnight - DAY_MS), midnight - offsetOf(zone, midnight + DAY_MS)];
  return Math.min(...candidates.filter((at) => dayIn(zone, at) >= day));
}

/** The last millisecond of a day in a zone. */
export const endOfDay = (zone: string, day: Day): number => startOfDay(zone, addDays(day, 1)) - 1;

export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** `2026-11` and a number of months -> `2027-01`. Takes a day as well. */
export function addMonths(month: string, months: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + months)).toISOString().slice(0, 7);
}

/** `UTC`, `UTC+3`, `UTC+5:30`: the zone as it is at a moment (epoch ms). */
export function zoneName(zone: string, at: number): string {
  const minutes = Math.round(offsetOf(zone, at) / 60_000);
  if (minutes === 0) return DEFAULT_ZONE;
  const size = Math.abs(minutes);
  const rest = size % 60 === 0 ? "" : `:${String(size % 60).padStart(2, "0")}`;
  return `UTC${minutes > 0 ? "+" : "\u2212"}${Math.floor(size / 60)}${rest}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** By how much (ms) the clocks of a zone are ahead of UTC at a moment. */
function offsetOf(zone: string, at: number): number {
  if (zone === DEFAULT_ZONE) return 0;
  const format = formats.get(zone) ?? createFormat(zone);
  formats.set(zone, format);
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day, hour, minute, second } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

const createFormat = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
