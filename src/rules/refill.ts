import type { Accounts } from "../accounts/accounts.ts";
import type { Clock } from "../lib/clock.ts";
import { dayIn, zoneFrom } from "../lib/zone.ts";
import type { Operations } from "../operations/operations.ts";
import type { Verdict } from "../queue/worker.ts";
import type { Person } from "../store/person.ts";
import type { Store } from "../store/store.ts";
import type { Announce } from "./announce.ts";
import { renderNoTopUp } from "./render.ts";
import type { RuledPayment } from "./ruled-payment.ts";
import { hasMoved, topUpNow, withMoved } from "./top-up.ts";

type Deps = {
  store: Pick<Store, "rules" | "operations" | "locks">;
  accounts: Pick<Accounts, "freshClient">;
  operations: Pick<Operations, "byRule">;
  announce: Announce;
  clock: Clock;
};

export type Refill = ReturnType<typeof createRefill>;

const DONE: Verdict = { kind: "done" };
const IN_WORK_MS = 1_500;
const LOCK = { leaseMs: 20_000, waitMs: 2_000 };

/**
 * Automatic top-ups. The cap of the day is counted before the money moves, so that no crash moves it twice; and those of a
 * wallet go one after the other, because each has to leave there what the wallet is to keep.
 */
export function createRefill({ store, accounts, operations, announce, clock }: Deps) {
  /**
   * Another top-up is not done yet: only the balances afterwards tell whether this card needs one, and what the wallet has. One
   * of another card whose outcome is unknown, maybe for a day, is not waited for.
   */
  async function isInWork({ userId, walletId, cardId, id }: RuledPayment): Promise<boolean> {
    const open = await store.operations.listOpen();
    return open.some((one) => {
      const by = (one as { by?: { after: string } }).by;
      if (one.userId !== userId || one.walletId !== walletId || one.kind !== "fund" || !by) return false;
      return one.params.cardId === cardId ? by.after !== id : one.state === "submitted";
    });
  }

  return {
    /** Call it under the card's lock. */
    async apply(payment: RuledPayment, person: Person): Promise<Verdict> {
      const { userId, walletId, cardId, id, balanceAfter } = payment;
      const { topUp } = await store.rules.get(userId, walletId, cardId);
      if (!topUp || topUp.off) return DONE;
      if (!hasMoved(topUp, id) && balanceAfter !== undefined && balanceAfter >= topUp.below) return DONE;
      const verdict = await store.locks.withLock(`refill:${userId}:${walletId}`, LOCK, () => inTurn(payment, person));
      return verdict === "busy" ? { kind: "again", afterMs: IN_WORK_MS } : verdict;
    },
  };

  async function inTurn(payment: RuledPayment, person: Person): Promise<Verdict> {
    const { userId, walletId, cardId, id } = payment;
    const { topUp } = await store.rules.get(userId, walletId, cardId);
    if (!topUp || topUp.off) return DONE;
    if (!hasMoved(topUp, id) && (await isInWork(payment))) return { kind: "again", afterMs: IN_WORK_MS };
    const client = await accounts.freshClient(userId, walletId, "refetch");
    const [card, wallet] = await Promise.all([client.cards.get(cardId), client.wallet.balance()]);
    if (card.status !== "active") return DONE;
    const { last4, label } = card;
    const day = dayIn(zoneFrom(person.settings.zone), clock.now());
    if (!hasMoved(topUp, id)) {
      const verdict = topUpNow(topUp, { card: card.balance, wallet: wallet.balance, day });
      if (verdict.kind === "nothing") return DONE;
      if (verdict.kind !== "add") {
        const why = verdict.kind;
        await announce(person, payment, `${why}:${cardId}:${day}`, (t, f) => renderNoTopUp(t, f, { cardId, why }));
        return DONE;
      }
      await store.rules.update(userId, walletId, cardId, ({ topUp: now, ...rest }) => ({
        ...rest,
        ...(now && { topUp: withMoved(now, day, verdict.amount, id) }),
      }));
    }
    const params = { cardId, last4, amount: topUp.add, ...(label && { label }) };
    await operations.byRule({ userId, walletId, kind: "fund", params }, { rule: "top-up", after: id });
    return DONE;
  }
}
