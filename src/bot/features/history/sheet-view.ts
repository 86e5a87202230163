import type { Card, Page } from "../../../cryptocardy/types.ts";
import type { PlainKey, Translator } from "../../../i18n.ts";
import { zoneName } from "../../../lib/zone.ts";
import type { Act, Button } from "../../../notifications/outgoing.ts";
import type { CardsById } from "../../../store/directory.ts";
import { daysWords } from "../../calendar-words.ts";
import { cardTitle } from "../../card-words.ts";
import { backRow } from "../../rows.ts";
import type { Screen } from "../../screen.ts";
import { daysOf, type Filters, PERIODS, type Period, SIZES, TYPES } from "./filters.ts";
import { movementSign, movementWord } from "./words.ts";

export const CARDS_TO_PICK = 8;

/** What the sheet is drawn from: the filters of a wallet, and what is known of its cards. */
export type SheetOf = { walletId: string; filters: Filters; zone: string; now: number; cards: CardsById };

const PERIOD_KEYS = {
  today: "history-period-today",
  week: "history-period-week",
  days30: "history-period-days30",
  month: "history-period-month",
  "last-month": "history-period-last-month",
} as const satisfies Record<(typeof PERIODS)[number], PlainKey>;

/** All filters with what they are set to, a button for each. */
export function sheetScreen(t: Translator, of: SheetOf): Screen {
  const { walletId, filters, zone, now } = of;
  const values = valuesOf(t, of);
  const pick = (text: string, arg: string): Button => ({ text, act: { name: "history.pick", wallet: walletId, arg } });
  const type = (text: string, arg: string): Button => ({ text, act: { name: "history.ask", wallet: walletId, arg } });
  return {
    text: t.html("history-sheet", {
      card: values.card ?? t.plain("history-any-card"),
      type: values.type ?? t.plain("history-any-type"),
      period: values.period ?? t.plain("history-any-period"),
      merchant: values.merchant ?? t.plain("history-any-merchant"),
      amount: values.amount ?? t.plain("history-any-amount"),
      size: filters.perPage ?? 10,
      zone: zoneName(zone, now),
    }),
    buttons: [
      [pick(t.plain("history-set-card"), "card.1"), pick(t.plain("history-set-type"), "type")],
      [pick(t.plain("history-set-period"), "period"), type(t.plain("history-set-merchant"), "merchant")],
      [type(t.plain("history-set-amount"), "amount"), pick(t.plain("history-set-size"), "size")],
      [{ text: t.plain("history-show"), act: { name: "history.find", wallet: walletId }, style: "primary" }],
      [
        { text: t.plain("history-clear"), act: setAct(walletId, "all") },
        { text: t.plain("history-csv"), act: { name: "history.csv", wallet: walletId, arg: "f" } },
      ],
      backRow(t, { name: "history.find", wallet: walletId }),
    ],
  };
}

/** `·2039 · Declined · November 1 – 23, 2026`: what is set, in one line. Plain text. */
export function filterSummary(t: Translator, of: SheetOf): string {
  const { card, type, period, merchant, amount } = valuesOf(t, of);
  const set = [card, type, period, merchant, amount].filter((value) => value !== undefined);
  return set.length > 0 ? set.join(" · ") : t.plain("history-any");
}

/** A card to look at; the one in force is ticked. */
export function cardSheet(t: Translator, { walletId, filters }: SheetOf, { items, page, more }: Page<Card>): Screen {
  const pageAct = (to: number): Act => ({ name: "history.pick", wallet: walletId, arg: `card.${to}` });
  return {
    text: t.html("history-pick-card"),
    buttons: [
      [choice(t.plain("history-all-cards"), filters.cardId === undefined, setAct(walletId, "card"))],
      ...items.map((card) => [
        choice(cardTitle(card), filters.cardId === card.id, { ...setAct(walletId, "card"), id: card.id }),
      ]),
      [
        ...(page > 1 ? [{ text: t.plain("common-previous"), act: pageAct(page - 1) }] : []),
        ...(more ? [{ text: t.plain("common-next"), act: pageAct(page + 1) }] : []),
      ],
      backToSheet(t, walletId),
    ],
  };
}

export function typeSheet(t: Translator, { walletId, filters }: SheetOf): Screen {
  const types = TYPES.map((type) =>
    choice(`${movementSign(type)} ${movementWord(t, type)}`, filters.type === type, setAct(walletId, `type.${type}`)),
  );
  return {
    text: t.html("history-pick-type"),
    buttons: [
      [choice(t.plain("history-all-types"), filters.type === undefined, setAct(walletId, "type"))],
      types.slice(0, 2),
      types.slice(2),
      backToSheet(t, walletId),
    ],
  };
}

/** Every period says which days it is today. */
export function periodSheet(t: Translator, { walletId, filters, zone, now }: SheetOf): Screen {
  const buttons = PERIODS.map((kind) =>
    choice(periodButton(t, kind), filters.period?.kind === kind, setAct(walletId, `period.${kind}`)),
  );
  return {
    text: t.html("history-pick-period", { zone: zoneName(zone, now) }),
    buttons: [
      [choice(t.plain("history-all-time"), filters.period === undefined, setAct(walletId, "period"))],
      buttons.slice(0, 3),
      buttons.slice(3),
      [
        { text: t.plain("history-typed-days"), act: { name: "history.ask", wallet: walletId, arg: "days" } },
        { text: t.plain("history-set-zone", { zone: zoneName(zone, now) }), act: { name: "notices.zone" } },
      ],
      backToSheet(t, walletId),
    ],
  };
}

export const sizeSheet = (t: Translator, { walletId, filters }: SheetOf): Screen => ({
  text: t.html("history-pick-size"),
  buttons: [
    SIZES.map((size) => choice(String(size), (filters.perPage ?? 10) === size, setAct(walletId, `size.${size}`))),
    backToSheet(t, walletId),
  ],
});

export const periodButton = (t: Translator, kind: (typeof PERIODS)[number]): string => t.plain(PERIOD_KEYS[kind]);

/** `This month: November 1 – 23, 2026`; typed days by themselves. */
export function periodWords(t: Translator, period: Period, zone: string, now: number): string {
  const days = daysWords(t, daysOf(period, zone, now));
  return period.kind === "days"
    ? days
    : t.plain("history-period-days", { name: t.plain(PERIOD_KEYS[period.kind]), days });
}

export const backToSheet = (t: Translator, walletId: string): Button[] =>
  backRow(t, { name: "history.sheet", wallet: walletId });

function valuesOf(t: Translator, { filters, zone, now, cards }: SheetOf) {
  const { cardId, type, period, merchant, least, most } = filters;
  const facts = cardId === undefined ? undefined : cards[cardId];
  return {
    card: cardId === undefined ? undefined : facts ? cardTitle(facts) : t.plain("history-one-card"),
    type: type && movementWord(t, type),
    period: period && periodWords(t, period, zone, now),
    merchant: merchant === undefined ? undefined : t.plain("history-named", { merchant }),
    amount: amountWords(t, least, most),
  };
}

function amountWords(t: Translator, least: number | undefined, most: number | undefined): string | undefined {
  if (least === undefined)
    return most === undefined ? undefined : t.plain("history-amount-most", { most: t.money(most) });
  if (most === undefined) return t.plain("history-amount-least", { least: t.money(least) });
  if (least === most) return t.money(least);
  return t.plain("history-amount-range", { least: t.money(least), most: t.money(most) });
}

const setAct = (wallet: string, arg: string): Act => ({ name: "history.set", wallet, arg });

const choice = (text: string, isSet: boolean, act: Act): Button => ({ text: isSet ? `✅ ${text}` : text, act });
