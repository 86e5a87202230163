import type { Cents } from "../../lib/money.ts";
import type { Bubble } from "../../store/bubbles.ts";
import type { Store } from "../../store/store.ts";
import type { Payment, PaymentPhase, PaymentStep } from "../payment.ts";
import type { Declines } from "./habits.ts";
import { type Candidate, pick, remember } from "./match.ts";

/**
 * What the chat shows of a payment: its bubble, and the refunds told beside it.
 * `messageId` 0: nothing that could be edited (turned off, or never acknowledged). `gathered`: it is a line of the message
 * with that id, beside other payments.
 */
export type Shown = {
  bubble?: { messageId: number; phase: PaymentPhase; amount: Cents; gathered?: string };
  refunds: string[];
};

/**
 * A payment with what was told of it. `key` stays the same whatever ids the API gives its parts. `first`: the card's first
 * one, when it was told. `declines`: of its card, when it was refused. `open`: what is kept of the card's payments at this
 * merchant, as it was found.
 */
export type Entry = {
  key: string;
  payment?: Payment;
  spentToday?: Cents;
  first?: true;
  declines?: Declines;
  shown?: Shown;
  open?: Candidate[];
};

type Kept = Omit<Entry, "key"> & { alias?: string };

const keptOf = ({ payment, spentToday, first, declines, shown }: Omit<Entry, "key">): Omit<Entry, "key"> => ({
  ...(payment && { payment }),
  ...(spentToday !== undefined && { spentToday }),
  ...(first && { first }),
  ...(declines && { declines }),
  ...(shown && { shown }),
});

const bubbleOf = (entry: Entry & { payment: Payment }): Bubble => ({
  messageId: entry.shown?.bubble?.messageId ?? 0,
  at: entry.payment.at,
  facts: keptOf(entry),
});

const keptIn = (bubble: Bubble | undefined): Kept => (bubble?.facts ?? {}) as Kept;

/**
 * Payments by every id the API may use for them: their own, that of the hold they settle, or none at all
 * (then card, merchant and amount). Call it under the wallet's lock.
 */
export type PaymentBook = ReturnType<typeof createPaymentBook>;

export function createPaymentBook({ bubbles }: Pick<Store, "bubbles">) {
  const idKey = (walletId: string, id: string): string => `payment:${walletId}:${id}`;
  const listKey = (walletId: string, cardId: string, merchant: string): string =>
    `open:${walletId}:${cardId}:${merchant.normalize("NFKC").toLowerCase().trim()}`;

  async function follow(userId: number, key: string): Promise<Entry | undefined> {
    const kept = keptIn(await bubbles.get(userId, key));
    if (kept.alias) return follow(userId, kept.alias);
    return kept.payment && { key, ...keptOf(kept) };
  }

  const candidates = async (userId: number, key: string): Promise<Candidate[]> =>
    keptIn(await bubbles.get(userId, key)).open ?? [];

  return {
    /** The payment an event is about: a known one, or a fresh entry. */
    async find(userId: number, walletId: string, step: PaymentStep): Promise<Entry> {
      const { id, originalId, cardId, merchant } = step.transaction;
      const [own, open] = await Promise.all([
        follow(userId, idKey(walletId, id)),
        candidates(userId, listKey(walletId, cardId, merchant.name)),
      ]);
      if (own) return { ...own, open };
      if (originalId) {
        const original = await follow(userId, idKey(walletId, originalId));
        return { ...(original ?? { key: idKey(walletId, originalId) }), open };
      }
      const matched = pick(open, step);
      const found = matched && (await follow(userId, matched));
      return { ...(found || { key: idKey(walletId, id) }), open };
    },

    /** Writes what is known now, findable by the id of this step's transaction too. */
    async save(
      userId: number,
      walletId: string,
      entry: Entry & { payment: Payment },
      step: PaymentStep,
    ): Promise<void> {
      const { key, payment } = entry;
      const own = idKey(walletId, step.transaction.id);
      const list = listKey(walletId, step.transaction.cardId, step.transaction.merchant.name);
      const { at } = payment;
      await bubbles.putAll(userId, {
        [key]: bubbleOf(entry),
        ...(own !== key && { [own]: { messageId: 0, at, facts: { alias: key } } }),
        [list]: { messageId: 0, at, facts: { open: remember(entry.open ?? [], key, payment) } },
      });
    },

    /** Only what is shown changed. */
    saveShown: (userId: number, entry: Entry & { payment: Payment; shown: Shown }): Promise<void> =>
      bubbles.put(userId, entry.key, bubbleOf(entry)),

    /** The payment that a button below its message names by a transaction's id. */
    byId: async (userId: number, walletId: string, id: string): Promise<Payment | undefined> =>
      (await follow(userId, idKey(walletId, id)))?.payment,
  };
}
