import type { Accounts } from "../accounts/accounts.ts";
import type { ErrorKind } from "../cryptocardy/errors.ts";
import { CardApiError } from "../cryptocardy/errors.ts";
import type { Clock } from "../lib/clock.ts";
import type { Operations } from "../operations/operations.ts";
import type { Verdict } from "../queue/worker.ts";
import type { Person } from "../store/person.ts";
import type { CardRules } from "../store/rules.ts";
import type { Store } from "../store/store.ts";
import type { Announce } from "./announce.ts";
import { judge } from "./judge.ts";
import { renderFreezeGivenUp, renderNotFrozen, renderOnceUsed, renderStranger } from "./render.ts";
import type { RuledPayment } from "./ruled-payment.ts";

type Deps = {
  store: Pick<Store, "rules">;
  accounts: Pick<Accounts, "freshClient">;
  operations: Pick<Operations, "expect" | "byRule">;
  announce: Announce;
  clock: Clock;
};

export type CardGuard = ReturnType<typeof createCardGuard>;

const AGAIN_MS = 3_000;
const MOST_AGAIN_MS = 60_000;
const GIVE_UP_AFTER_MS = 6 * 60 * 60_000;

/** What the provider would answer in the same way next time. */
const FOR_GOOD: readonly ErrorKind[] = ["unauthorized", "unsupported", "rejected", "not-found"];

/** One-time cards and cards that are kept to a merchant: freezes after the payment that was one too many. */
export function createCardGuard({ store, accounts, operations, announce, clock }: Deps) {
  /** `later`: it could not be done now; `never`: nor ever. A card that is closed or frozen already needs nothing. */
  async function freeze({ userId, walletId, cardId, id }: RuledPayment): Promise<"done" | "later" | "never"> {
    try {
      const client = await accounts.freshClient(userId, walletId, "code");
      await operations.expect({ userId, walletId }, cardId, "card.frozen");
      await client.cards.freeze(cardId, { idempotencyKey: `rule-${id}` });
      return "done";
    } catch (error) {
      if (!(error instanceof CardApiError)) throw error;
      if (error.kind === "conflict") return "done";
      return FOR_GOOD.includes(error.kind) ? "never" : "later";
    }
  }

  async function close({ userId, walletId, cardId, id }: RuledPayment): Promise<void> {
    const client = await accounts.freshClient(userId, walletId, "person");
    const card = await client.cards.get(cardId);
    if (card.status === "terminated") return;
    const { last4, label, balance } = card;
    const params = { cardId, last4, balance, ...(label && { label }) };
    await operations.byRule({ userId, walletId, kind: "close", params }, { rule: "once", after: id });
  }

  return {
    /** `addedAt`: since when this is to be done, epoch ms. Asks less and less often, and not for ever. */
    async apply(
      rules: CardRules,
      payment: RuledPayment,
      person: Person,
      addedAt: number,
    ): Promise<Verdict & { frozen?: boolean }> {
      const decision = judge(rules, payment);
      if (!decision.freeze) return { kind: "done" };
      const name = `${payment.cardId}:${payment.id}`;
      const outcome = await freeze(payment);
      const ageMs = Math.max(0, clock.now() - addedAt);
      if (outcome === "never" || (outcome === "later" && ageMs >= GIVE_UP_AFTER_MS)) {
        await announce(person, payment, `never:${name}`, (t, facts) => renderFreezeGivenUp(t, facts, payment));
        return { kind: "dead", reason: "card not frozen" };
      }
      if (outcome === "later") {
        await announce(person, payment, `late:${name}`, (t, facts) => renderNotFrozen(t, facts, payment));
        return { kind: "again", afterMs: Math.min(Math.max(AGAIN_MS, ageMs), MOST_AGAIN_MS) };
      }
      if (decision.freeze === "once") {
        await useUp(payment);
        if (!decision.close) {
          await announce(person, payment, `once:${name}`, (t, facts) => renderOnceUsed(t, facts, payment));
        }
      } else {
        const kept = rules.merchant?.name ?? "";
        await announce(person, payment, `stranger:${name}`, (t, facts) => renderStranger(t, facts, payment, kept));
      }
      if (decision.close) await close(payment);
      return { kind: "done", frozen: true };
    },
  };

  async function useUp({ userId, walletId, cardId, id, merchant }: RuledPayment): Promise<void> {
    await store.rules.update(userId, walletId, cardId, ({ once, ...rest }) => ({
      ...rest,
      ...(once && { once: once.usedBy ? once : { ...once, usedBy: id, usedAt: merchant } }),
    }));
  }
}
