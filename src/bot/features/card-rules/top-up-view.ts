import type { Translator } from "../../../i18n.ts";
import type { Cents } from "../../../lib/money.ts";
import type { Button } from "../../../notifications/outgoing.ts";
import { TOP_UP_CHOICES } from "../../../rules/top-up.ts";
import type { TopUpRule } from "../../../store/rules.ts";
import { backRow } from "../../rows.ts";
import type { Screen } from "../../screen.ts";
import { act, type RuledCard } from "./ruled-card.ts";

type Field = keyof typeof TOP_UP_CHOICES;

/** The automatic top-up in one sentence, its four amounts (each press takes the next one), and the switch. */
export function topUpScreen(t: Translator, card: RuledCard, rule: TopUpRule): Screen {
  const amount = (field: Field, text: string): Button => ({
    text,
    act: act(card, "rules.set", `${field}:${nextOf(field, rule[field])}`),
  });
  const words = {
    card: card.title,
    below: t.money(rule.below),
    add: t.money(rule.add),
    perDay: t.money(rule.perDay),
    keep: t.money(rule.keep),
  };
  return {
    text: [
      rule.off ? t.html("card-rules-top-up-title-off") : t.html("card-rules-top-up-title-on"),
      t.html("card-rules-top-up-what", words),
      rule.off ? t.html("card-rules-top-up-ask") : t.html("card-rules-top-up-runs"),
    ].join("\n\n"),
    buttons: [
      [
        amount("below", t.plain("card-rules-below", { amount: words.below })),
        amount("add", t.plain("card-rules-add", { amount: words.add })),
      ],
      [
        amount("perDay", t.plain("card-rules-per-day", { amount: words.perDay })),
        amount("keep", t.plain("card-rules-keep", { amount: words.keep })),
      ],
      [
        rule.off
          ? { text: t.plain("card-rules-button-on"), act: act(card, "rules.on"), style: "success" }
          : { text: t.plain("rules-button-pause"), act: act(card, "rules.pause") },
      ],
      backRow(t, act(card, "rules.open")),
    ],
  };
}

/** The amount after this one; the first again after the last. */
function nextOf(field: Field, now: Cents): Cents {
  const choices: readonly Cents[] = TOP_UP_CHOICES[field];
  return choices[(choices.indexOf(now) + 1) % choices.length] ?? now;
}
