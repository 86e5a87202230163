import type { Translator } from "../i18n.ts";
import type { Cents } from "../lib/money.ts";
import { actButton, cardName, compose, type Facts } from "../notifications/draw/facts.ts";
import type { Button, Outgoing } from "../notifications/outgoing.ts";

/** A message about what a rule did. `cardId` is the card's, `receipt` the payment's. */
type About = { cardId: string; merchant: string; amount: Cents; receipt: string };

export function renderOnceUsed(t: Translator, facts: Facts, { cardId, merchant, amount }: About): Outgoing {
  return message(
    t,
    facts,
    t.html("rules-once-used", { card: cardName(t, facts.card), merchant, amount: t.money(amount) }),
    [[open(t, facts, cardId), rules(t, facts, cardId)]],
  );
}

export function renderStranger(t: Translator, facts: Facts, about: About, kept: string): Outgoing {
  const { cardId, merchant, amount, receipt } = about;
  const words = { card: cardName(t, facts.card), merchant, kept, amount: t.money(amount) };
  return message(t, facts, t.html("rules-stranger", words), [
    [
      actButton(t.plain("notices-button-details"), facts, "receipt.open", receipt),
      actButton(t.plain("cards-unfreeze"), facts, "card.unfreeze", cardId),
    ],
    [rules(t, facts, cardId)],
  ]);
}

/** The freeze did not go through yet: the person may be faster. */
export function renderNotFrozen(t: Translator, facts: Facts, { cardId, merchant, amount }: About): Outgoing {
  const words = { card: cardName(t, facts.card), merchant, amount: t.money(amount) };
  return message(t, facts, t.html("rules-not-frozen", words), [
    [actButton(t.plain("notices-button-freeze"), facts, "card.freeze", cardId, "danger")],
  ]);
}

/** The freeze was refused for good, or tried for hours: only the person can do something now. */
export function renderFreezeGivenUp(t: Translator, facts: Facts, { cardId, merchant, amount }: About): Outgoing {
  const words = { card: cardName(t, facts.card), merchant, amount: t.money(amount) };
  return message(t, facts, t.html("rules-freeze-given-up", words), [
    [actButton(t.plain("notices-button-freeze"), facts, "card.freeze", cardId, "danger"), open(t, facts, cardId)],
  ]);
}

/** `refunded`: what went back to the wallet, if the API said. */
export function renderClosed(t: Translator, facts: Facts, refunded: Cents | undefined): Outgoing {
  const card = cardName(t, facts.card);
  const text =
    refunded === undefined
      ? t.html("rules-once-closed", { card })
      : t.html("rules-once-closed-with", { card, amount: t.money(refunded) });
  return message(t, facts, text, [[{ text: t.plain("common-home"), act: { name: "home.open" } }]]);
}

export function renderNotClosed(t: Translator, facts: Facts, cardId: string): Outgoing {
  return message(t, facts, t.html("rules-once-not-closed", { card: cardName(t, facts.card) }), [
    [actButton(t.plain("cards-close"), facts, "card.close", cardId)],
  ]);
}

/** `balance`: what is on the card now; `moved` of `perDay`: what the rule has moved today. */
export type TopUpWords = { cardId: string; amount: Cents; balance?: Cents | undefined; moved: Cents; perDay: Cents };

export function renderToppedUp(t: Translator, facts: Facts, about: TopUpWords): Outgoing {
  const words = { card: cardName(t, facts.card), amount: t.money(about.amount) };
  const today = t.html("rules-top-up-today", { moved: t.money(about.moved), most: t.money(about.perDay) });
  const balance = about.balance !== undefined && t.html("notices-left", { balance: t.money(about.balance) });
  return message(t, facts, [t.html("rules-topped-up", words), balance, today].filter(Boolean).join("\n"), [
    [pause(t, facts, about.cardId), open(t, facts, about.cardId)],
  ]);
}

/** Why nothing was moved: `day-full`, `wallet-low`, or the provider said no; `unknown`: perhaps it was. */
export function renderNoTopUp(
  t: Translator,
  facts: Facts,
  { cardId, why }: { cardId: string; why: "day-full" | "wallet-low" | "failed" | "unknown" },
): Outgoing {
  const card = cardName(t, facts.card);
  const text = {
    "day-full": () => t.html("rules-top-up-day-full", { card }),
    "wallet-low": () => t.html("rules-top-up-wallet-low", { card }),
    failed: () => t.html("rules-top-up-failed", { card }),
    unknown: () => t.html("rules-top-up-unknown", { card }),
  }[why]();
  return message(t, facts, text, [
    [actButton(t.plain("cards-fund"), facts, "fund.start", cardId)],
    [pause(t, facts, cardId), rules(t, facts, cardId)],
  ]);
}

const message = (t: Translator, facts: Facts, text: string, buttons: Button[][]): Outgoing => ({
  text: compose(t, facts, [text]),
  buttons,
  ...(facts.quiet && { silent: true }),
});

const open = (t: Translator, facts: Facts, cardId: string): Button =>
  actButton(t.plain("rules-button-card"), facts, "card.open", cardId);
const rules = (t: Translator, facts: Facts, cardId: string): Button =>
  actButton(t.plain("rules-button-rules"), facts, "rules.open", cardId);
const pause = (t: Translator, facts: Facts, cardId: string): Button =>
  actButton(t.plain("rules-button-pause"), facts, "rules.pause", cardId);
