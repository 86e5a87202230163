import type { Clock } from "../lib/clock.ts";
import { dayIn, zoneFrom } from "../lib/zone.ts";
import type { Operation } from "../operations/operation.ts";
import type { SettledListener } from "../operations/operations.ts";
import type { Store } from "../store/store.ts";
import type { Announce } from "./announce.ts";
import { renderClosed, renderNoTopUp, renderNotClosed, renderToppedUp } from "./render.ts";
import { movedOn } from "./top-up.ts";

type Deps = { store: Pick<Store, "people" | "rules">; announce: Announce; clock: Clock };

/** Tells what came of an operation that a rule asked for: it has no screen that could show it. */
export function createRuleSettled({ store, announce, clock }: Deps): SettledListener {
  return async (operation: Operation): Promise<void> => {
    if (!operation.by || operation.kind === "issue") return;
    const { id, userId, walletId, state } = operation;
    const { cardId } = operation.params;
    const person = await store.people.get(userId);
    if (!person) return;
    const about = { walletId, cardId };
    const name = `${id}:${state}`;
    const isDone = state === "done";
    if (operation.kind === "close") {
      if (isDone) await forgetRules(operation);
      const refunded = operation.result?.refunded;
      return announce(person, about, name, (t, facts) =>
        isDone ? renderClosed(t, facts, refunded) : renderNotClosed(t, facts, cardId),
      );
    }
    if (operation.kind !== "fund") return;
    const { topUp } = await store.rules.get(userId, walletId, cardId);
    const day = dayIn(zoneFrom(person.settings.zone), clock.now());
    const { amount } = operation.params;
    const words = {
      cardId,
      amount,
      balance: operation.result?.cardBalance,
      moved: topUp ? movedOn(topUp, day) : amount,
      perDay: topUp?.perDay ?? amount,
    };
    await announce(person, about, name, (t, facts) =>
      isDone
        ? renderToppedUp(t, facts, words)
        : renderNoTopUp(t, facts, { cardId, why: state === "failed" ? "failed" : "unknown" }),
    );
  };

  /** A closed card needs no rules. */
  async function forgetRules({ userId, walletId, params }: Operation): Promise<void> {
    if ("cardId" in params) await store.rules.update(userId, walletId, params.cardId, () => ({}));
  }
}
