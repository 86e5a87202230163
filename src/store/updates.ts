import { KINDS, keyOf } from "./keys.ts";
import type { StoreDeps } from "./records.ts";

export type Updates = ReturnType<typeof createUpdates>;

const LEASE_MS = 120_000;

/** Each update of Telegram is handled once, by one process. */
export function createUpdates({ redis }: StoreDeps) {
  const key = (updateId: number): string => keyOf("update", updateId);
  return {
    /**
     * `run`: it is ours. `done`: it was handled. `busy`: somebody is at it. Who neither finishes nor releases it
     * (a crash) loses it after the lease, and it can be run again.
     */
    async begin(updateId: number, leaseMs: number = LEASE_MS): Promise<"run" | "done" | "busy"> {
      if ((await redis.set(key(updateId), "p", "PX", leaseMs, "NX")) === "OK") return "run";
      return (await redis.get(key(updateId))) === "d" ? "done" : "busy";
    },

    /** Never to be handled again. */
    async finish(updateId: number): Promise<void> {
      await redis.set(key(updateId), "d", "PX", KINDS.update.ttlMs);
    },

    /** Gives it back unhandled. */
    async release(updateId: number): Promise<void> {
      await redis.del(key(updateId));
    },
  };
}
