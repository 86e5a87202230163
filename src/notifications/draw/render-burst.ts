import type { Translator } from "../../i18n.ts";
import { bound } from "../../lib/text.ts";
import type { Outgoing } from "../outgoing.ts";
import { type BurstItem, totalOf } from "../tell/burst.ts";
import { actButton, compose, escaped, type Facts, joined } from "./facts.ts";
import { merchantOf } from "./render-payment.ts";

// With it forty lines stay below Telegram's 4096 characters.
const MERCHANT_LENGTH = 32;

/** One message for many payments: how many and how much first, then each of them, oldest first. */
export function renderBurst(items: BurstItem[], t: Translator, facts: Facts): Outgoing {
  const cards = new Set(items.map(({ cardId }) => cardId));
  const [last] = items.slice(-1);
  const only = cards.size === 1 ? last : undefined;
  const lines = [
    t.html("notices-burst", { count: items.length, total: t.money(totalOf(items)) }),
    only &&
      joined(
        escaped(only.card),
        only.left === undefined ? undefined : t.html("notices-left", { balance: t.money(only.left) }),
      ),
    ...items.map((item) => line(item, only === undefined, t)),
  ];
  const history = actButton(t.plain("notices-button-history"), facts, "history.open");
  const freeze = only && actButton(t.plain("notices-button-freeze"), facts, "card.freeze", only.cardId);
  return {
    text: compose(t, facts, lines),
    buttons: [freeze ? [history, freeze] : [history]],
    ...(facts.quiet && { silent: true }),
  };
}

function line({ cents, merchant, card, over }: BurstItem, named: boolean, t: Translator): string {
  const amount = t.money(cents);
  const text = joined(
    t.html("notices-burst-line", { amount, merchant: bound(merchantOf(t, merchant), MERCHANT_LENGTH) }),
    named ? escaped(card) : undefined,
  );
  return over ? `<s>${text}</s>` : text;
}
