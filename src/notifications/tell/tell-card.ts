import type { Verdict } from "../../queue/worker.ts";
import type { Store } from "../../store/store.ts";
import { renderCard } from "../draw/render-card.ts";
import { identityOf, type Notice } from "../notice.ts";
import type { Funding } from "./funding.ts";
import { DONE, type Push } from "./push.ts";
import type { Telling } from "./telling.ts";

type Deps = { store: Pick<Store, "bubbles" | "cursors" | "directory">; push: Push; funding: Funding };

const STATUS_AFTER = {
  created: undefined,
  funded: undefined,
  frozen: "frozen",
  unfrozen: "active",
  terminated: "terminated",
} as const;

/** What sweeps told of cards, by card: so that a webhook that comes later does not tell it again. */
type SweptCards = Record<string, { status: string; at: number }>;

/**
 * Changes to cards. A webhook is always told, unless a sweep told the same after it had happened. What was told last is
 * kept where sweeps compare with it.
 */
export function createTellCard({ store, push, funding }: Deps) {
  /** Call it under the wallet's lock. `at`: when it happened, epoch ms. */
  return async (
    notice: Extract<Notice, { kind: "card" }>,
    telling: Telling,
    { swept, at }: { swept: boolean; at: number },
  ): Promise<Verdict> => {
    const { userId, walletId, receivedAt, t, facts } = telling;
    const { card, change } = notice;
    const status = STATUS_AFTER[change];
    const identity = identityOf(notice);
    if (identity && (await store.bubbles.get(userId, `${identity}:${walletId}`))) return DONE;
    if (!identity && status && !swept) {
      const told = ((await store.cursors.get(userId, walletId)).sweptCards as SweptCards | undefined)?.[card.id];
      if (told?.status === status && at <= told.at) return DONE;
    }

    const message = telling.unspoken ? undefined : renderCard(notice, t, facts);
    let messageId = 0;
    if (message) {
      const key = `${change}:${walletId}:${card.id}:${receivedAt}`;
      const pushed = await push(userId, message, { name: `card-${change}`, key, receivedAt });
      if (!pushed.ok) return pushed.failure;
      messageId = pushed.value ?? 0;
    }
    if (identity) await store.bubbles.put(userId, `${identity}:${walletId}`, { messageId, at: receivedAt });
    if (change === "funded") await funding.funded(card.id, telling);
    if (change === "unfrozen") await funding.unfrozen(userId, card.id);
    if (status || change === "created") {
      await store.cursors.update(userId, walletId, (cursor) => ({
        ...cursor,
        cards: { ...cursor.cards, [card.id]: status ?? card.status },
        ...(swept && {
          sweptCards: {
            ...(cursor.sweptCards as SweptCards | undefined),
            [card.id]: { status: status ?? "", at: receivedAt },
          },
        }),
      }));
    }
    return DONE;
  };
}
