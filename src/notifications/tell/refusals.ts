import type { Clock } from "../../lib/clock.ts";

/** Chats refused within so long of each other mean that Telegram is tired of the whole bot. */
const WINDOW_MS = 5_000;

export type Refusals = ReturnType<typeof createRefusals>;

/** The latest "too many requests", in this process: is it about one chat, or about all of them? */
export function createRefusals(clock: Clock) {
  const recent = new Map<number, { at: number; ms: number }>();

  /**
   * Telegram put off a message to this chat by `ms`. Returns for how long everybody should wait, in milliseconds: no
   * longer than any of the chats, as the wait of one may be its own. Undefined: nobody else was put off lately.
   */
  return (userId: number, ms: number): number | undefined => {
    const now = clock.now();
    for (const [id, { at }] of recent) if (now - at > WINDOW_MS) recent.delete(id);
    recent.set(userId, { at: now, ms });
    return recent.size > 1 ? Math.min(...[...recent.values()].map((one) => one.ms)) : undefined;
  };
}
