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
  store: Pick<Store, "rules" | "operations">;
  accounts: Pick<Accounts, "freshClient">;
  operations: Pick<Operations, "byRule">;
  announce: Announce;
  clock: Clock;
};

export type Refill = ReturnType<typeof createRefill>;

const DONE: Verdict = { kind: "done" };
const IN_WORK_MS = 1_500;

/** Automatic top-ups. The cap of the day is counted before the money moves, so that no crash moves it twice. */
export function createRefill({ store, accounts, operations, announce, clock }: Deps) {
  /** A top-up of this card is not done yet: only its balance afterwards tells whether another is needed. */
  async function isInWork({ userId, cardId, id }: RuledPayment): Promise<boolean> {
    const open = await store.operations.listOpen();
    return open.some((one) => {
      const by = (one as { by?: { after: string } }).by;
      return one.userId === userId && one.kind === "fund" && one.params.cardId === cardId && by && by.after !== id;
    });
  }

  return {
    /** Call it under the card's lock. */
    async apply(payment: RuledPayment, person: Person): Promise<Verdict> {
      const { userId, walletId, cardId, id } = payment;
      const { topUp } = await store.rules.get(userId, walletId, cardId);
      if (!topUp || topUp.off) return DONE;
      if (!hasMoved(topUp, id)) {
        if (payment.balanceAfter !== undefined && payment.balanceAfter >= topUp.below) return DONE;
        if (await isInWork(payment)) return { kind: "again", afterMs: IN_WORK_MS };
      }
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
    },
  };
}
