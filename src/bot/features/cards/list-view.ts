import { markup, type Translator } from "../../../i18n.ts";
import type { Button } from "../../../notifications/outgoing.ts";
import { type CardFilter, isNarrowed } from "../../card-filter.ts";
import { cardTitle, statusSign } from "../../card-words.ts";
import { filterText } from "../../filter-words.ts";
import type { CardListPage } from "../../find-cards.ts";
import { freshly } from "../../fresh.ts";
import { homeRow } from "../../rows.ts";
import type { Screen } from "../../screen.ts";
import { clearButton, listAct } from "./filter-view.ts";

/** The list of a wallet's cards, one button a card: sign and name, last digits, balance. */
export function cardListScreen(t: Translator, walletId: string, shown: CardListPage, filter: CardFilter = {}): Screen {
  const { items, page, pages, total, unread } = shown;
  if (items.length === 0)
    return isNarrowed(filter) ? nothingFits(t, walletId, shown, filter) : emptyScreen(t, walletId);
  const filtered = filterText(t, filter);
  return {
    text: [
      t.html("cards-title", { total, page, pages }),
      ...(filtered ? [t.html("cards-filtered", { filter: markup(filtered) })] : []),
      ...unreadLine(t, unread),
    ].join("\n"),
    buttons: [
      ...items.map((card): Button[] => [
        {
          text: `${statusSign(card.status)} ${cardTitle(card)} — ${t.money(card.balance)}`,
          act: { name: "card.open", wallet: walletId, id: card.id },
        },
      ]),
      pager(t, walletId, page, pages),
      [
        { text: t.plain("cards-filter"), act: { name: "cards.filter", wallet: walletId } },
        { text: t.plain("cards-several"), act: { name: "bulk.open", wallet: walletId, arg: String(page) } },
      ],
      ...(filtered ? [[clearButton(t, walletId)]] : []),
      [{ text: t.plain("cards-new"), act: { name: "issue.start", wallet: walletId } }],
      homeRow(t, freshly(listAct(walletId, page))),
    ],
  };
}

function emptyScreen(t: Translator, walletId: string): Screen {
  return {
    text: t.html("cards-empty"),
    buttons: [
      [{ text: t.plain("cards-new"), act: { name: "issue.start", wallet: walletId }, style: "primary" }],
      homeRow(t, freshly(listAct(walletId))),
    ],
  };
}

/** There are cards, perhaps, but none like that: says what was looked for, and how to look for less. */
function nothingFits(t: Translator, walletId: string, { unread }: CardListPage, filter: CardFilter): Screen {
  return {
    text: [t.html("cards-none-fit", { filter: markup(filterText(t, filter)) }), ...unreadLine(t, unread)].join("\n"),
    buttons: [
      [{ ...clearButton(t, walletId), style: "primary" }],
      [{ text: t.plain("cards-filter"), act: { name: "cards.filter", wallet: walletId } }],
      homeRow(t, freshly(listAct(walletId))),
    ],
  };
}

const unreadLine = (t: Translator, count: number): string[] =>
  count > 0 ? [t.html("cards-tags-unread", { count })] : [];

function pager(t: Translator, walletId: string, page: number, pages: number): Button[] {
  if (pages <= 1) return [];
  const to = (target: number, text: string): Button[] =>
    target >= 1 && target <= pages ? [{ text, act: listAct(walletId, target) }] : [];
  return [
    ...to(page - 1, t.plain("cards-page-before")),
    { text: `${page}/${pages}`, act: listAct(walletId, page) },
    ...to(page + 1, t.plain("cards-page-after")),
  ];
}
