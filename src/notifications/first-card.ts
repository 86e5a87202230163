import type { Card } from "../cryptocardy/types.ts";
import type { Cursor } from "../store/cursors.ts";
import type { Opening } from "../store/person.ts";

/**
 * The card that a wallet is opened with (assumption 12). `GET /` gives it neither an id nor a number to rely on, so it is
 * known by what it does: whatever is listed as waiting for money is it. Where nothing is, it is a card of the announced
 * network that nobody named and nobody paid for, because a card that somebody issues begins with money on it.
 */
type Known = Pick<Cursor, "cards" | "waiting" | "firstCard">;

/** The status of a card that waits for its first money. */
export const WAITING = "pending_top_up";

/** Whether somebody's deposit may still bring it to life: a look at the cards is worth its call. */
export function isAwaited(opened: Opening | undefined, known: Known): boolean {
  if (waitingCard(known) !== undefined) return true;
  return opened?.awaitsCard === true && known.firstCard === undefined;
}

/** The id of a card that waits for money as far as is known. */
export const waitingCard = ({ cards = {}, waiting = [] }: Known): string | undefined =>
  waiting.find((id) => cards[id] === WAITING);

/** Whether a card that has become active is the one the wallet was opened with, or was seen waiting. */
export function isFirstCard(
  { id, balance, label, network }: Pick<Card, "id" | "balance" | "label" | "network">,
  opened: Opening | undefined,
  { waiting = [], firstCard }: Known,
): boolean {
  if (waiting.includes(id)) return true;
  if (!opened?.awaitsCard || firstCard === "ready" || waiting.length > 0) return false;
  return balance === 0 && !label && (opened.network === undefined || opened.network === network);
}

/** The first card among all: one that waits, rather than one that does not any more. */
export function findFirst(cards: Card[], opened: Opening | undefined, known: Known): Card | undefined {
  return (
    cards.find(({ status }) => status === WAITING) ??
    cards.find((card) => card.status !== "terminated" && isFirstCard(card, opened, known))
  );
}

/** With the cards that are listed as waiting, or were so far, noted for good; undefined when there is nothing to note. */
export function withWaiting<Cursor extends Known>(
  cursor: Cursor,
  cards: Pick<Card, "id" | "status">[],
): Cursor | undefined {
  const waiting = cursor.waiting ?? [];
  const listed = cards.filter(({ id, status }) => status === WAITING || cursor.cards?.[id] === WAITING);
  const news = listed.map(({ id }) => id).filter((id) => !waiting.includes(id));
  return news.length > 0 ? { ...cursor, waiting: [...waiting, ...news] } : undefined;
}
