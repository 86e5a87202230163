import type { Accounts } from "../../accounts/accounts.ts";
import { CardApiError } from "../../cryptocardy/errors.ts";
import type { Clock } from "../../lib/clock.ts";
import type { WalletRef } from "../../lib/wallet-ref.ts";
import { shortMark } from "../../store/ledger.ts";
import type { Store } from "../../store/store.ts";
import { type GuardWord, isPastGuarding } from "../draw/render-decline.ts";
import { thresholdsOf } from "../preferences.ts";
import type { Explanation } from "./decline.ts";
import { alarmOf } from "./habits.ts";
import type { Telling } from "./telling.ts";

type Deps = {
  store: Pick<Store, "ledger">;
  accounts: Pick<Accounts, "client">;
  /** Announces that a card's next event of this type is our own doing; `operations.expect` fits. */
  expect: (wallet: WalletRef, cardId: string, eventType: string) => Promise<unknown>;
  clock: Clock;
  log: { warn(fields: object, message: string): void };
};

export type Guard = ReturnType<typeof createGuard>;

/**
 * The decline guard. A card that is declined again and again may be closed by its issuer: it speaks up early, and offers
 * to freeze the card until it is funded, or does so by itself for whoever wants that.
 */
export function createGuard({ store, accounts, expect, clock, log }: Deps) {
  async function freeze({ userId, walletId }: Telling, cardId: string, paymentId: string): Promise<boolean> {
    try {
      const client = await accounts.client(userId, walletId, "refetch");
      await expect({ userId, walletId }, cardId, "card.frozen");
      await client.cards.freeze(cardId, { idempotencyKey: `guard-${shortMark(paymentId)}` });
      return true;
    } catch (error) {
      if (!(error instanceof CardApiError)) throw error;
      if (error.kind === "conflict") return true;
      log.warn({ kind: error.kind, requestId: error.requestId }, "the decline guard could not freeze a card");
      return false;
    }
  }

  return {
    /** What the guard says below a decline that was just written down. */
    async check(cardId: string, paymentId: string, why: Explanation, telling: Telling): Promise<GuardWord | undefined> {
      if (isPastGuarding(why)) return undefined;
      const alarm = alarmOf(
        await store.ledger.get(telling.userId, cardId),
        clock.now(),
        thresholdsOf(telling.preferences),
      );
      if (!alarm) return undefined;
      const frozen = telling.preferences.guard === "freeze" && (await freeze(telling, cardId, paymentId));
      return { alarm, frozen };
    },

    /** It was told: the guard is silent until a payment goes through or the card is funded. */
    async spoke(userId: number, cardId: string, { frozen }: GuardWord): Promise<void> {
      const askedAt = clock.now();
      await store.ledger.change(userId, cardId, (ledger) => ({ ...ledger, askedAt, ...(frozen && { held: true }) }));
    },
  };
}
