import { KINDS, keyOf } from "./keys.ts";
import type { StoreDeps } from "./records.ts";

/**
 * Remembers which keys are a person's where the name does not tell, so that all of them can be deleted without
 * looking through everybody's. Noted before the key is written: a crash in between leaves a note too many, never too few.
 */
export type Belongings = ReturnType<typeof createBelongings>;

export function createBelongings({ redis, clock }: StoreDeps) {
  return {
    /** Notes a key that lives for `ttlMs`; notes of keys that have expired go. */
    async note(userId: number, key: string, ttlMs: number): Promise<void> {
      const index = keyOf("belongings", userId);
      await redis
        .multi()
        .zremrangebyscore(index, "-inf", clock.now())
        .zadd(index, clock.now() + ttlMs, key)
        .pexpire(index, KINDS.belongings.ttlMs)
        .exec();
    },

    list: (userId: number): Promise<string[]> => redis.zrange(keyOf("belongings", userId), 0, "-1"),
  };
}
