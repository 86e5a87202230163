import type { Page, Transaction } from "../../../cryptocardy/types.ts";
import type { Translator } from "../../../i18n.ts";
import type { Act, Button } from "../../../notifications/outgoing.ts";
import { backRow, homeRow } from "../../rows.ts";
import type { Screen } from "../../screen.ts";
import { countryName, movementSign, movementWord } from "./words.ts";

export const HISTORY_PER_PAGE = 8;

/** Which history: a wallet's, or one card's. */
export type HistoryOf = { walletId: string; cardId?: string };

/** A page of movements, newest first, grouped by day (UTC); a numbered button below leads to each receipt. */
export function historyScreen(t: Translator, of: HistoryOf, page: Page<Transaction>): Screen {
  const { items } = page;
  const last = lastRow(t, of, page.page);
  if (items.length === 0 && page.page === 1) return { text: t.html("history-empty"), buttons: [last] };
  return {
    text: [t.html("history-title", { page: page.page }), ...days(t, items)].join("\n\n"),
    buttons: [...receiptRows(of, items), pager(t, of, page), last],
  };
}

/** One movement with all that is known of it. */
export function receiptScreen(t: Translator, walletId: string, transaction: Transaction, card: string): Screen {
  const { merchant, amount, createdAt } = transaction;
  return {
    text: [
      t.html("history-receipt-title", {
        sign: movementSign(transaction.type),
        amount: t.signedMoney(amount),
        merchant: merchant.name || t.plain("history-no-merchant"),
      }),
      t.html("history-receipt-kind", { kind: movementWord(t, transaction.type), at: t.time(createdAt, "moment") }),
      t.html("history-receipt-card", { card }),
      ...details(t, transaction),
    ].join("\n"),
    buttons: [
      [
        { text: t.plain("history-open-card"), act: { name: "card.open", wallet: walletId, id: transaction.cardId } },
        { text: t.plain("cards-freeze"), act: { name: "card.freeze", wallet: walletId, id: transaction.cardId } },
      ],
      [{ text: t.plain("history-copy-id"), copy: transaction.id }],
      backRow(t, { name: "history.open", wallet: walletId }),
    ],
  };
}

function details(t: Translator, transaction: Transaction): string[] {
  const { merchant, balanceAfter, declineReason, threeDs, timeline } = transaction;
  const place = [
    merchant.mcc && `MCC ${merchant.mcc}`,
    merchant.category,
    merchant.country && countryName(t, merchant.country),
  ];
  const known = place.filter(Boolean).join(" · ");
  return [
    ...(known ? [t.html("history-receipt-place", { place: known })] : []),
    ...(declineReason ? [t.html("history-receipt-declined", { reason: declineReason.replaceAll("_", " ") })] : []),
    ...(threeDs ? [t.html("history-receipt-3ds", { status: threeDs.status })] : []),
    ...(balanceAfter === undefined ? [] : [t.html("history-receipt-balance", { balance: t.money(balanceAfter) })]),
    ...(timeline && timeline.length > 0
      ? [
          "",
          ...timeline.map(({ status, at }) =>
            at === undefined
              ? t.html("history-timeline-plain", { status })
              : t.html("history-timeline", { at: t.time(at, "moment"), status }),
          ),
        ]
      : []),
  ];
}

function days(t: Translator, items: Transaction[]): string[] {
  const groups = Map.groupBy(
    items.map((transaction, index) => ({ transaction, number: index + 1 })),
    ({ transaction }) => new Date(transaction.createdAt).toISOString().slice(0, 10),
  );
  return [...groups.values()].map((group) => {
    const [first] = group;
    const heading = first ? t.html("history-day", { date: t.time(first.transaction.createdAt, "date") }) : "";
    return [heading, ...group.map(({ transaction, number }) => line(t, transaction, number))].join("\n");
  });
}

const line = (t: Translator, { type, amount, merchant, createdAt }: Transaction, number: number): string =>
  t.html("history-line", {
    number,
    sign: movementSign(type),
    amount: t.signedMoney(amount),
    merchant: merchant.name || movementWord(t, type),
    at: t.time(createdAt, "time"),
  });

function receiptRows({ walletId }: HistoryOf, items: Transaction[]): Button[][] {
  const buttons = items.map(
    ({ id }, index): Button => ({
      text: String(index + 1),
      act: { name: "receipt.open", wallet: walletId, id },
    }),
  );
  return [buttons.slice(0, 4), buttons.slice(4)];
}

function pager(t: Translator, of: HistoryOf, { page, more }: Page<Transaction>): Button[] {
  return [
    ...(page > 1 ? [{ text: t.plain("common-previous"), act: historyAct(of, page - 1) }] : []),
    ...(more ? [{ text: t.plain("common-next"), act: historyAct(of, page + 1) }] : []),
  ];
}

function lastRow(t: Translator, of: HistoryOf, page: number): Button[] {
  const refresh = historyAct(of, page);
  if (!of.cardId) return homeRow(t, refresh);
  return [
    { text: t.plain("common-refresh"), act: refresh },
    { text: t.plain("common-back"), act: { name: "card.open", wallet: of.walletId, id: of.cardId } },
  ];
}

const historyAct = ({ walletId, cardId }: HistoryOf, page: number): Act => ({
  name: "history.open",
  wallet: walletId,
  ...(cardId && { id: cardId }),
  arg: String(page),
});
