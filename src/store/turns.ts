import { KINDS, keyOf } from "./keys.ts";
import type { StoreDeps } from "./records.ts";
import { takeTurn } from "./scripts.ts";

/** Lets things that bear a name go one at a time, `everyMs` apart, over all processes: tells how long to wait (ms). */
export function createTurns({ redis }: StoreDeps) {
  return (name: string, everyMs: number): Promise<number> =>
    takeTurn(redis, keyOf("turn", name), everyMs, KINDS.turn.ttlMs);
}
