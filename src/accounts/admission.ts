import { RateLimiterRedis } from "rate-limiter-flexible";
import type { Admit, CallMetric } from "../cryptocardy/transport.ts";
import type { Clock } from "../lib/clock.ts";
import type { RedisClient } from "../store/connect.ts";
import { hashed } from "../store/keys.ts";
import {
  type AdmitCall,
  type Allowance,
  allowances,
  LANE_SHARE,
  PROVIDER_LIMITS,
  type ProviderLimits,
} from "./budget.ts";
import { type Counter, consume, createCounter } from "./counter.ts";
import { createPace } from "./pace.ts";

type Admitted = { ok: true } | { ok: false; retryAfterMs: number };

export type AdmissionDeps = {
  redis: RedisClient;
  clock: Clock;
  prefix?: string;
  limits?: ProviderLimits;
};

const REMEMBERED = 5_000;
const PERSON_LIMITS = {
  details: [
    { name: "person-d-m", points: 5, seconds: 60 },
    { name: "person-d-d", points: 30, seconds: 86_400 },
  ],
  imports: [{ name: "person-i", points: 5, seconds: 600 }],
};

/**
 * Keeps all replicas together below the provider's limits (`budget.ts`). One Redis round trip for
 * several calls (`counter.ts`), none when this process already knows that a window is used up. A code is asked for
 * before a person's press, that before a re-read after an event, that before a sweep. When Redis does not answer calls pass: the provider counts too.
 */
export function createAdmission(deps: AdmissionDeps) {
  const { redis, clock, prefix = "limit", limits = PROVIDER_LIMITS } = deps;
  const pace = createPace(clock);
  const limiters = new Map<string, RateLimiterRedis>();
  const counters = new Map<string, Counter>();

  function limiter({ name, points, seconds }: { name: string; points: number; seconds: number }): RateLimiterRedis {
    const known = limiters.get(name);
    if (known) return known;
    const made = new RateLimiterRedis({
      storeClient: redis,
      keyPrefix: `${prefix}:${name}`,
      points,
      duration: seconds,
    });
    limiters.set(name, made);
    return made;
  }

  const most = (allowance: Allowance, lane: AdmitCall["lane"]): number =>
    Math.max(1, Math.floor(allowance.points * pace.share() * (allowance.ranked ? LANE_SHARE[lane] : 1)));

  function counterOf(allowance: Allowance): Counter {
    const { key, points } = allowance;
    const name = `${allowance.name}:${key}`;
    const known = counters.get(name);
    if (known) return known;
    if (counters.size > REMEMBERED) forgetEnded();
    const made = createCounter({ limiter: limiter(allowance), key, clock, points });
    counters.set(name, made);
    return made;
  }

  function forgetEnded(): void {
    for (const [name, { isForgettable }] of counters) if (isForgettable()) counters.delete(name);
  }

  async function admit(call: AdmitCall): Promise<Admitted> {
    const drawn = allowances(call, limits).map((allowance) => ({
      counter: counterOf(allowance),
      most: most(allowance, call.lane),
    }));
    const known = Math.max(...drawn.map(({ counter, most }) => counter.waitFor(most)));
    if (known > 0) return { ok: false, retryAfterMs: known };
    const places = await Promise.all(drawn.map(({ counter }) => counter.take()));
    const waits = drawn.map(({ counter, most }, index) => ((places[index] ?? 0) > most ? counter.endsIn() : 0));
    const wait = Math.max(...waits);
    if (wait === 0) return { ok: true };
    await Promise.all(drawn.map(({ counter }) => counter.giveBack()));
    return { ok: false, retryAfterMs: wait };
  }

  async function person(what: keyof typeof PERSON_LIMITS, userId: number): Promise<Admitted> {
    for (const rule of PERSON_LIMITS[what]) {
      const spent = await consume(limiter(rule), hashed(String(userId)));
      if (spent && spent.consumedPoints > rule.points) return { ok: false, retryAfterMs: spent.msBeforeNext };
    }
    return { ok: true };
  }

  return {
    /** Whether a call may leave now, and if not, when to ask again. The transport waits, as long as the lane's patience lasts. */
    admit: admit satisfies Admit,
    /** Counts one look at card details by this person: 5 a minute, 30 a day. A thief with the phone gets no further. */
    details: (userId: number): Promise<Admitted> => person("details", userId),
    /** Counts one seed sent in by this person: 5 in ten minutes. */
    imports: (userId: number): Promise<Admitted> => person("imports", userId),
    /** Hears of every call: a 429 halves the budget for a minute, then it grows by a tenth each minute. */
    observe({ status }: Pick<CallMetric, "status">): void {
      if (status === 429) pace.halve();
    },
  };
}

export type Admission = ReturnType<typeof createAdmission>;
