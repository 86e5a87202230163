import type { Cards } from "./cards.ts";
import { findBin } from "./catalogue.ts";
import type { Core } from "./core.ts";
import { newOtp, objectId } from "./ids.ts";
import { authorise, type DeclineReason } from "./rules/authorise.ts";
import type { Card, Cents, Challenge, Payment, ThreeDsStatus, Transaction, Wallet } from "./types.ts";

const challengeLivesMs = 300_000;
const answersAllowed = 3;

export type PurchaseResult =
  | { status: "challenge"; challengeId: string }
  | { status: "approved"; transactionId: string }
  | { status: "declined"; reason: string; transactionId?: string };

/** What a merchant's side can do to a card: charge it, pass a 3DS code on, settle and give back. */
export function createPayments(core: Core, cards: Cards) {
  const { world, wire, timeline, variants, settings, emit } = core;

  function spentThisMonth(wallet: Wallet, card: Card): Cents {
    const now = new Date(timeline.now());
    const start = Date.UTC(now.getUTCFullYear(), now.getUTCMonth());
    return wallet.transactions
      .filter(({ cardId, type, createdAt }) => cardId === card.id && type !== "refund" && createdAt >= start)
      .filter(({ status, authorizationId }) => ["authorized", "settled"].includes(status) && !authorizationId)
      .reduce((sum, { amount }) => sum - amount, 0);
  }

  function decide(wallet: Wallet, card: Card, payment: Payment) {
    const bin = findBin(card.binId);
    if (!bin) throw new RangeError(`unknown BIN: ${card.binId}`);
    const spent = spentThisMonth(wallet, card);
    return { bin, decision: authorise({ card, bin, payment, spentThisMonth: spent, now: timeline.now() }) };
  }

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

  function challenge(wallet: Wallet, card: Card, purchase: Payment): PurchaseResult {
    const now = timeline.now();
    const opened: Challenge = {
      id: objectId("3ds"),
      cardId: card.id,
      purchase,
      otp: newOtp(),
      status: "pending",
      wrongAnswers: 0,
      createdAt: now,
      expiresAt: now + challengeLivesMs,
    };
    wallet.challenges.push(opened);
    emit(wallet, "3ds.challenge", wire.challenge(opened));
    timeline.at(opened.expiresAt, () => {
      if (opened.status === "pending") fail(wallet, opened, "3ds_expired");
    });
    return { status: "challenge", challengeId: opened.id };
  }

  function fail(wallet: Wallet, challenge: Challenge, reason: "3ds_failed" | "3ds_expired"): PurchaseResult {
    challenge.status = "expired";
    const status: ThreeDsStatus = reason === "3ds_failed" ? "failed" : "expired";
    const card = cardOf(wallet, challenge.cardId);
    const result = decline(wallet, card, challenge.purchase, reason, { status, challengeId: challenge.id });
    challenge.transactionId = result.transactionId;
    return result;
  }

  return {
    /** Asks for a 3DS code when the BIN has 3DS, unless `threeDs` says otherwise. */
    purchase(pan: string, payment: Payment, threeDs?: boolean): PurchaseResult {
      const found = world.cardByPan(pan);
      if (!found) return { status: "declined", reason: "unknown_card" };
      const { wallet, card } = found;
      const { bin, decision } = decide(wallet, card, payment);
      if (decision.kind === "decline") {
        return decline(wallet, card, payment, decision.reason, { status: "not_required" });
      }
      return (threeDs ?? bin.threeDs)
        ? challenge(wallet, card, payment)
        : hold(wallet, card, payment, { status: "not_required" });
    },

    /** A wrong code may be answered three times; a right one is authorised again, as the card stands now. */
    answer(challengeId: string, otp: string): PurchaseResult & { attemptsLeft?: number } {
      const found = world.challenge(challengeId);
      if (!found) throw new RangeError(`unknown challenge: ${challengeId}`);
      const { wallet, item } = found;
      if (item.status !== "pending") return { status: "declined", reason: `challenge_${item.status}` };
      if (otp.trim() !== item.otp) {
        item.wrongAnswers++;
        const attemptsLeft = answersAllowed - item.wrongAnswers;
        return attemptsLeft > 0 ? { status: "challenge", challengeId, attemptsLeft } : fail(wallet, item, "3ds_failed");
      }
      item.status = "completed";
      const card = cardOf(wallet, item.cardId);
      const { decision } = decide(wallet, card, item.purchase);
      const threeDs = { status: "authenticated", challengeId } as const;
      const result =
        decision.kind === "approve"
          ? hold(wallet, card, item.purchase, threeDs)
          : decline(wallet, card, item.purchase, decision.reason, threeDs);
      if ("transactionId" in result && result.transactionId) item.transactionId = result.transactionId;
      return result;
    },

    /** Where the payment behind a challenge stands. */
    status(challengeId: string): PurchaseResult {
      const found = world.challenge(challengeId);
      if (!found) throw new RangeError(`unknown challenge: ${challengeId}`);
      const { transactionId } = found.item;
      const transaction = transactionId === undefined ? undefined : world.transaction(transactionId)?.item;
      if (!transaction) return { status: "challenge", challengeId };
      const { id, declineReason } = transaction;
      return declineReason === undefined
        ? { status: "approved", transactionId: id }
        : { status: "declined", reason: declineReason, transactionId: id };
    },

    settle,
    refund,
  };
}

function cardOf(wallet: Wallet, id: string): Card {
  const card = wallet.cards.find((candidate) => candidate.id === id);
  if (!card) throw new RangeError(`unknown card: ${id}`);
  return card;
}

export type Payments = ReturnType<typeof createPayments>;
