import { dayIn } from "../lib/zone.ts";

const DAY_MS = 24 * 60 * 60_000;

/** How many days of the calendar in a zone lie between now and a moment (both epoch ms): 0 is today, also for the past. */
export function daysUntil(at: number, now: number, zone: string): number {
  const days = (Date.parse(dayIn(zone, at)) - Date.parse(dayIn(zone, now))) / DAY_MS;
  return Math.max(0, Math.round(days));
}
