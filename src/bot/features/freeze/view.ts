import type { Card } from "../../../cryptocardy/types.ts";
import type { Translator } from "../../../i18n.ts";
import type { Button } from "../../../notifications/outgoing.ts";
import { cardTitle } from "../../card-words.ts";
import { freshly } from "../../fresh.ts";
import { homeRow } from "../../rows.ts";
import type { Screen } from "../../screen.ts";

const MOST_BUTTONS = 20;
const MOST_NAMES = 20;

/**
 * Every card that can pay, one button each; all of them with one more, and everything in all wallets with another.
 * `frozen`: the one just frozen can be let go again.
 */
export function freezeScreen(t: Translator, wallet: string, cards: Card[], frozen?: Card): Screen {
  const last = homeRow(t, freshly({ name: "freeze.open", wallet }));
  const toCards: Button[] = [{ text: t.plain("home-cards"), act: { name: "cards.open", wallet } }];
  const undo: Button[] = frozen
    ? [
        {
          text: t.plain("freeze-undo", { title: cardTitle(frozen) }),
          act: { name: "card.unfreeze", wallet, id: frozen.id },
        },
      ]
    : [];
  const everything: Button[] = [{ text: t.plain("panic-button"), act: { name: "panic.go" }, style: "danger" }];
  const hint = t.html("freeze-everything");
  if (cards.length === 0) {
    return { text: `${t.html("freeze-none")}\n\n${hint}`, buttons: [undo, toCards, everything, last] };
  }
  return {
    text: `${t.html("freeze-ask")}\n\n${hint}`,
    buttons: [
      undo,
      ...cards.slice(0, MOST_BUTTONS).map((card): Button[] => [
        {
          text: t.plain("freeze-card", { title: cardTitle(card), balance: t.money(card.balance) }),
          act: { name: "freeze.card", wallet, id: card.id },
        },
      ]),
      cards.length > MOST_BUTTONS ? toCards : [],
      cards.length > 1
        ? [
            {
              text: t.plain("freeze-all", { count: cards.length }),
              act: { name: "freeze.all", wallet },
              style: "danger",
            },
          ]
        : [],
      everything,
      last,
    ],
  };
}

/** What became of freezing all: how many, and which ones not. */
export function frozenScreen(t: Translator, wallet: string, total: number, failed: Card[]): Screen {
  const names = failed.slice(0, MOST_NAMES).map((card) => t.html("freeze-failed-card", { title: cardTitle(card) }));
  return {
    text: [
      t.html("freeze-done", { count: total - failed.length }),
      ...(failed.length > 0 ? ["", t.html("freeze-failed", { count: failed.length }), ...names] : []),
    ].join("\n"),
    buttons: [
      failed.length > 0 ? [{ text: t.plain("common-retry"), act: { name: "freeze.all", wallet } }] : [],
      [{ text: t.plain("home-cards"), act: { name: "cards.open", wallet } }],
      homeRow(t, freshly({ name: "freeze.open", wallet })),
    ],
  };
}
