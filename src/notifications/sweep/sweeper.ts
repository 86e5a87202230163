import { setTimeout as wait } from "node:timers/promises";
import type { Clock } from "../../lib/clock.ts";
import type { WalletRef } from "../../lib/wallet-ref.ts";
import type { Person } from "../../store/person.ts";
import type { Store } from "../../store/store.ts";
import { type Pace, paceFor } from "./pace.ts";
import type { Sweep } from "./sweep.ts";

type Kind = keyof Pace;
/** `failures`: in a row, of any kind. */
type Scheduled = WalletRef & { polled: boolean; due: Record<Kind, number>; failures: number };

type Deps = {
  store: Pick<Store, "people" | "locks">;
  sweep: Sweep;
  /** Called for everybody whenever the roster is read. */
  remind: (person: Person) => Promise<void>;
  clock: Clock;
  metrics?: { swept(kind: string, outcome: "done" | "failed"): void };
  log: { warn(fields: object, message: string): void };
  /** How often the schedule is looked at. */
  tickMs?: number;
};

export type Sweeper = ReturnType<typeof createSweeper>;

// Codes first: the others can wait.
const KINDS: Kind[] = ["codes", "transactions", "deposits", "cards"];
const AT_ONCE = 8;
const LEASE = { leaseMs: 15_000, waitMs: 1_000 };
const ROSTER_LEAST_MS = 3_000;
const ROSTER_MOST_MS = 60_000;
const ROSTER_MS_PER_WALLET = 10;
const START_SPREAD_MS = 100;
const LEAVING_MS = 3_000;
const LONGEST_WAIT_MS = 10 * 60_000;

/**
 * Sweeps every wallet at its pace, in one process of all: whoever holds the lock. The schedule is in memory;
 * a new leader begins with a sweep of everybody, and the cursors keep it from telling anything twice.
 */
export function createSweeper({ store, sweep, remind, clock, metrics, log, tickMs = 500 }: Deps) {
  let stopping: AbortController | undefined;
  let running: Promise<void> | undefined;

  async function lead(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      await store.locks
        .withLock("sweeper", LEASE, (lost) => rounds(AbortSignal.any([stop, lost])))
        .catch((error: unknown) => log.warn({ err: error }, "sweeping was interrupted"));
      await pause(tickMs * 4, stop);
    }
  }

  async function rounds(stop: AbortSignal): Promise<void> {
    const schedule = new Map<string, Scheduled>();
    const running = new Set<Promise<void>>();
    let rosterDue = 0;
    while (!stop.aborted) {
      if (clock.now() >= rosterDue) {
        await refresh(schedule, rosterDue === 0);
        rosterDue = clock.now() + Math.min(ROSTER_MOST_MS, ROSTER_LEAST_MS + schedule.size * ROSTER_MS_PER_WALLET);
      }
      startDue(schedule, running);
      await pause(tickMs, stop);
    }
    await Promise.race([Promise.allSettled(running), wait(LEAVING_MS)]);
  }

  /**
   * Who is there now. Whoever was there before us is due at once, a little apart; so is a wallet that came without a
   * webhook or got one later. One that came with a webhook was looked at when that was registered (`wallet.look`).
   */
  async function refresh(schedule: Map<string, Scheduled>, isFirst: boolean): Promise<void> {
    const here = new Set<string>();
    for await (const person of store.people.scan()) {
      if (person.unreachable) continue;
      await remind(person).catch((error: unknown) => log.warn({ err: error }, "nobody was reminded of a summary"));
      for (const { id: walletId, hook } of person.wallets) {
        const key = `${person.id}:${walletId}`;
        here.add(key);
        const polled = hook?.state !== "live";
        const known = schedule.get(key);
        if (known?.polled === polled) continue;
        const wasLookedAt = !known && !polled && !isFirst;
        const spread = known ? 0 : schedule.size * START_SPREAD_MS;
        const due = from(clock.now() + (wasLookedAt ? paceFor({ polled: 0, live: 1 }).live.cards : spread));
        schedule.set(key, { userId: person.id, walletId, polled, due, failures: 0 });
      }
    }
    for (const key of schedule.keys()) if (!here.has(key)) schedule.delete(key);
  }

  /** Begins what is due, as far as there is room: one wallet whose API is slow holds nobody else up. */
  function startDue(schedule: Map<string, Scheduled>, running: Set<Promise<void>>): void {
    const wallets = [...schedule.values()];
    const polled = wallets.filter((wallet) => wallet.polled).length;
    const pace = paceFor({ polled, live: wallets.length - polled });
    const now = clock.now();
    for (const kind of KINDS) {
      for (const wallet of wallets) {
        if (running.size >= AT_ONCE) return;
        if (wallet.due[kind] > now) continue;
        const every = (wallet.polled ? pace.polled : pace.live)[kind];
        wallet.due[kind] = Number.POSITIVE_INFINITY;
        const task = run(kind, wallet).then((done) => {
          wallet.failures = done ? 0 : wallet.failures + 1;
          wallet.due[kind] = Math.max(now + every, clock.now() + patience(wallet.failures));
          running.delete(task);
        });
        running.add(task);
      }
    }
  }

  async function run(kind: Kind, { userId, walletId }: WalletRef): Promise<boolean> {
    try {
      await sweep[kind]({ userId, walletId });
      metrics?.swept(kind, "done");
      return true;
    } catch (error) {
      metrics?.swept(kind, "failed");
      log.warn({ kind, name: error instanceof Error ? error.name : "thrown" }, "a wallet could not be swept");
      return false;
    }
  }

  return {
    start(): void {
      stopping ??= new AbortController();
      running ??= lead(stopping.signal);
    },

    /** Resolves when nothing is being swept any more. */
    async stop(): Promise<void> {
      stopping?.abort();
      await running;
      stopping = undefined;
      running = undefined;
    },
  };
}

/** A wallet that fails again and again (its seed was refused, the API is down) is asked less and less often. */
const patience = (failures: number): number => (failures === 0 ? 0 : Math.min(1_000 * 2 ** failures, LONGEST_WAIT_MS));

const from = (now: number): Record<Kind, number> => ({ codes: now, transactions: now, deposits: now, cards: now });

const pause = (ms: number, stop: AbortSignal): Promise<void> =>
  wait(ms, undefined, { signal: stop }).catch(() => undefined);
