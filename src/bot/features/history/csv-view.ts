import type { Translator } from "../../../i18n.ts";
import type { Act, Button } from "../../../notifications/outgoing.ts";
import { daysWords } from "../../calendar-words.ts";
import { backRow } from "../../rows.ts";
import type { Screen } from "../../screen.ts";
import { type Filters, PERIODS } from "./filters.ts";
import { type ListOf, listAct } from "./list-view.ts";
import { filterSummary, periodButton } from "./sheet-view.ts";

/** Asks for which period the file is to be. */
export function csvScreen(t: Translator, of: ListOf): Screen {
  const { walletId, filters, plain } = of;
  const source = plain ? "p" : "f";
  const card = plain && filters.cardId ? { id: filters.cardId } : {};
  const act = (period: string): Act => ({ name: "history.csv", wallet: walletId, ...card, arg: `${source}.${period}` });
  const periods = PERIODS.map((kind): Button => ({ text: periodButton(t, kind), act: act(kind) }));
  return {
    text: t.html("history-csv-ask", { filters: filterSummary(t, of) }),
    buttons: [
      periods.slice(0, 3),
      periods.slice(3),
      [
        { text: t.plain("history-all-time"), act: act("all") },
        {
          text: t.plain("history-typed-days"),
          act: { name: "history.sheet", wallet: walletId, ...(plain && { ...card, arg: "new" }) },
        },
      ],
      backRow(t, listAct(of, 1)),
    ],
  };
}

/** There is nothing to write into a file. */
export const emptyCsvScreen = (t: Translator, of: ListOf): Screen => ({
  text: t.html("history-csv-empty", { filters: filterSummary(t, of) }),
  buttons: [[{ text: t.plain("history-other-period"), act: csvAct(of) }], backRow(t, listAct(of, 1))],
});

/** What stands below the file: how much is in it, of when, and whether anything is missing. Telegram HTML. */
export function csvCaption(
  t: Translator,
  of: ListOf,
  { count, capped, ...days }: { count: number; capped: boolean; from: string; to: string },
): string {
  return [
    t.html("history-csv-caption", { count, days: daysWords(t, days) }),
    t.html("history-csv-filters", { filters: filterSummary(t, of) }),
    ...(capped ? [t.html("history-csv-capped", { count })] : []),
  ].join("\n");
}

/** `cryptocardy-2039-2026-11-01-2026-11-23.csv`: names nothing but days and last digits. */
export function csvName({ filters, cards }: ListOf, { from, to }: { from: string; to: string }): string {
  const last4 = cardOf(filters, cards)?.last4;
  return `${["cryptocardy", ...(last4 ? [last4] : []), from, ...(to === from ? [] : [to])].join("-")}.csv`;
}

const cardOf = ({ cardId }: Filters, cards: ListOf["cards"]) => (cardId === undefined ? undefined : cards[cardId]);

const csvAct = ({ walletId, filters, plain }: ListOf): Act => ({
  name: "history.csv",
  wallet: walletId,
  ...(plain && filters.cardId && { id: filters.cardId }),
  arg: plain ? "p.ask" : "f.ask",
});
