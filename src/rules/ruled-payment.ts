import type { Transaction } from "../cryptocardy/types.ts";
import type { WalletRef } from "../lib/wallet-ref.ts";
import type { JudgedPayment } from "./judge.ts";

/** A payment with the card it was made with; `receipt` is the transaction to open. Plain JSON. */
export type RuledPayment = JudgedPayment & WalletRef & { cardId: string; receipt: string; balanceAfter?: number };

export function ruledPayment(
  { userId, walletId }: WalletRef,
  state: JudgedPayment["state"],
  transaction: Transaction,
): RuledPayment {
  const { id, originalId, amount, merchant, createdAt, cardId, balanceAfter } = transaction;
  return {
    userId,
    walletId,
    id: originalId ?? id,
    receipt: id,
    state,
    amount: Math.abs(amount),
    merchant: merchant.name,
    at: createdAt,
    cardId,
    ...(balanceAfter !== undefined && { balanceAfter }),
  };
}
