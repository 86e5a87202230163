import type { Card } from "../../../cryptocardy/types.ts";
import type { Translator } from "../../../i18n.ts";
import { cardTitle } from "../../card-words.ts";
import type { Screen } from "../../screen.ts";

/** Asks before a card is closed: names the card and what follows. Keeping it comes first. */
export function closeScreen(t: Translator, card: Card, operationId: string): Screen {
  return {
    text: t.html("cards-close-ask", { title: cardTitle(card), balance: t.money(card.balance) }),
    buttons: [
      [{ text: t.plain("cards-keep"), act: { name: "op.cancel", id: operationId } }],
      [
        {
          text: t.plain("cards-close-confirm", { last4: card.last4 }),
          act: { name: "op.confirm", id: operationId },
          style: "danger",
        },
      ],
    ],
  };
}
