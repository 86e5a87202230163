import { hashed, KINDS, keyOf } from "./keys.ts";
import type { StoreDeps } from "./records.ts";

export type Once = ReturnType<typeof createOnce>;

/** True for the first who asks about a name within its time, false for everybody after. Only a hash of the name is kept. */
export function createOnce({ redis }: StoreDeps) {
  const keyFor = (name: string): string => keyOf("once", hashed(name));

  async function once(name: string, ttlMs: number = KINDS.once.ttlMs): Promise<boolean> {
    return (await redis.set(keyFor(name), "", "PX", ttlMs, "NX")) === "OK";
  }

  /** Whether the name was asked about and its time is not over. Leaves no trace: many may look at the same moment. */
  once.was = async (name: string): Promise<boolean> => (await redis.exists(keyFor(name))) === 1;

  /** The next who asks is the first again. */
  once.forget = async (name: string): Promise<void> => {
    await redis.del(keyFor(name));
  };

  return once;
}
