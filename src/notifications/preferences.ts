import type { Settings } from "../store/people.ts";
import type { Notice } from "./notice.ts";

/** What may be turned off. Codes, frozen, unfrozen and closed cards are always told. */
export const MUTABLE = ["payments", "declines", "refunds", "deposits", "cards"] as const;
export type Mutable = (typeof MUTABLE)[number];

/**
 * What a person chose about pushes, as it stands in their settings (`settings.notices`); absent means default.
 * `quiet`: minutes of the day in the person's time, which is `offset` minutes ahead of UTC; `from` may be after `to`.
 */
export type Preferences = {
  muted?: Mutable[];
  /** Payments below this many cents make no sound. */
  above?: number;
  quiet?: { from: number; to: number; offset: number };
};

const DAY_MINUTES = 24 * 60;

/** Reads preferences from settings; whatever is not as expected counts as absent. */
export function readPreferences(settings: Settings): Preferences {
  const kept = settings.notices;
  if (typeof kept !== "object" || kept === null || Array.isArray(kept)) return {};
  const { muted, above, quiet } = kept;
  const hours = typeof quiet === "object" && quiet !== null && !Array.isArray(quiet) ? quiet : {};
  const { from, to, offset } = hours;
  return {
    ...(Array.isArray(muted) && { muted: MUTABLE.filter((kind) => muted.includes(kind)) }),
    ...(typeof above === "number" && { above }),
    ...(typeof from === "number" && typeof to === "number" && { quiet: { from, to, offset: toNumber(offset) } }),
  };
}

/** Whether `now` (epoch ms) is in somebody's quiet hours. */
export function isQuiet({ quiet }: Preferences, now: number): boolean {
  if (!quiet || quiet.from === quiet.to) return false;
  const minute = wrap(Math.floor(now / 60_000) + quiet.offset);
  return quiet.from < quiet.to ? minute >= quiet.from && minute < quiet.to : minute >= quiet.from || minute < quiet.to;
}

/** The person's day of a moment, `2026-11-23`. */
export function dayOf({ quiet }: Preferences, at: number): string {
  return new Date(at + (quiet?.offset ?? 0) * 60_000).toISOString().slice(0, 10);
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

const wrap = (minutes: number): number => ((minutes % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
const toNumber = (value: unknown): number => (typeof value === "number" ? value : 0);
