import { findBin } from "./catalogue.ts";
import type { Core } from "./core.ts";
import { newOtp, objectId } from "./ids.ts";
import { cardOf, type Ledger, type PurchaseResult } from "./ledger.ts";
import { authorise } from "./rules/authorise.ts";
import type { Card, Cents, Challenge, Payment, ThreeDsStatus, Wallet } from "./types.ts";

const challengeLivesMs = 300_000;
const answersAllowed = 3;

/** What a merchant can ask of a card: to be charged, with a 3DS code or without. */
export function createPayments({ world, wire, timeline, emit }: Core, { hold, decline }: Ledger) {
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
  };
}

export type Payments = ReturnType<typeof createPayments>;
