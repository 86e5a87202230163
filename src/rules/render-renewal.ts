import type { Translator } from "../i18n.ts";
import type { Cents } from "../lib/money.ts";
import { actButton, cardName, compose, type Facts } from "../notifications/draw/facts.ts";
import type { Outgoing } from "../notifications/outgoing.ts";
import { missingOf } from "../notifications/tell/decline.ts";

type Words = { cardId: string; merchant: string; amount: Cents; days: number; balance: Cents };

/** A payment is expected in so many days: with which card, and whether there is enough on it. */
export function renderRenewal(t: Translator, facts: Facts, renewal: Words): Outgoing {
  const { cardId, merchant, amount, days, balance } = renewal;
  const missing = missingOf(amount, balance);
  const fund =
    balance < amount
      ? actButton(
          t.plain("notices-button-fund-with", { amount: t.money(missing) }),
          facts,
          "fund.start",
          cardId,
          "success",
          String(missing),
        )
      : actButton(t.plain("rules-button-top-up"), facts, "fund.start", cardId);
  const words = { card: cardName(t, facts.card), balance: t.money(balance) };
  return {
    text: compose(t, facts, [
      t.html("rules-renewal", { days, merchant, amount: t.money(amount) }),
      balance < amount ? t.html("rules-renewal-short", words) : t.html("rules-renewal-enough", words),
    ]),
    buttons: [
      [fund, actButton(t.plain("rules-button-pause-card"), facts, "card.freeze", cardId)],
      [actButton(t.plain("rules-button-card"), facts, "card.open", cardId)],
    ],
    ...(facts.quiet && { silent: true }),
  };
}
