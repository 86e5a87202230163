import type { Accounts } from "../../accounts/accounts.ts";
import { spentKnown } from "../../cryptocardy/month.ts";
import type { Card, Transaction } from "../../cryptocardy/types.ts";
import type { Clock } from "../../lib/clock.ts";
import type { WalletRef } from "../../lib/wallet-ref.ts";
import type { Store } from "../../store/store.ts";
import { type CardState, type Declined, type Explanation, explainDecline, namedCause } from "./decline.ts";

type Deps = {
  store: Pick<Store, "directory">;
  accounts: Pick<Accounts, "client">;
  clock: Clock;
};

export type Explain = ReturnType<typeof createExplain>;

const PATIENCE_MS = 3_000;

/**
 * Finds out why a payment was declined: from the event alone where its words are enough, else with the card as it is now
 * (one call), and the limits of its BIN (kept for an hour). When they do not answer soon, the push does without.
 */
export function createExplain({ store, accounts, clock }: Deps) {
  async function look(wallet: WalletRef, declined: Declined, cardId: string): Promise<CardState> {
    const { userId, walletId } = wallet;
    const now = clock.now();
    const named = namedCause(declined.reason);
    const needs = needsOf(declined, named);
    if (!needs.card) return { now };
    const client = await accounts.client(userId, walletId, "refetch");
    const card = await client.cards.get(cardId);
    const spent = await spentBy(wallet, card, now);
    const known: CardState = { card, now, ...(spent !== undefined && { spent }) };
    if (!needs.bin || (!named && explainDecline(declined, known).cause !== "unknown")) return known;
    const bins = await (await accounts.client(userId, walletId)).bins.list().catch(() => []);
    const bin = bins.find(({ id }) => id === card.binId);
    return { ...known, ...(bin && { bin }) };
  }

  async function spentBy({ userId, walletId }: WalletRef, card: Card, now: number): Promise<number | undefined> {
    const facts = await store.directory.get(userId, walletId, card.id);
    return spentKnown(card, facts?.before, now);
  }

  return async (wallet: WalletRef, transaction: Transaction, mayAsk = true): Promise<Explanation> => {
    const { cardId, amount, merchant, declineReason, balanceAfter } = transaction;
    const declined: Declined = {
      amount: Math.abs(amount),
      ...(declineReason && { reason: declineReason }),
      ...(balanceAfter !== undefined && { balance: balanceAfter }),
      ...(merchant.mcc && { mcc: merchant.mcc }),
      ...(merchant.category && { category: merchant.category }),
    };
    const bare: CardState = { now: clock.now() };
    if (!mayAsk) return explainDecline(declined, bare);
    const state = await Promise.race([look(wallet, declined, cardId).catch(() => bare), after(PATIENCE_MS, bare)]);
    return explainDecline(declined, state);
  };
}

/** What has to be asked for to explain a decline. */
function needsOf(declined: Declined, named: ReturnType<typeof namedCause>): { card: boolean; bin: boolean } {
  switch (named) {
    case undefined:
      return { card: true, bin: true };
    case "payment-maximum":
    case "month-maximum":
      return { card: true, bin: true };
    case "limit":
      return { card: true, bin: false };
    case "insufficient":
    case "inactive":
      return { card: declined.balance === undefined, bin: false };
    default:
      return { card: false, bin: false };
  }
}

const after = <Value>(ms: number, value: Value): Promise<Value> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(value), ms).unref();
  });
