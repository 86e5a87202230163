import { setTimeout as wait } from "node:timers/promises";
import { systemRandom } from "../lib/random.ts";
import { keyOf } from "./keys.ts";
import type { StoreDeps } from "./records.ts";
import { deleteIfMine, extendIfMine } from "./scripts.ts";

export type LockOptions = {
  /** How long it stays locked after its holder died. While the holder lives it is renewed. */
  leaseMs: number;
  /** How long to wait for somebody else to let go. */
  waitMs: number;
};

export type Locks = ReturnType<typeof createLocks>;

const POLL_MS = 25;

/** Locks that hold across processes. */
export function createLocks({ redis }: Pick<StoreDeps, "redis">) {
  // Those of this process queue up here, in order, and only the first of them asks Redis.
  const queues = new Map<string, Promise<unknown>>();

  async function acquire(key: string, mine: string, leaseMs: number, deadline: number): Promise<boolean> {
    for (;;) {
      if ((await redis.set(key, mine, "PX", leaseMs, "NX")) === "OK") return true;
      if (performance.now() >= deadline) return false;
      await wait(POLL_MS + Math.random() * POLL_MS);
    }
  }

  async function hold<Value>(key: string, mine: string, leaseMs: number, work: Work<Value>): Promise<Value> {
    const lost = new AbortController();
    const renewal = setInterval(() => {
      extendIfMine(redis, key, mine, leaseMs).then(
        (extended) => extended || lost.abort(new Error("the lock was lost")),
        // Redis is away for a moment: the lease still runs, the next renewal may succeed.
        () => {},
      );
    }, leaseMs / 3);
    try {
      return await work(lost.signal);
    } finally {
      clearInterval(renewal);
      // If this fails the lease ends it.
      await deleteIfMine(redis, key, mine).catch(() => {});
    }
  }

  return {
    /**
     * Does `work` while nobody else does anything under the same name, in this process or another.
     * `"busy"` when others did not let go in time. The signal aborts when the lock was lost on the way
     * (the process slept longer than the lease): what matters must be guarded by compare-and-set besides.
     */
    async withLock<Value>(name: string, { leaseMs, waitMs }: LockOptions, work: Work<Value>): Promise<Value | "busy"> {
      const key = keyOf("lock", name);
      const mine = systemRandom.bytes(9).toString("base64url");
      const deadline = performance.now() + waitMs;
      const before = queues.get(key);
      const turn = (async (): Promise<Value | "busy"> => {
        if (before && !(await settledWithin(before, deadline - performance.now()))) return "busy";
        return (await acquire(key, mine, leaseMs, deadline)) ? hold(key, mine, leaseMs, work) : "busy";
      })();
      // Who gives up waiting must not let the next one pass those before it.
      const done = Promise.allSettled([before, turn]);
      queues.set(key, done);
      try {
        return await turn;
      } finally {
        done.then(() => queues.get(key) === done && queues.delete(key));
      }
    },
  };
}

type Work<Value> = (lost: AbortSignal) => Promise<Value>;

async function settledWithin(promise: Promise<unknown>, ms: number): Promise<boolean> {
  const timer = new AbortController();
  try {
    const late = wait(Math.max(0, ms), false, { signal: timer.signal });
    return await Promise.race([promise.then(() => true), late]);
  } finally {
    timer.abort();
  }
}
