import type { Page, Transaction } from "../../../cryptocardy/types.ts";
import type { Translator } from "../../../i18n.ts";
import { bound } from "../../../lib/text.ts";
import { dayIn, zoneName } from "../../../lib/zone.ts";
import type { Act, Button } from "../../../notifications/outgoing.ts";
import type { CardsById } from "../../../store/directory.ts";
import { dayWords } from "../../calendar-words.ts";
import { homeRow } from "../../rows.ts";
import type { Screen } from "../../screen.ts";
import { countOf, type Filters } from "./filters.ts";
import { filterSummary } from "./sheet-view.ts";
import { movementSign, movementWord } from "./words.ts";

const LONGEST_NAME = 40;

/**
 * Which movements are shown, and how. `plain`: a wallet's or a card's whole history, which buttons can name; otherwise
 * what the filters say, which are kept for the wallet.
 */
export type ListOf = {
  walletId: string;
  filters: Filters;
  plain: boolean;
  zone: string;
  now: number;
  cards: CardsById;
};

/** A page of movements, newest first, grouped by day of the person's zone; a numbered button leads to each receipt. */
export function historyScreen(t: Translator, of: ListOf, page: Page<Transaction>): Screen {
  const { items } = page;
  const isEmpty = items.length === 0 && page.page === 1;
  const isFiltered = countOf(of.filters) > 0;
  const summary = !isFiltered ? [] : [t.html("history-filtered", { filters: filterSummary(t, of) })];
  const text = [
    [title(t, page), ...summary].join("\n"),
    ...(isEmpty
      ? [isFiltered && !of.plain ? t.html("history-none-fit") : t.html("history-empty")]
      : days(t, of, items)),
    ...(isEmpty ? [] : [zoneLine(t, of)]),
  ];
  return {
    text: text.join("\n\n"),
    buttons: [...receiptRows(of, page), pager(t, of, page), tools(t, of, isEmpty), lastRow(t, of, page.page)],
  };
}

const zoneLine = (t: Translator, { zone, now }: Pick<ListOf, "zone" | "now">): string =>
  t.html("history-zone", { zone: zoneName(zone, now) });

function title(t: Translator, { page, perPage, total, totalPages, more }: Page<Transaction>): string {
  const pages = totalPages ?? (total === undefined ? undefined : Math.ceil(total / perPage));
  if (page === 1 && !more) return t.html("history-title");
  if (pages === undefined || pages < page) return t.html("history-title-page", { page });
  return t.html("history-title-pages", { page, pages });
}

function days(t: Translator, of: ListOf, items: Transaction[]): string[] {
  const numbered = items.map((transaction, index) => ({ transaction, number: index + 1 }));
  const groups = Map.groupBy(numbered, ({ transaction }) => dayIn(of.zone, transaction.createdAt));
  const today = dayIn(of.zone, of.now);
  return [...groups].map(([day, group]) => {
    const words = { date: dayWords(t, day) };
    const heading = day === today ? t.html("history-day-today", words) : t.html("history-day", words);
    return [heading, ...group.map(({ transaction, number }) => line(t, of, transaction, number))].join("\n");
  });
}

function line(t: Translator, { filters, cards }: ListOf, transaction: Transaction, number: number): string {
  const { type, amount, merchant, createdAt, cardId } = transaction;
  const last4 = filters.cardId ? undefined : cards[cardId]?.last4;
  return t.html("history-line", {
    number,
    sign: movementSign(type),
    kind: movementWord(t, type),
    amount: t.signedMoney(amount),
    merchant: [
      bound(merchant.name, LONGEST_NAME) || t.plain("history-no-merchant"),
      ...(last4 ? [`·${last4}`] : []),
    ].join(" "),
    at: t.time(createdAt, "time"),
  });
}

const IN_A_ROW = 5;

/** Where a receipt leads back to: `c2` is page 2 of a card's history, `w` a wallet's, `f` what the filters say. */
const originOf = ({ plain, filters }: ListOf, page: number): string =>
  `${plain ? (filters.cardId ? "c" : "w") : "f"}${page}`;

function receiptRows(of: ListOf, { items, page }: Page<Transaction>): Button[][] {
  const buttons = items.map(
    ({ id }, index): Button => ({
      text: String(index + 1),
      act: { name: "receipt.open", wallet: of.walletId, id, arg: originOf(of, page) },
    }),
  );
  return buttons.flatMap((_, index) => (index % IN_A_ROW === 0 ? [buttons.slice(index, index + IN_A_ROW)] : []));
}

function pager(t: Translator, of: ListOf, { page, more }: Page<Transaction>): Button[] {
  return [
    ...(page > 1 ? [{ text: t.plain("common-previous"), act: listAct(of, page - 1) }] : []),
    ...(more ? [{ text: t.plain("common-next"), act: listAct(of, page + 1) }] : []),
  ];
}

function tools(t: Translator, of: ListOf, isEmpty: boolean): Button[] {
  const { walletId, filters, plain } = of;
  const card = plain && filters.cardId ? { id: filters.cardId } : {};
  const set = plain ? 0 : countOf(filters);
  const sheet: Button = {
    text: set > 0 ? t.plain("history-filters-set", { count: set }) : t.plain("history-filters"),
    act: { name: "history.sheet", wallet: walletId, ...(plain && { ...card, arg: "new" }) },
  };
  if (isEmpty && plain) return [];
  if (isEmpty) {
    return [sheet, { text: t.plain("history-clear"), act: { name: "history.open", wallet: walletId } }];
  }
  return [
    sheet,
    {
      text: t.plain("history-csv"),
      act: { name: "history.csv", wallet: walletId, ...card, ...(!plain && { arg: "f" }) },
    },
    { text: t.plain("history-stats"), act: { name: "stats.open", wallet: walletId, ...card } },
  ];
}

function lastRow(t: Translator, of: ListOf, page: number): Button[] {
  const refresh = listAct(of, page);
  if (!of.plain || !of.filters.cardId) return homeRow(t, refresh);
  return [
    { text: t.plain("common-refresh"), act: refresh },
    { text: t.plain("common-back"), act: { name: "card.open", wallet: of.walletId, id: of.filters.cardId } },
  ];
}

/** The act that shows a page of the same list again. */
export const listAct = (
  { walletId, filters, plain }: Pick<ListOf, "walletId" | "filters" | "plain">,
  page: number,
): Act =>
  plain
    ? { name: "history.open", wallet: walletId, ...(filters.cardId && { id: filters.cardId }), arg: String(page) }
    : { name: "history.find", wallet: walletId, arg: String(page) };
