import { stringify } from "csv-stringify/sync";
import type { Transaction } from "../../../cryptocardy/types.ts";
import type { Translator } from "../../../i18n.ts";
import { groupOfCode } from "../../../lib/merchant-categories.ts";
import type { Cents } from "../../../lib/money.ts";
import { bound } from "../../../lib/text.ts";
import { clockIn, dayIn, zoneName } from "../../../lib/zone.ts";
import type { CardsById } from "../../../store/directory.ts";
import { cardTitle } from "../../card-words.ts";
import { movementWord, reasonWords } from "./words.ts";

export type StatementOf = { items: Transaction[]; zone: string; now: number; cards: CardsById };

const LONGEST_NAME = 200;

/**
 * A statement as spreadsheets of the reader's language open it: UTF-8 with a mark; semicolons and decimal commas in
 * Russian, commas and points in English. Days and times are those of the zone. Newest first.
 */
export function statement(t: Translator, { items, zone, now, cards }: StatementOf): Buffer {
  const header = [
    t.plain("history-csv-date"),
    t.plain("history-csv-time", { zone: zoneName(zone, now).replace("\u2212", "-") }),
    t.plain("history-csv-type"),
    t.plain("history-csv-amount"),
    t.plain("history-csv-currency"),
    t.plain("history-csv-balance"),
    t.plain("history-csv-merchant"),
    t.plain("history-csv-category"),
    t.plain("history-csv-mcc"),
    t.plain("history-csv-country"),
    t.plain("history-csv-card"),
    t.plain("history-csv-reason"),
    t.plain("history-csv-id"),
  ];
  const rows = items.map((item) => {
    const { merchant, balanceAfter, declineReason } = item;
    const facts = cards[item.cardId];
    return [
      dayIn(zone, item.createdAt),
      clockIn(zone, item.createdAt),
      text(movementWord(t, item.type)),
      figure(t, item.amount),
      text(item.currency),
      balanceAfter === undefined ? "" : figure(t, balanceAfter),
      text(bound(merchant.name, LONGEST_NAME)),
      text(category(t, item)),
      text(merchant.mcc ?? ""),
      text(merchant.country ?? ""),
      text(facts ? cardTitle(facts) : item.cardId),
      text(declineReason ? reasonWords(t, declineReason) : ""),
      text(item.id),
    ];
  });
  const options = { bom: true, delimiter: t.locale === "ru" ? ";" : ",", record_delimiter: "windows" } as const;
  return Buffer.from(stringify([header, ...rows], options), "utf8");
}

// Spreadsheets run a cell that begins like this, and the names of shops are written by strangers. Wide forms count too.
const FORMULA = /^\s*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** A cell of words: what a spreadsheet would run is marked as text. */
export const text = (value: string): string => (FORMULA.test(value) ? `'${value}` : value);

/** Two decimals, the reader's sign between, no signs for thousands: `-1250` -> `-12,50`. */
function figure(t: Translator, cents: Cents): string {
  const plain = (cents / 100).toFixed(2);
  return t.locale === "ru" ? plain.replace(".", ",") : plain;
}

function category(t: Translator, { merchant }: Transaction): string {
  const group = merchant.mcc && groupOfCode(merchant.mcc);
  if (group) return t.plain(group.title).replace(/^\P{L}+/u, "");
  return (merchant.category ?? "").replaceAll("_", " ");
}
