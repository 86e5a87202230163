import type { Json } from "./json.ts";
import { createRecords, type StoreDeps } from "./records.ts";

/** What the next message of a person is, when it must be taken before any conversation sees it (a seed). */
export type Awaiting = { kind: string; promptId?: number; facts?: { [name: string]: Json | undefined } };

export type AwaitingRecords = ReturnType<typeof createAwaiting>;

export function createAwaiting(deps: StoreDeps) {
  const records = createRecords<Awaiting>(deps, "awaiting");
  return {
    get: (userId: number): Promise<Awaiting | undefined> => records.read(userId),
    put: (userId: number, awaiting: Awaiting, ttlMs?: number): Promise<void> => records.write(userId, awaiting, ttlMs),
    /** Reads and removes in one step. */
    take: (userId: number): Promise<Awaiting | undefined> => records.take(userId),
    remove: (userId: number): Promise<void> => records.remove(userId),
  };
}
