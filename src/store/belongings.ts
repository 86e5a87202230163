import { KINDS, keyOf } from "./keys.ts";
import type { StoreDeps } from "./records.ts";
import { noteUntil } from "./scripts.ts";

/**
 * Remembers which keys are a person's where the name does not tell, so that all of them can be deleted without
 * looking through everybody's. Noted before the key is written: a crash in between leaves a note too many, never too few.
 */
export type Belongings = ReturnType<typeof createBelongings>;

export function createBelongings({ redis, clock }: StoreDeps) {
  return {
    /** Notes one or more keys that live for `ttlMs`; notes of keys that have expired go. */
    async note(userId: number, keys: string | string[], ttlMs: number): Promise<void> {
      const now = clock.now();
      const lifetime = { now, until: now + ttlMs, ttlMs: KINDS.belongings.ttlMs };
      await noteUntil(redis, keyOf("belongings", userId), [keys].flat(), lifetime);
    },

    list: (userId: number): Promise<string[]> => redis.zrange(keyOf("belongings", userId), 0, "-1"),
  };
}
