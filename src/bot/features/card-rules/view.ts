import type { Translator } from "../../../i18n.ts";
import { bound } from "../../../lib/text.ts";
import type { Button } from "../../../notifications/outgoing.ts";
import type { CardRules } from "../../../store/rules.ts";
import { backRow } from "../../rows.ts";
import type { Screen } from "../../screen.ts";
import { type LowBounds, lowText } from "./low-view.ts";
import type { KnownMerchant } from "./merchants.ts";
import { act, type RuledCard } from "./ruled-card.ts";

const LONGEST_NAME = 24;

/** The rules of one card: what each does, said with its limits, and how it stands. */
export function rulesScreen(
  t: Translator,
  card: RuledCard,
  rules: CardRules,
  merchants: KnownMerchant[],
  low: LowBounds,
): Screen {
  const { once, merchant, topUp } = rules;
  return {
    text: [
      t.html("card-rules-title", { card: card.title }),
      once ? t.html(once.usedBy ? "card-rules-once-used" : "card-rules-once-on") : t.html("card-rules-once-off"),
      merchant ? t.html("card-rules-kept", { merchant: merchant.name }) : t.html("card-rules-not-kept"),
      topUp && !topUp.off
        ? t.html("card-rules-top-up-on", { below: t.money(topUp.below), add: t.money(topUp.add) })
        : t.html("card-rules-top-up-off"),
      lowText(t, low),
      t.html("card-rules-after"),
    ].join("\n\n"),
    buttons: [
      [
        once
          ? { text: t.plain("card-rules-button-once-off"), act: act(card, "rules.once") }
          : { text: t.plain("card-rules-button-once"), act: act(card, "rules.once", "on") },
      ],
      ...(merchant
        ? [[{ text: t.plain("card-rules-button-any"), act: act(card, "rules.keep") }]]
        : merchants.map(({ key, name }): Button[] => [
            {
              text: t.plain("card-rules-button-keep", { merchant: bound(name, LONGEST_NAME) }),
              act: act(card, "rules.keep", key),
            },
          ])),
      [{ text: t.plain("card-rules-button-top-up"), act: act(card, "rules.topup") }],
      [{ text: t.plain("card-rules-button-low"), act: act(card, "rules.low") }],
      backRow(t, act(card, "card.open")),
    ],
  };
}
