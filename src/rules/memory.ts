import type { PaymentStep } from "../notifications/payment.ts";
import type { Store } from "../store/store.ts";
import type { WalletRef } from "./rules.ts";

/** Remembers the latest payments of a wallet: merchants a card may be kept to, and what comes again. */
export function createMemory({ store }: { store: Pick<Store, "spending"> }) {
  return {
    async note({ userId, walletId }: WalletRef, { state, transaction }: PaymentStep): Promise<void> {
      if (state !== "authorized" && state !== "settled") return;
      const { id, originalId, cardId, merchant, amount, createdAt } = transaction;
      const payment = {
        id: originalId ?? id,
        cardId,
        merchant: merchant.name,
        amount: Math.abs(amount),
        at: createdAt,
      };
      await store.spending.add(userId, walletId, [payment]);
    },
  };
}
