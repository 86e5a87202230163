import { RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
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
import { createPace } from "./pace.ts";

type Admitted = { ok: true } | { ok: false; retryAfterMs: number };

export type AdmissionDeps = {
  redis: RedisClient;
  clock: Clock;
  prefix?: string;
  limits?: ProviderLimits;
};

/** What this process knows of a counter: what was used when it last heard, until when, and how many answers are due. */
type Window = { used: number; until: number; asked: number };

const REMEMBERED = 5_000;
/** How soon to ask again when the window is filled by calls whose answers from Redis are still due. */
const ANSWER_MS = 20;
const PERSON_LIMITS = {
  details: [
    { name: "person-d-m", points: 5, seconds: 60 },
    { name: "person-d-d", points: 30, seconds: 86_400 },
  ],
  imports: [{ name: "person-i", points: 5, seconds: 600 }],
};

/**
 * Keeps all replicas together below the provider's limits (`budget.ts`). One Redis round trip per call, none when
 * this process already knows that a window is used up. A code is asked for before a person's press, that before a
 * re-read after an event, that before a sweep. When Redis does not answer calls pass: the provider counts too.
 */
export function createAdmission(deps: AdmissionDeps) {
  const { redis, clock, prefix = "limit", limits = PROVIDER_LIMITS } = deps;
  const pace = createPace(clock);
  const limiters = new Map<string, RateLimiterRedis>();
  const seen = new Map<string, Window>();

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

  function window(allowance: Allowance): Window {
    const name = `${allowance.name}:${allowance.key}`;
    const known = seen.get(name) ?? { used: 0, until: 0, asked: 0 };
    if (!seen.has(name) && seen.size > REMEMBERED) forgetEnded();
    seen.set(name, known);
    return known;
  }

  function forgetEnded(): void {
    const now = clock.now();
    for (const [key, { until, asked }] of seen) if (until <= now && asked === 0) seen.delete(key);
  }

  /** Milliseconds until a window ends that is used up as far as this process knows; 0 when none is. */
  function knownWait(drawn: Allowance[], lane: AdmitCall["lane"]): number {
    const now = clock.now();
    let wait = 0;
    for (const allowance of drawn) {
      const { used, until, asked } = window(allowance);
      const spent = asked + (until > now ? used : 0);
      if (spent >= most(allowance, lane)) wait = Math.max(wait, until > now ? until - now : ANSWER_MS);
    }
    return wait;
  }

  /** Counts one more; answers how long to wait when that is one too many for the lane. */
  async function take(allowance: Allowance, lane: AdmitCall["lane"]): Promise<number> {
    const known = window(allowance);
    known.asked += 1;
    const spent = await consume(limiter(allowance), allowance.key);
    known.asked -= 1;
    if (!spent) return 0;
    note(known, spent);
    return spent.consumedPoints > most(allowance, lane) ? Math.max(1, spent.msBeforeNext) : 0;
  }

  /** So that calls which never leave do not use up what others may. */
  async function giveBack(allowance: Allowance): Promise<void> {
    const left = await limiter(allowance)
      .reward(allowance.key)
      .catch(() => undefined);
    if (left) note(window(allowance), left);
  }

  function note(known: Window, { consumedPoints, msBeforeNext }: RateLimiterRes): void {
    known.used = consumedPoints;
    known.until = clock.now() + msBeforeNext;
  }

  async function admit(call: AdmitCall): Promise<Admitted> {
    const drawn = allowances(call, limits);
    const known = knownWait(drawn, call.lane);
    if (known > 0) return { ok: false, retryAfterMs: known };
    const wait = Math.max(...(await Promise.all(drawn.map((allowance) => take(allowance, call.lane)))));
    if (wait === 0) return { ok: true };
    await Promise.all(drawn.map(giveBack));
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

/** What the counter says after one more; undefined when it cannot be asked. */
async function consume(limiter: RateLimiterRedis, key: string): Promise<RateLimiterRes | undefined> {
  try {
    return await limiter.consume(key);
  } catch (refused) {
    return refused instanceof RateLimiterRes ? refused : undefined;
  }
}
