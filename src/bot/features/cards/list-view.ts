import type { Card, Page } from "../../../cryptocardy/types.ts";
import type { Translator } from "../../../i18n.ts";
import type { Button } from "../../../notifications/outgoing.ts";
import { cardTitle, statusSign } from "../../card-words.ts";
import { homeRow } from "../../rows.ts";
import type { Screen } from "../../screen.ts";

export const CARDS_PER_PAGE = 6;

/** The list of a wallet's cards, one button a card: sign and name, last digits, balance. */
export function cardListScreen(t: Translator, walletId: string, page: Page<Card>): Screen {
  const pages = pageCount(page);
  if (page.items.length === 0 && page.page === 1) return emptyScreen(t, walletId);
  return {
    text: t.html("cards-title", { total: page.total ?? page.items.length, page: page.page, pages }),
    buttons: [
      ...page.items.map((card): Button[] => [
        {
          text: `${statusSign(card.status)} ${cardTitle(card)} — ${t.money(card.balance)}`,
          act: { name: "card.open", wallet: walletId, id: card.id },
        },
      ]),
      pager(t, walletId, page.page, pages),
      [{ text: t.plain("cards-new"), act: { name: "issue.start", wallet: walletId } }],
      homeRow(t, { name: "cards.open", wallet: walletId, arg: String(page.page) }),
    ],
  };
}

function emptyScreen(t: Translator, walletId: string): Screen {
  return {
    text: t.html("cards-empty"),
    buttons: [
      [{ text: t.plain("cards-new"), act: { name: "issue.start", wallet: walletId }, style: "primary" }],
      homeRow(t, { name: "cards.open", wallet: walletId }),
    ],
  };
}

/** How many pages there are, as far as the API tells: its own count, or what its total and page size come to. */
function pageCount({ page, perPage, total, totalPages, more }: Page<Card>): number {
  return Math.max(1, totalPages ?? (total === undefined ? page + (more ? 1 : 0) : Math.ceil(total / perPage)));
}

function pager(t: Translator, walletId: string, page: number, pages: number): Button[] {
  if (pages <= 1) return [];
  const to = (target: number, text: string): Button[] =>
    target >= 1 && target <= pages
      ? [{ text, act: { name: "cards.open", wallet: walletId, arg: String(target) } }]
      : [];
  return [...to(page - 1, t.plain("common-previous")), ...to(page + 1, t.plain("common-next"))];
}
