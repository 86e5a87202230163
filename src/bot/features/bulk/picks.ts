import type { Card } from "../../../cryptocardy/types.ts";
import type { CardFilter } from "../../card-filter.ts";
import type { CardListPage } from "../../find-cards.ts";

/** What is remembered of a card while it is ticked. */
export type PickedCard = Pick<Card, "id" | "last4" | "network" | "status" | "balance"> & { label?: string };

/** The page that is shown, under which filter, and what is ticked, on this page and on others. */
export type Picks = Omit<CardListPage, "items"> & { filter?: CardFilter; shown: PickedCard[]; picked: PickedCard[] };

/** More than that is no longer looked at card by card before it is confirmed. */
export const MOST_PICKED = 25;

export const picksName = (walletId: string): string => `bulk:${walletId}`;

/** A page as it was just read; cards ticked earlier stay so, with what is known of them now. */
export function withPage({ items, ...page }: CardListPage, picked: readonly PickedCard[]): Picks {
  const shown = items.map(toPicked);
  const fresh = new Map(shown.map((card) => [card.id, card]));
  return { ...page, shown, picked: picked.map((card) => fresh.get(card.id) ?? card).filter(isAlive) };
}

/** Ticks a card of the page, or unticks it. Undefined when no more may be ticked. */
export function flipped(picks: Picks, cardId: string): Picks | undefined {
  if (picks.picked.some(({ id }) => id === cardId)) {
    return { ...picks, picked: picks.picked.filter(({ id }) => id !== cardId) };
  }
  const card = picks.shown.find(({ id }) => id === cardId);
  if (!card || !isAlive(card)) return picks;
  return picks.picked.length < MOST_PICKED ? { ...picks, picked: [...picks.picked, card] } : undefined;
}

/** Ticks the whole page as far as that goes. */
export const withWholePage = (picks: Picks): Picks =>
  picks.shown
    .filter(({ id }) => !picks.picked.some((card) => card.id === id))
    .reduce((now, { id }) => flipped(now, id) ?? now, picks);

/** A closed card takes part in nothing. */
export const isAlive = ({ status }: Pick<Card, "status">): boolean => status !== "terminated";

export function toPicked({ id, last4, network, status, balance, label }: Card): PickedCard {
  return { id, last4, network, status, balance, ...(label && { label }) };
}
