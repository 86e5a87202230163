import type { Cents } from "../lib/money.ts";
import { clockIn, type Day, dayIn, zoneFrom } from "../lib/zone.ts";
import type { Settings } from "../store/person.ts";
import { MOST_SHOPS, shopName } from "./muted-shops.ts";
import type { Notice } from "./notice.ts";
import { GUARD, type Thresholds } from "./tell/habits.ts";

/** What may be turned off. Codes, frozen, unfrozen and closed cards are always told. */
export const MUTABLE = ["payments", "declines", "refunds", "deposits", "cards"] as const;
export type Mutable = (typeof MUTABLE)[number];

/** What may be chosen for the decline guard; its defaults are among them. */
export const GUARD_CHOICES = { inARow: [1, 2, 3, 5], share: [10, 15, 20, 30] } as const satisfies Record<
  keyof Thresholds,
  number[]
>;

/**
 * What a person chose about pushes, as it stands in their settings (`settings.notices`); absent means default. Times of the
 * day are minutes since midnight in the person's zone (`settings.zone`).
 */
export type Chosen = {
  muted?: Mutable[];
  /** Merchants whose payments make no sound, in all wallets. */
  shops?: string[];
  /** Payments below this many cents make no sound. */
  above?: Cents;
  /** `from` may be after `to`: over midnight. */
  quiet?: { from: number; to: number };
  /** Codes make no sound in quiet hours either. */
  codes?: "quiet";
  /** When the summary of the day comes. */
  digest?: number;
  /** Told once when a card's balance falls below. */
  low?: Cents;
  /** Codes of unusual payments are hidden behind a button. */
  shield?: true;
  /** The decline guard freezes by itself; otherwise it asks. */
  guard?: "freeze";
  /** At how many declines in a row, and at how many percent of all payments, the guard speaks up. */
  guardRow?: number;
  guardShare?: number;
};

export type Preferences = Chosen & { zone: string };

const DAY_MINUTES = 24 * 60;
const HOUR_MS = 3_600_000;

/** Reads preferences from settings; whatever is not as expected counts as absent. */
export function readPreferences(settings: Settings): Preferences {
  const zone = zoneFrom(settings.zone);
  const kept = settings.notices;
  if (typeof kept !== "object" || kept === null || Array.isArray(kept)) return { zone };
  const { muted, shops, above, quiet, codes, digest, low, shield, guard, guardRow, guardShare } = kept;
  const hours = typeof quiet === "object" && quiet !== null && !Array.isArray(quiet) ? quiet : {};
  const { from, to } = hours;
  return {
    zone,
    ...(Array.isArray(muted) && { muted: MUTABLE.filter((kind) => muted.includes(kind)) }),
    ...(Array.isArray(shops) && { shops: shops.filter(isShop).slice(0, MOST_SHOPS) }),
    ...(isCents(above) && { above }),
    ...(isMinute(from) && isMinute(to) && { quiet: { from, to } }),
    ...(codes === "quiet" && { codes }),
    ...(isMinute(digest) && { digest }),
    ...(isCents(low) && { low }),
    ...(shield === true && { shield }),
    ...(guard === "freeze" && { guard }),
    ...(isAmong(GUARD_CHOICES.inARow, guardRow) && { guardRow }),
    ...(isAmong(GUARD_CHOICES.share, guardShare) && { guardShare }),
  };
}

/** When the decline guard speaks up for somebody. */
export const thresholdsOf = ({ guardRow, guardShare }: Chosen): Thresholds => ({
  inARow: guardRow ?? GUARD.inARow,
  share: guardShare ?? GUARD.share,
});

/** Whether `now` (epoch ms) is in somebody's quiet hours. */
export function isQuiet({ quiet, zone }: Preferences, now: number): boolean {
  if (!quiet || quiet.from === quiet.to) return false;
  const minute = minuteIn(zone, now);
  return quiet.from < quiet.to ? minute >= quiet.from && minute < quiet.to : minute >= quiet.from || minute < quiet.to;
}

/** The person's day of a moment, `2026-11-23`. */
export const dayOf = ({ zone }: Preferences, at: number): Day => dayIn(zone, at);

/** The day whose summary is due at `now`: within an hour after its time. A later one would be no news any more. */
export function digestDue({ digest, zone }: Preferences, now: number): Day | undefined {
  if (digest === undefined) return undefined;
  const late = (minuteIn(zone, now) - digest + DAY_MINUTES) % DAY_MINUTES;
  return late * 60_000 < HOUR_MS ? dayIn(zone, now - late * 60_000) : undefined;
}

/** The switch that a notice hangs on; undefined when there is none. */
export function switchOf(notice: Notice): Mutable | undefined {
  switch (notice.kind) {
    case "payment": {
      const { state } = notice.step;
      return state === "declined" ? "declines" : state === "refunded" ? "refunds" : "payments";
    }
    case "deposit":
      return "deposits";
    case "card":
      return notice.change === "created" || notice.change === "funded" ? "cards" : undefined;
    case "code":
      return undefined;
  }
}

function minuteIn(zone: string, at: number): number {
  const [hours = 0, minutes = 0] = clockIn(zone, at).split(":").map(Number);
  return hours * 60 + minutes;
}

const isAmong = (choices: readonly number[], value: unknown): value is number =>
  typeof value === "number" && choices.includes(value);
const isMinute = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value < DAY_MINUTES;
const isShop = (value: unknown): value is string => typeof value === "string" && shopName(value) !== "";
const isCents = (value: unknown): value is Cents =>
  typeof value === "number" && Number.isSafeInteger(value) && value > 0;
