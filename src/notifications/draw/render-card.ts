import type { Translator } from "../../i18n.ts";
import type { Notice } from "../notice.ts";
import type { Button, Outgoing } from "../outgoing.ts";
import { actButton, cardName, compose, type Facts } from "./facts.ts";

type CardNotice = Extract<Notice, { kind: "card" }>;

/**
 * What is said of a change to a card. Undefined: nothing, because the person did it here and has seen the result.
 * A closed card is always told, loudly; so is whatever was done to a card by somebody else.
 */
export function renderCard(notice: CardNotice, t: Translator, facts: Facts): Outgoing | undefined {
  if (facts.ours && notice.change !== "terminated") return undefined;
  const card = cardName(t, facts.card ?? notice.card);
  const open = actButton(t.plain("notices-button-card"), facts, "card.open", notice.card.id);
  const { lines, buttons, loud } = draw(notice, card, open, t, facts);
  return { text: compose(t, facts, lines), buttons, ...(facts.quiet && !loud && { silent: true }) };
}

type Drawing = { lines: (string | undefined)[]; buttons: Button[][]; loud: boolean };

function draw(notice: CardNotice, card: string, open: Button, t: Translator, facts: Facts): Drawing {
  const id = notice.card.id;
  const balance = t.html("notices-card-balance", { balance: t.money(notice.card.balance) });
  switch (notice.change) {
    case "created":
      return {
        lines: [t.html("notices-card-created", { card }), t.html("notices-card-created-hint"), balance],
        buttons: [[open]],
        loud: false,
      };
    case "funded":
      return {
        lines: [
          notice.amount === undefined
            ? t.html("notices-card-funded", { card })
            : t.html("notices-card-funded-amount", { card, amount: t.money(notice.amount) }),
          balance,
        ],
        buttons: [[open]],
        loud: false,
      };
    case "frozen": {
      const unfreeze = actButton(t.plain("notices-button-unfreeze"), facts, "card.unfreeze", id);
      return {
        lines: [t.html("notices-card-frozen", { card }), t.html("notices-card-automatic")],
        buttons: [[unfreeze, open]],
        loud: true,
      };
    }
    case "unfrozen": {
      const freeze = actButton(t.plain("notices-button-freeze"), facts, "card.freeze", id, "danger");
      return {
        lines: [t.html("notices-card-unfrozen", { card }), t.html("notices-card-elsewhere")],
        buttons: [[freeze, open]],
        loud: true,
      };
    }
    case "terminated":
      return { ...closed(notice, card, t, facts), loud: true };
  }
}

function closed(notice: CardNotice, card: string, t: Translator, facts: Facts): Omit<Drawing, "loud"> {
  const returned =
    notice.amount === undefined
      ? t.html("notices-card-returned-unknown")
      : t.html("notices-card-returned", { amount: t.money(notice.amount) });
  const cards = actButton(t.plain("notices-button-cards"), facts, "cards.open");
  return facts.ours
    ? { lines: [t.html("notices-card-terminated", { card }), returned], buttons: [[cards]] }
    : {
        lines: [t.html("notices-card-terminated-elsewhere", { card }), returned, t.html("notices-card-elsewhere")],
        buttons: [[cards]],
      };
}
