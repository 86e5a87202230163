import { type RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import type { Clock } from "../lib/clock.ts";

type Deps = {
  limiter: RateLimiterRedis;
  key: string;
  clock: Clock;
  /** How many may be used in a window. */
  points: number;
};

/** A process draws ahead so much of a window at most. What it does not use of that is lost until the window ends. */
const LEASED = 1 / 16;
/** How soon to ask again when the window is filled by calls whose answers from Redis are still due. */
const ANSWER_MS = 20;

/**
 * One counter in Redis, shared by all replicas, of which this process draws several places with one question. Redis numbers
 * the places of a window; a place whose number is below what is allowed may be used, so that the places that were
 * drawn and are not used yet count as used everywhere.
 */
export function createCounter({ limiter, key, clock, points }: Deps) {
  const ahead = Math.max(1, Math.floor(points * LEASED));
  let used = 0;
  let until = 0;
  let lease: number[] = [];
  let waiting: ((place: number | undefined) => void)[] = [];
  let asking = false;

  const isRunning = (): boolean => until > clock.now();

  /** One question at a time, for everybody who waits by then. */
  async function ask(): Promise<void> {
    asking = true;
    while (waiting.length > 0) {
      const count = Math.max(ahead, waiting.length);
      // The window ends no sooner than so long after the question: a lease is never used in the next one.
      const asked = clock.now();
      const heard = await consume(limiter, key, count);
      if (heard) note(heard, asked);
      const first = heard && heard.consumedPoints - count + 1;
      const served = waiting.slice(0, count);
      waiting = waiting.slice(count);
      if (first !== undefined) keep(first + served.length, first + count - 1);
      for (const [index, serve] of served.entries()) serve(first === undefined ? undefined : first + index);
    }
    asking = false;
  }

  function keep(from: number, to: number): void {
    const last = Math.min(to, points);
    lease = Array.from({ length: Math.max(0, last - from + 1) }, (_, index) => from + index);
    const beyond = to - Math.max(last, from - 1);
    if (beyond > 0) void giveBack(beyond);
  }

  /** So that calls which never leave do not use up what others may. */
  async function giveBack(count = 1): Promise<void> {
    if (!isRunning()) return;
    const asked = clock.now();
    const heard = await limiter.reward(key, count).catch(() => undefined);
    if (heard) note(heard, asked);
  }

  function note({ consumedPoints, msBeforeNext }: RateLimiterRes, asked: number): void {
    used = consumedPoints;
    until = asked + msBeforeNext;
  }

  const endsIn = (): number => Math.max(1, until - clock.now());

  return {
    /** Draws a place; its number in the window, from 1. Undefined: Redis could not be asked. */
    take(): Promise<number | undefined> | number {
      const place = isRunning() ? lease.shift() : undefined;
      if (place !== undefined) return place;
      return new Promise((resolve) => {
        waiting.push(resolve);
        if (!asking) void ask();
      });
    },

    giveBack,

    /** Milliseconds until there may be a place numbered `most` or lower, as far as is known here; 0: there may be one now. */
    waitFor(most: number): number {
      const running = isRunning();
      const [next] = lease;
      if (running && next !== undefined && next <= most) return 0;
      if (waiting.length + (running ? used : 0) < most) return 0;
      return running ? endsIn() : ANSWER_MS;
    },

    /** Milliseconds, at least 1. */
    endsIn,

    /** Nothing is known of the window, nor about to be. */
    isForgettable: (): boolean => !asking && !isRunning(),
  };
}

export type Counter = ReturnType<typeof createCounter>;

/** What the counter says after so many more; undefined when it cannot be asked. */
export async function consume(limiter: RateLimiterRedis, key: string, count = 1): Promise<RateLimiterRes | undefined> {
  try {
    return await limiter.consume(key, count);
  } catch (refused) {
    return refused instanceof RateLimiterRes ? refused : undefined;
  }
}
