import type { Card } from "../../../cryptocardy/types.ts";
import type { Translator } from "../../../i18n.ts";
import { cardTitle } from "../../card-words.ts";
import type { Screen } from "../../screen.ts";
import { type UpcomingPayment, upcomingLines } from "../../upcoming.ts";

/** Payments that are held and not settled; `more`: there may be others. */
export type Holds = { count: number; more: boolean };

/**
 * Asks before a card is closed: names the card and what follows, for payments on hold (undefined: nobody knows) and for
 * those that come again. Keeping it comes first.
 */
export function closeScreen(
  t: Translator,
  card: Card,
  operationId: string,
  holds?: Holds,
  upcoming: UpcomingPayment[] = [],
): Screen {
  return {
    text: [
      t.html("cards-close-ask", { title: cardTitle(card), balance: t.money(card.balance) }),
      "",
      holdsLine(t, holds),
      ...upcomingLines(t, t.html("cards-close-upcoming", { count: upcoming.length }), upcoming),
    ].join("\n"),
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

function holdsLine(t: Translator, holds: Holds | undefined): string {
  const { count, more } = holds ?? { count: 0, more: true };
  if (more && count === 0) return t.html("cards-close-holds-unknown");
  if (more) return t.html("cards-close-holds-more", { count });
  return count > 0 ? t.html("cards-close-holds", { count }) : t.html("cards-close-holds-none");
}
