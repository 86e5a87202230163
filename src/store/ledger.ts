import type { Cents } from "../lib/money.ts";
import type { Belongings } from "./belongings.ts";
import { hashed, KINDS, keyOf } from "./keys.ts";
import { createRecords, type StoreDeps } from "./records.ts";

/** One attempt to pay, as far as it matters later. `mark`: a short hash of the payment's id. */
export type Attempt = { mark: string; at: number; cents: Cents; outcome: "paid" | "no-money" | "refused" };

/** What is remembered of a card between its payments. No names: payments and merchants are short hashes. */
export type CardLedger = {
  /** `sums`: what each payment of the day took. */
  today?: { day: string; sums: Record<string, Cents> };
  /** Oldest first. */
  recent?: Attempt[];
  /** Merchants that were paid, the latest last. */
  shops?: string[];
  /** The person was told that little is left. */
  low?: true;
  /** When the decline guard spoke up last, epoch ms. */
  askedAt?: number;
  /** Frozen until it is funded. */
  held?: true;
};

export type Ledger = ReturnType<typeof createLedger>;

/** Short, because there are many: a collision only makes two of a card's payments or shops look alike. */
export const shortMark = (text: string): string => hashed(text).slice(0, 8);

/** What is remembered of each card. */
export function createLedger(deps: StoreDeps, belongings: Belongings) {
  const records = createRecords<CardLedger>(deps, "ledger");
  const idOf = (userId: number, cardId: string): string => `${userId}:${hashed(cardId)}`;

  return {
    get: async (userId: number, cardId: string): Promise<CardLedger> =>
      (await records.read(idOf(userId, cardId))) ?? {},

    /** By compare-and-set; `change` is pure, undefined leaves everything as it is. Resolves with what is there now. */
    async change(
      userId: number,
      cardId: string,
      change: (ledger: CardLedger) => CardLedger | undefined,
    ): Promise<CardLedger> {
      const id = idOf(userId, cardId);
      const first = belongings.note(userId, keyOf("ledger", id), KINDS.ledger.ttlMs);
      let now: CardLedger = {};
      const step = (known: CardLedger | undefined): CardLedger | undefined => {
        now = known ?? {};
        return change(now);
      };
      const written = await records.change(id, step, { first });
      return written ?? now;
    },
  };
}
