import { hashed, KINDS, keyOf } from "./keys.ts";
import type { StoreDeps } from "./records.ts";

export type Once = ReturnType<typeof createOnce>;

/** True for the first who asks about a name within its time, false for everybody after. Only a hash of the name is kept. */
export function createOnce({ redis }: StoreDeps) {
  return async (name: string, ttlMs: number = KINDS.once.ttlMs): Promise<boolean> =>
    (await redis.set(keyOf("once", hashed(name)), "", "PX", ttlMs, "NX")) === "OK";
}
