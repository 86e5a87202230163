import type { Deposit } from "../../cryptocardy/types.ts";
import type { Verdict } from "../../queue/worker.ts";
import type { Store } from "../../store/store.ts";
import { renderCredited } from "../draw/render-deposit.ts";
import { type FirstCardWord, renderFirstCard } from "../draw/render-first-card.ts";
import { DONE, type Push } from "./push.ts";
import { type DepositFacts, depositKey, firstMark } from "./tell-deposit.ts";
import type { Telling } from "./telling.ts";

/** The payload of the job that says what a deposit led to. `late`: as in the message of the deposit. */
export type FirstWordJob = {
  userId: number;
  walletId: string;
  receivedAt: number;
  word: FirstCardWord;
  deposit: Deposit;
  late?: number;
};
export const FIRST_WORD = "card.first.word";

type Deps = { store: Pick<Store, "bubbles" | "cursors">; push: Push };

/**
 * Says below a credited deposit what it means for the wallet's first card: the message of the deposit changes, without a
 * sound. Where there is no such message it is one of its own, unless deposits are turned off.
 */
export function createTellFirstCard({ store, push }: Deps) {
  /** Call it under the wallet's lock. */
  return async ({ word, deposit, late, receivedAt }: FirstWordJob, telling: Telling): Promise<Verdict> => {
    const { userId, walletId, t, preferences } = telling;
    const key = depositKey(walletId, deposit.id);
    const mark = firstMark(word);
    const { firstCard } = await store.cursors.get(userId, walletId);
    if (firstCard === "ready") return DONE;
    const bubble = await store.bubbles.get(userId, key);
    if (!bubble) return DONE;
    const shown = bubble.facts as DepositFacts;
    if (shown.first !== mark && !preferences.muted?.includes("deposits")) {
      const facts = { ...telling.facts, ...(late !== undefined && { late }) };
      const edit = shown.creditedId;
      const message =
        edit === undefined
          ? renderFirstCard(word, t, telling.facts)
          : { ...renderCredited(deposit, t, facts, word), edit, silent: true };
      const pushed = await push(userId, message, { name: "card-first", key: `${key}:${mark}`, receivedAt });
      if (!pushed.ok) return pushed.failure;
      await store.bubbles.put(userId, key, { ...bubble, facts: { ...shown, first: mark } });
    }
    if (word.state === "absent") {
      await store.cursors.update(userId, walletId, (cursor) => ({
        ...cursor,
        firstCard: cursor.firstCard ?? "absent",
      }));
    }
    return DONE;
  };
}
