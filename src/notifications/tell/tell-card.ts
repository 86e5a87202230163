import type { WalletRef } from "../../lib/wallet-ref.ts";
import type { Verdict } from "../../queue/worker.ts";
import type { Cursor } from "../../store/cursors.ts";
import type { Store } from "../../store/store.ts";
import type { Facts } from "../draw/facts.ts";
import { renderCard } from "../draw/render-card.ts";
import { renderReady } from "../draw/render-first-card.ts";
import { isFirstCard, WAITING, withWaiting } from "../first-card.ts";
import { identityOf, type Notice } from "../notice.ts";
import type { Funding } from "./funding.ts";
import { DONE, type Push } from "./push.ts";
import type { Telling } from "./telling.ts";

type Deps = {
  store: Pick<Store, "bubbles" | "cursors" | "directory">;
  push: Push;
  funding: Funding;
  /** Whether an event of this type on this card is the echo of what the person did here. */
  isOurs: (wallet: WalletRef, cardId: string, eventType: string) => Promise<boolean>;
};

type CardNotice = Extract<Notice, { kind: "card" }>;

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
 * kept where sweeps compare with it. Events overtake each other: one that is older than what was told says when it
 * happened, and a card's status stays that of the newest.
 */
export function createTellCard({ store, push, funding, isOurs }: Deps) {
  /** Of a card that became active: whether it is the wallet's own first one, and whether its owner has seen it happen. */
  async function lookAt({ card }: CardNotice, { userId, walletId, opened, facts }: Telling) {
    const cursor = await store.cursors.get(userId, walletId);
    const wasFunded = card.balance > 0 && (await isOurs({ userId, walletId }, card.id, "card.funded"));
    const isSeen = cursor.waiting?.includes(card.id) ?? false;
    // While a card is issued here no guess is safe; one that was seen waiting is not the issued one.
    const isFirst = isSeen || (!facts.ours && isFirstCard(card, opened, cursor));
    return { isFirst, ours: wasFunded || (facts.ours && !isFirst) };
  }

  /** A card that waits for money is no news before it is active. */
  async function noteWaiting({ card }: CardNotice, { userId, walletId }: Telling): Promise<void> {
    await store.cursors.update(userId, walletId, (cursor) => ({
      ...(withWaiting(cursor, [card]) ?? cursor),
      cards: { ...cursor.cards, [card.id]: card.status },
    }));
  }

  /** Call it under the wallet's lock. `at`: when it happened, epoch ms. */
  return async (
    notice: CardNotice,
    telling: Telling,
    { swept, at }: { swept: boolean; at: number },
  ): Promise<Verdict> => {
    const { userId, walletId, receivedAt, t } = telling;
    const { card, change } = notice;
    if (change === "created" && card.status === WAITING) {
      await noteWaiting(notice, telling);
      return DONE;
    }
    const status = STATUS_AFTER[change];
    const identity = identityOf(notice);
    if (identity && (await store.bubbles.get(userId, `${identity}:${walletId}`))) return DONE;
    const cursor = status ? await store.cursors.get(userId, walletId) : {};
    if (!identity && status && !swept) {
      const told = (cursor.sweptCards as SweptCards | undefined)?.[card.id];
      if (told?.status === status && at <= told.at) return DONE;
    }
    // Sweeps see how things are, by our clock; only events are compared with events.
    const isOvertaken = (known: Cursor): boolean => !swept && at < (known.changedAt?.[card.id] ?? 0);

    const { isFirst, ours } =
      change === "created" ? await lookAt(notice, telling) : { isFirst: false, ours: telling.facts.ours };
    const facts: Facts = { ...telling.facts, ours, ...(isOvertaken(cursor) && { late: at }) };
    const draw = isFirst ? renderReady : renderCard;
    const message = telling.unspoken ? undefined : draw(notice, t, facts);
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
      await store.cursors.update(userId, walletId, (now) => ({
        ...now,
        ...(!isOvertaken(now) && {
          cards: { ...now.cards, [card.id]: status ?? card.status },
          ...(!swept && { changedAt: { ...now.changedAt, [card.id]: at } }),
        }),
        ...(isFirst && { firstCard: "ready" as const }),
        ...(swept && {
          sweptCards: {
            ...(now.sweptCards as SweptCards | undefined),
            [card.id]: { status: status ?? "", at: receivedAt },
          },
        }),
      }));
    }
    return DONE;
  };
}
