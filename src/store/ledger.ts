import type { Cents } from "../lib/money.ts";
import type { Belongings } from "./belongings.ts";
import { hashed, KINDS, keyOf } from "./keys.ts";
import { createRecords, type StoreDeps } from "./records.ts";

/** `seen` holds short hashes of the payments that are in `spent`. */
type Day = { day: string; spent: Cents; seen: string[] };

export type Ledger = ReturnType<typeof createLedger>;

/** What was spent with a card today. */
export function createLedger(deps: StoreDeps, belongings: Belongings) {
  const records = createRecords<Day>(deps, "ledger");
  const idOf = (userId: number, cardId: string): string => `${userId}:${hashed(cardId)}`;

  return {
    /**
     * Adds one payment to a day (`2026-11-23`) and returns the sum of that day. The same payment is added once.
     * Payments of an earlier day than the last one are not kept: the sum of the later day stays.
     */
    async add(userId: number, cardId: string, entry: { day: string; cents: Cents; paymentId: string }): Promise<Cents> {
      const id = idOf(userId, cardId);
      const mark = hashed(entry.paymentId).slice(0, 8);
      await belongings.note(userId, keyOf("ledger", id), KINDS.ledger.ttlMs);
      const now = await records.change<Day>(id, (known) => {
        if (!known || known.day < entry.day) return { day: entry.day, spent: entry.cents, seen: [mark] };
        if (known.day > entry.day || known.seen.includes(mark)) return known;
        return { day: known.day, spent: known.spent + entry.cents, seen: [...known.seen, mark] };
      });
      return now.day === entry.day ? now.spent : entry.cents;
    },

    /** The sum of a day, 0 when nothing is known. */
    async spent(userId: number, cardId: string, day: string): Promise<Cents> {
      const known = await records.read(idOf(userId, cardId));
      return known?.day === day ? known.spent : 0;
    },
  };
}
