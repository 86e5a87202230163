import type { Belongings } from "./belongings.ts";
import type { Json } from "./json.ts";
import { hashed, KINDS, keyOf } from "./keys.ts";
import { createRecords, type StoreDeps } from "./records.ts";

/** The message in the chat that tells of one payment (or deposit), and what it says by now. */
export type Bubble = { messageId: number; at: number; facts?: { [name: string]: Json | undefined } };

export type Bubbles = ReturnType<typeof createBubbles>;

/** Messages by payment: later news of a payment edits the message instead of sending another. */
export function createBubbles(deps: StoreDeps, belongings: Belongings) {
  const records = createRecords<Bubble>(deps, "bubble");
  const idOf = (userId: number, paymentId: string): string => `${userId}:${hashed(paymentId)}`;

  async function putAll(userId: number, bubbles: Record<string, Bubble>): Promise<void> {
    const entries = Object.entries(bubbles).map(([paymentId, bubble]) => [idOf(userId, paymentId), bubble] as const);
    const keys = entries.map(([id]) => keyOf("bubble", id));
    await belongings.note(userId, keys, KINDS.bubble.ttlMs);
    await Promise.all(entries.map(([id, bubble]) => records.write(id, bubble)));
  }

  return {
    get: (userId: number, paymentId: string): Promise<Bubble | undefined> => records.read(idOf(userId, paymentId)),

    put: (userId: number, paymentId: string, bubble: Bubble): Promise<void> => putAll(userId, { [paymentId]: bubble }),

    /** Several at once, by payment. After a failure some of them may be there. */
    putAll,

    /** By compare-and-set; `change` is pure. */
    async change(userId: number, paymentId: string, change: (bubble: Bubble | undefined) => Bubble): Promise<void> {
      const id = idOf(userId, paymentId);
      const first = belongings.note(userId, keyOf("bubble", id), KINDS.bubble.ttlMs);
      await records.change(id, change, { first });
    },

    remove: (userId: number, paymentId: string): Promise<void> => records.remove(idOf(userId, paymentId)),
  };
}
