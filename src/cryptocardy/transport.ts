import { setTimeout as wait } from "node:timers/promises";
import type { Dispatcher } from "undici";
import type { Clock } from "../lib/clock.ts";
import type { Random } from "../lib/random.ts";
import { type Breaker, createBreaker } from "./breaker.ts";
import { createCoalescer } from "./coalesce.ts";
import { CardApiError, type ErrorKind } from "./errors.ts";
import { createPool, exchange, headersOf, type Timeouts } from "./exchange.ts";
import { networkFailure } from "./network-failure.ts";
import { type Call, hashOfSeed, type Method, pathOf } from "./request.ts";
import { type Answer, first, readAnswer } from "./response.ts";
import { pauseBeforeRetry } from "./retry.ts";
import type { Lane } from "./types.ts";

/** Asked before every request that leaves: whether the API's budgets allow it now. `seedHash` is empty for `GET /`. */
export type Admit = (call: {
  lane: Lane;
  seedHash: string;
  resource: "details" | "create" | "other";
}) => Promise<{ ok: true } | { ok: false; retryAfterMs: number }>;

/** One attempt, told after it: nothing in it is personal. `route` is the documented path, such as `/cards/{id}`. */
export type CallMetric = {
  method: Method;
  route: string;
  lane: Lane;
  /** From 1. */
  attempt: number;
  outcome: "ok" | ErrorKind;
  status?: number;
  code?: string;
  reason?: string;
  ms: number;
  /** As the API's headers say, when they do. */
  budget?: { limit?: number; remaining?: number };
};

export type TransportOptions = {
  /** The base of every call, such as `https://cryptocardy.com/v1/api`: the only place a seed is ever sent to. */
  apiUrl: string | URL;
  clock: Clock;
  random: Random;
  dispatcher?: Dispatcher;
  onCall?: (metric: CallMetric) => void;
  admit?: Admit;
  /** For tests: pauses of so many milliseconds. */
  sleep?: (ms: number) => Promise<unknown>;
  /** For tests. */
  timeouts?: Partial<Timeouts>;
};

const TIMEOUTS: Timeouts = {
  connect: 3_000,
  headers: 10_000,
  body: 15_000,
  personDeadline: 20_000,
  otherDeadline: 60_000,
};
const SHORTEST_BUDGET_WAIT_MS = 20;
const MOST_BUDGET_WAIT_MS: Record<Lane, number> = {
  code: 5_000,
  person: 5_000,
  many: 180_000,
  refetch: 20_000,
  sweep: 30_000,
};

export type Transport = ReturnType<typeof createTransport>;

/** The way to the API: one pool of connections, deadlines, retries, the circuit breaker, and one answer for identical reads. */
export function createTransport(options: TransportOptions) {
  const { clock, random, onCall, admit, sleep = wait } = options;
  const timeouts = { ...TIMEOUTS, ...options.timeouts };
  const base = new URL(options.apiUrl);
  const basePath = base.pathname.replace(/\/+$/, "");
  const dispatcher = options.dispatcher ?? createPool(base.origin, timeouts);
  const breaker = createBreaker({ clock });
  const coalescer = createCoalescer();

  /** Sends a call, again if need be; the parsed JSON, or `undefined` for an empty answer. Throws CardApiError only. */
  async function send(call: Call): Promise<unknown> {
    const path = pathOf(call);
    if (call.signal?.aborted) throw cancelled(false);
    const owner = hashOfSeed(call.seed);
    if (call.method === "GET" && call.route !== "/") {
      const ask = () => attempts(call, path, owner);
      return abandonable(coalescer.share(owner, `${call.lane} ${path}`, ask), call.signal);
    }
    // A read that began before this write may not know of it: later readers ask again.
    const answer = attempts(call, path, owner).finally(() => coalescer.forget(owner));
    return abandonable(answer, call.signal);
  }

  async function attempts(call: Call, path: string, owner: string): Promise<unknown> {
    const until = clock.now() + deadlineOf(call.lane);
    const headers = headersOf(call);
    for (let attempt = 1; ; attempt += 1) {
      try {
        await admitted(call, owner, until);
        return await once(call, path, headers, attempt, until - clock.now());
      } catch (error) {
        if (!(error instanceof CardApiError)) throw error;
        const chance = random.bytes(4).readUInt32BE() / 2 ** 32;
        const deadlineMs = until - clock.now();
        // Whoever waits for the answer is better told of a long wait than left with a screen that does nothing.
        const isQueued = error.kind === "rate-limited" && isWaitedFor(call.lane);
        const leftMs = isQueued ? Math.min(deadlineMs, patienceOf(call)) : deadlineMs;
        const pause = pauseBeforeRetry(call, error, { attempt, leftMs, chance });
        if (pause === undefined) throw error;
        await sleep(pause);
      }
    }
  }

  function deadlineOf(lane: Lane): number {
    if (lane === "many") return MOST_BUDGET_WAIT_MS.many + timeouts.personDeadline;
    return isWaitedFor(lane) ? timeouts.personDeadline : timeouts.otherDeadline;
  }

  async function admitted(call: Call, seedHash: string, until: number): Promise<void> {
    const patience = Math.min(clock.now() + patienceOf(call), until);
    for (;;) {
      refuseWhile(breaker.blockedFor());
      const verdict = await budget({ lane: call.lane, seedHash, resource: call.resource ?? "other" });
      if (verdict.ok) return refuseWhile(breaker.enter());
      const { retryAfterMs } = verdict;
      if (clock.now() + retryAfterMs > patience) {
        throw new CardApiError({ kind: "rate-limited", sent: false, reason: "budget", retryAfterMs });
      }
      await sleep(Math.max(retryAfterMs, SHORTEST_BUDGET_WAIT_MS));
    }
  }

  async function budget(call: Parameters<Admit>[0]): ReturnType<Admit> {
    try {
      return admit ? await admit(call) : { ok: true };
    } catch {
      // Whoever counts cannot count now: without a count nothing leaves.
      throw new CardApiError({ kind: "unavailable", sent: false, reason: "budget" });
    }
  }

  async function once(
    call: Call,
    path: string,
    headers: Record<string, string>,
    attempt: number,
    leftMs: number,
  ): Promise<unknown> {
    const started = clock.now();
    const tell = (outcome: CallMetric["outcome"], facts: Partial<CallMetric>): void => {
      const { method, route, lane } = call;
      onCall?.({ method, route, lane, attempt, outcome, ms: clock.now() - started, ...facts });
    };
    const target = { call, path: `${basePath}${path}`.replace(/^(?!\/)/, "/"), origin: base.origin, headers, leftMs };
    let answer: Answer | undefined;
    let body: unknown;
    try {
      answer = await exchange(dispatcher, target);
      body = readAnswer(answer, call, clock.now());
    } catch (error) {
      const failure = error instanceof CardApiError ? error : networkFailure(error);
      note(breaker, failure);
      tell(failure.kind, { ...factsOf(failure), ...(answer ? budgetOf(answer) : {}) });
      throw failure;
    }
    breaker.succeeded();
    tell("ok", { status: answer.status, ...budgetOf(answer) });
    return body;
  }

  return {
    send,
    /** False while the circuit breaker keeps calls away from a server that does not answer. */
    isAnswering: (): boolean => breaker.blockedFor() === 0,
    /** Ends the connections; calls under way are finished first. */
    close: (): Promise<void> => dispatcher.close(),
  };
}

function refuseWhile(blockedForMs: number): void {
  if (blockedForMs === 0) return;
  throw new CardApiError({ kind: "unavailable", sent: false, reason: "circuit-open", retryAfterMs: blockedForMs });
}

function patienceOf({ method, resource, lane, readPatienceMs }: Call): number {
  const hurried = method === "GET" && resource === undefined ? readPatienceMs : undefined;
  return hurried ?? MOST_BUDGET_WAIT_MS[lane];
}

const isWaitedFor = (lane: Lane): boolean => lane === "code" || lane === "person";

const cancelled = (sent: boolean): CardApiError => new CardApiError({ kind: "unavailable", sent, reason: "cancelled" });

/** The answer, unless the caller gives up first. The call itself goes on: another caller may be waiting for it, or it may be moving money. */
async function abandonable(answer: Promise<unknown>, signal: AbortSignal | undefined): Promise<unknown> {
  if (!signal) return answer;
  const { promise, reject } = Promise.withResolvers<never>();
  const giveUp = (): void => reject(cancelled(true));
  signal.addEventListener("abort", giveUp, { once: true });
  try {
    return await Promise.race([answer, promise]);
  } finally {
    signal.removeEventListener("abort", giveUp);
  }
}

function note(breaker: Breaker, failure: CardApiError): void {
  // A full budget of ours or an answer that refuses says that the server is there.
  if (failure.kind === "unavailable") breaker.failed();
  else if (failure.status !== undefined) breaker.succeeded();
}

function factsOf({ status, code, reason }: CardApiError): Partial<CallMetric> {
  return Object.fromEntries(Object.entries({ status, code, reason }).filter(([, value]) => value !== undefined));
}

function budgetOf({ headers }: Answer): Pick<CallMetric, "budget"> {
  const limit = Number(first(headers["x-ratelimit-limit"] ?? headers["ratelimit-limit"]) ?? Number.NaN);
  const remaining = Number(first(headers["x-ratelimit-remaining"] ?? headers["ratelimit-remaining"]) ?? Number.NaN);
  if (!Number.isFinite(limit) && !Number.isFinite(remaining)) return {};
  return {
    budget: { ...(Number.isFinite(limit) ? { limit } : {}), ...(Number.isFinite(remaining) ? { remaining } : {}) },
  };
}
