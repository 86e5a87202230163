import type { Bin } from "./catalogue.ts";
import type { Core } from "./core.ts";
import { cardNotActive, cardTerminated, cardTooLow, stateConflict, walletTooLow } from "./errors.ts";
import type { Card, Cents, Wallet } from "./types.ts";

/** The life of a card: what moves its money and its state, and which events tell about it. */
export function createCards(core: Core) {
  const { world, timeline, variants, emitCard } = core;

  function load(wallet: Wallet, card: Card, amount: Cents) {
    wallet.balance -= amount;
    wallet.moved += amount;
    card.balance += amount;
    card.loaded += amount;
  }

  function unload(wallet: Wallet, card: Card, amount: Cents) {
    wallet.balance += amount;
    wallet.moved -= amount;
    card.balance -= amount;
    card.unloaded += amount;
  }

  const becomesActiveByFunding = (): boolean =>
    variants.pendingCard === "on-fund" || variants.pendingCard === "on-fund-frozen";

  function alive(card: Card) {
    if (card.status === "terminated") throw cardTerminated();
  }

  function activate(wallet: Wallet, card: Card) {
    card.status = "active";
    if (variants.activationEvent) emitCard(wallet, "card.created", card);
    if (variants.pendingCard === "on-fund-frozen") change(wallet, card, "frozen");
  }

  function change(wallet: Wallet, card: Card, status: "active" | "frozen"): void {
    if (card.status !== status) {
      card.status = status;
      emitCard(wallet, status === "frozen" ? "card.frozen" : "card.unfrozen", card);
    } else if (variants.repeatedState === "conflict") {
      throw stateConflict(`The card is ${card.status} already.`);
    }
  }

  return {
    /** @throws ApiError insufficient_funds */
    issue(wallet: Wallet, bin: Bin, amount: Cents, label?: string): Card {
      if (amount > wallet.balance) throw walletTooLow();
      const card = world.addCard(wallet, bin, timeline.now(), "active", label);
      load(wallet, card, amount);
      emitCard(wallet, "card.created", card);
      return card;
    },

    activate,

    /** @throws ApiError card_terminated, insufficient_funds, card_not_active */
    fund(wallet: Wallet, card: Card, amount: Cents): { previous: Cents } {
      alive(card);
      if (card.status === "pending_top_up" && !becomesActiveByFunding()) throw cardNotActive();
      if (amount > wallet.balance) throw walletTooLow();
      const previous = card.balance;
      load(wallet, card, amount);
      if (card.status === "pending_top_up") activate(wallet, card);
      emitCard(wallet, "card.funded", card);
      return { previous };
    },

    /** @throws ApiError card_terminated, insufficient_funds */
    withdraw(wallet: Wallet, card: Card, amount: Cents): { previous: Cents } {
      alive(card);
      if (amount > card.balance) throw cardTooLow();
      const previous = card.balance;
      unload(wallet, card, amount);
      return { previous };
    },

    /** @throws ApiError card_terminated, card_not_active, state_conflict */
    freeze(wallet: Wallet, card: Card): void {
      alive(card);
      if (card.status === "pending_top_up") throw cardNotActive();
      change(wallet, card, "frozen");
    },

    /** @throws ApiError card_terminated, card_not_active, state_conflict */
    unfreeze(wallet: Wallet, card: Card): void {
      alive(card);
      if (card.status === "pending_top_up") throw cardNotActive();
      change(wallet, card, "active");
    },

    /** Money held for payments that are not settled stays spent; the rest returns to the wallet. */
    terminate(wallet: Wallet, card: Card): { refunded: Cents } {
      alive(card);
      const refunded = card.balance;
      unload(wallet, card, refunded);
      card.status = "terminated";
      emitCard(wallet, "card.terminated", card);
      return { refunded };
    },
  };
}

export type Cards = ReturnType<typeof createCards>;
