import type { WalletRef } from "../lib/wallet-ref.ts";
import type { PaymentStep } from "../notifications/payment.ts";
import type { Payload } from "../queue/payload.ts";
import type { Queues } from "../queue/queues.ts";
import type { JobFacts, Verdict } from "../queue/worker.ts";
import type { CardRules } from "../store/rules.ts";
import type { Store } from "../store/store.ts";
import type { CardGuard } from "./card-guard.ts";
import type { Refill } from "./refill.ts";
import { type RuledPayment, ruledPayment } from "./ruled-payment.ts";

type Deps = {
  store: Pick<Store, "rules" | "people" | "locks">;
  queues: Pick<Queues, "add">;
  guard: CardGuard;
  refill: Refill;
};

const RULE = "card.rule";
const SEEN_MS = 24 * 60 * 60_000;
const LOCK = { leaseMs: 20_000, waitMs: 5_000 };
const BUSY_MS = 1_000;
const DONE: Verdict = { kind: "done" };

export type Rules = ReturnType<typeof createRules>;

/** What people want done with their cards by itself: looks at every payment, and leaves the doing to a job that survives. */
export function createRules({ store, queues, guard, refill }: Deps) {
  return {
    /** A payment happened. Costs one look into the memory for people without rules. Resolves with the card's rules. */
    async react(wallet: WalletRef, step: PaymentStep): Promise<CardRules> {
      const { state, transaction } = step;
      const rules = await store.rules.get(wallet.userId, wallet.walletId, transaction.cardId);
      if ((state !== "authorized" && state !== "settled") || !hasWork(rules)) return rules;
      const payment = ruledPayment(wallet, state, transaction);
      const id = `${RULE}:${wallet.userId}:${wallet.walletId}:${transaction.id}:${state}`;
      await queues.add("chores", RULE, payment, { dedupe: { id, ttlMs: SEEN_MS }, owner: wallet.userId });
      return rules;
    },

    /** The worker's part, by job name. */
    chores: {
      async [RULE](payload: Payload, job: JobFacts): Promise<Verdict> {
        const payment = payload as RuledPayment;
        const { userId, walletId, cardId } = payment;
        const person = await store.people.get(userId);
        if (!person?.wallets.some(({ id }) => id === walletId)) return DONE;
        const verdict = await store.locks.withLock(`rule:${userId}:${cardId}`, LOCK, async () => {
          const rules = await store.rules.get(userId, walletId, cardId);
          const guarded = await guard.apply(rules, payment, person, job.addedAt);
          if (guarded.kind !== "done" || guarded.frozen) return guarded;
          return refill.apply(payment, person);
        });
        return verdict === "busy" ? { kind: "again", afterMs: BUSY_MS } : verdict;
      },
    },
  };
}

/** Whether the card follows any rule: something is done with it by itself. */
export const hasWork = ({ once, merchant, topUp }: CardRules): boolean =>
  once !== undefined || merchant !== undefined || (topUp !== undefined && !topUp.off);
