import type { Belongings } from "./belongings.ts";
import { hashed, KINDS, keyOf } from "./keys.ts";
import type { Json } from "./people.ts";
import { createRecords, type StoreDeps } from "./records.ts";

/** The message in the chat that tells of one payment (or deposit), and what it says by now. */
export type Bubble = { messageId: number; at: number; facts?: { [name: string]: Json | undefined } };

export type Bubbles = ReturnType<typeof createBubbles>;

/** Messages by payment: later news of a payment edits the message instead of sending another. */
export function createBubbles(deps: StoreDeps, belongings: Belongings) {
  const records = createRecords<Bubble>(deps, "bubble");
  const idOf = (userId: number, paymentId: string): string => `${userId}:${hashed(paymentId)}`;

  return {
    get: (userId: number, paymentId: string): Promise<Bubble | undefined> => records.read(idOf(userId, paymentId)),

    async put(userId: number, paymentId: string, bubble: Bubble): Promise<void> {
      const id = idOf(userId, paymentId);
      await belongings.note(userId, keyOf("bubble", id), KINDS.bubble.ttlMs);
      await records.write(id, bubble);
    },

    remove: (userId: number, paymentId: string): Promise<void> => records.remove(idOf(userId, paymentId)),
  };
}
