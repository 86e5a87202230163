import type { Cards } from "./cards.ts";
import type { Core } from "./core.ts";
import { objectId } from "./ids.ts";
import type { DeclineReason } from "./rules/authorise.ts";
import type { Card, Cents, Payment, Transaction, Wallet } from "./types.ts";

export type PurchaseResult =
  | { status: "challenge"; challengeId: string }
  | { status: "approved"; transactionId: string }
  | { status: "declined"; reason: string; transactionId?: string };

/** The transactions of cards: money held, taken and given back, and payments refused. */
export function createLedger({ wire, timeline, variants, settings, emit }: Core, cards: Cards) {
  function record(wallet: Wallet, card: Card, payment: Payment, more: Partial<Transaction>): Transaction {
    const now = timeline.now();
    const transaction: Transaction = {
      id: objectId("txn"),
      cardId: card.id,
      type: "authorization",
      amount: -payment.amount,
      merchant: payment.merchant,
      balanceAfter: card.balance,
      createdAt: now,
      status: "authorized",
      threeDs: { status: "not_required" },
      timeline: [],
      refunded: 0,
      ...more,
    };
    transaction.timeline.push({ status: transaction.status, at: now });
    wallet.transactions.push(transaction);
    card.transactionCount++;
    return transaction;
  }

  function decline(
    wallet: Wallet,
    card: Card,
    payment: Payment,
    reason: DeclineReason,
    threeDs: Transaction["threeDs"],
  ) {
    const transaction = record(wallet, card, payment, {
      type: "decline",
      status: "declined",
      declineReason: reason,
      threeDs,
    });
    emit(wallet, "transaction.declined", wire.transaction(transaction));
    return { status: "declined", reason, transactionId: transaction.id } as const;
  }

  function hold(wallet: Wallet, card: Card, payment: Payment, threeDs: Transaction["threeDs"]): PurchaseResult {
    card.balance -= payment.amount;
    card.spent += payment.amount;
    card.lastUsedAt = timeline.now();
    const transaction = record(wallet, card, payment, { threeDs });
    emit(wallet, "transaction.authorized", wire.transaction(transaction));
    if (settings.settleAfterMs !== undefined) {
      timeline.at(timeline.now() + settings.settleAfterMs, () => {
        if (transaction.status === "authorized") settle(wallet, transaction);
      });
    }
    autoFreeze(wallet, card);
    return { status: "approved", transactionId: transaction.id };
  }

  function autoFreeze(wallet: Wallet, card: Card): void {
    if (card.status !== "active" || card.autoFreezeAt === undefined) return;
    const reached =
      variants.autoFreeze === "spent" ? card.spent >= card.autoFreezeAt : card.balance <= card.autoFreezeAt;
    if (reached) cards.freeze(wallet, card);
  }

  function settle(wallet: Wallet, authorization: Transaction, amount = -authorization.amount): Transaction {
    if (authorization.status !== "authorized") throw new RangeError(`transaction is ${authorization.status}`);
    const card = cardOf(wallet, authorization.cardId);
    const more = amount + authorization.amount;
    if (amount <= 0 || more > card.balance) throw new RangeError("the card cannot settle this amount");
    card.balance -= more;
    card.spent += more;
    returnFromTerminated(wallet, card);
    const step = { status: "settled", at: timeline.now() };
    authorization.status = "settled";
    authorization.timeline.push(step);
    const settlement = variants.settlementId === "same" ? authorization : settledApart(wallet, card, authorization);
    settlement.type = "settlement";
    settlement.amount = -amount;
    settlement.balanceAfter = card.balance;
    emit(wallet, "transaction.settled", wire.transaction(settlement));
    return settlement;
  }

  function settledApart(wallet: Wallet, card: Card, { id, amount, merchant, threeDs }: Transaction): Transaction {
    return record(wallet, card, { amount: -amount, merchant }, { status: "settled", threeDs, authorizationId: id });
  }

  /** What comes back to a card that was closed meanwhile goes on to the wallet. */
  function returnFromTerminated(wallet: Wallet, card: Card): void {
    if (card.status !== "terminated" || card.balance === 0) return;
    wallet.balance += card.balance;
    wallet.moved -= card.balance;
    card.unloaded += card.balance;
    card.balance = 0;
  }

  function refund(wallet: Wallet, original: Transaction, amount: Cents): Transaction {
    const card = cardOf(wallet, original.cardId);
    if (original.status !== "authorized" && original.status !== "settled") {
      throw new RangeError(`transaction is ${original.status}`);
    }
    if (original.amount >= 0) throw new RangeError("only a payment can be refunded");
    if (amount <= 0 || amount > -original.amount - original.refunded) throw new RangeError("more than was paid");
    if (original.status === "authorized" && amount !== -original.amount) {
      throw new RangeError("what is not settled can only be reversed whole");
    }
    card.balance += amount;
    card.refunded += amount;
    original.refunded += amount;
    original.timeline.push({ status: "refunded", at: timeline.now() });
    if (original.status === "authorized") original.status = "reversed";
    const balanceAfter = card.balance;
    returnFromTerminated(wallet, card);
    const { merchant } = original;
    const given = { type: "refund", status: "refunded", amount, originalId: original.id, balanceAfter } as const;
    const transaction = record(wallet, card, { amount, merchant }, given);
    emit(wallet, "transaction.refunded", wire.transaction(transaction));
    return transaction;
  }

  return { hold, decline, settle, refund };
}

export type Ledger = ReturnType<typeof createLedger>;

/** @throws RangeError for a card the wallet does not have */
export function cardOf(wallet: Wallet, id: string): Card {
  const card = wallet.cards.find((candidate) => candidate.id === id);
  if (!card) throw new RangeError(`unknown card: ${id}`);
  return card;
}
