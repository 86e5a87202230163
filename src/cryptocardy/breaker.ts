import type { Clock } from "../lib/clock.ts";

const FAILURES_TO_OPEN = 5;
const WINDOW_MS = 30_000;
const OPEN_MS = 20_000;

export type Breaker = ReturnType<typeof createBreaker>;

/**
 * Stops asking a server that does not answer: five failures within 30 s open it for 20 s, then one call is let through to see.
 * Only failures of the server count (no connection, no answer, 5xx), never a refusal.
 */
export function createBreaker({ clock }: { clock: Clock }) {
  let failures: number[] = [];
  let openUntil = 0;

  return {
    /** Milliseconds until calls are let through again; 0 when they are. */
    blockedFor: (): number => Math.max(0, openUntil - clock.now()),

    /** Like `blockedFor`, just before sending: after an opening it lets one call through and keeps the others until that one has answered. */
    enter(): number {
      const now = clock.now();
      if (now < openUntil) return openUntil - now;
      if (openUntil > 0) openUntil = now + OPEN_MS;
      return 0;
    },

    succeeded(): void {
      failures = [];
      openUntil = 0;
    },

    failed(): void {
      const now = clock.now();
      failures = [...failures.filter((at) => now - at < WINDOW_MS), now];
      if (failures.length < FAILURES_TO_OPEN) return;
      openUntil = now + OPEN_MS;
      failures = [];
    },
  };
}
