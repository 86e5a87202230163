import { KINDS, keyOf } from "./keys.ts";
import type { StoreDeps } from "./records.ts";

export type Updates = ReturnType<typeof createUpdates>;

/** Which updates of Telegram were handled. Whoever asks holds the lock of the person, so nothing comes in between. */
export function createUpdates({ redis }: Pick<StoreDeps, "redis">) {
  const key = (updateId: number): string => keyOf("update", updateId);
  return {
    isDone: async (updateId: number): Promise<boolean> => (await redis.exists(key(updateId))) === 1,

    /** Never to be handled again, as long as Telegram could still repeat it (a day). */
    async markDone(updateId: number): Promise<void> {
      await redis.set(key(updateId), "", "PX", KINDS.update.ttlMs);
    },
  };
}
