import type { Clock } from "../lib/clock.ts";

const HOLD_MS = 60_000;
const RECOVERY_PER_MS = 0.1 / 60_000;
// Single refusals that have nothing to do with how much was asked must not silence everybody; each call waits its 429 out anyway.
const FLOOR = 0.25;
// Calls already under way when the first 429 arrives are refused too; they are the same news.
const SAME_NEWS_MS = 5_000;

/**
 * How much of a budget may be used after the provider said 429: half of it for a minute, then a tenth more each minute.
 * `share()` is between 0.25 and 1.
 */
export function createPace(clock: Clock) {
  let share = 1;
  let halvedAt = Number.NEGATIVE_INFINITY;

  const current = (now: number): number => Math.min(1, share + Math.max(0, now - halvedAt - HOLD_MS) * RECOVERY_PER_MS);

  return {
    share: (): number => (share === 1 ? 1 : current(clock.now())),
    /** A 429 was received. */
    halve(): void {
      const now = clock.now();
      if (now - halvedAt < SAME_NEWS_MS) return;
      share = Math.max(FLOOR, current(now) / 2);
      halvedAt = now;
    },
  };
}

export type Pace = ReturnType<typeof createPace>;
