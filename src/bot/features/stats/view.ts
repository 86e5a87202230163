import type { Translator } from "../../../i18n.ts";
import type { Cents } from "../../../lib/money.ts";
import { addMonths, zoneName } from "../../../lib/zone.ts";
import type { Act, Button } from "../../../notifications/outgoing.ts";
import { dayWords, monthWords, shortMonthWords } from "../../calendar-words.ts";
import { homeRow } from "../../rows.ts";
import type { Screen } from "../../screen.ts";
import type { Figures, Share } from "./figures.ts";
import { categoryName, merchantName } from "./words.ts";

/** Whose spending: a wallet's, or one card's; and the calendar it is counted by. */
export type StatsOf = { walletId: string; cardId?: string; card?: string; zone: string; now: number };

// Bot API: 1024 characters below a picture; the badge of a sandbox needs some of them.
const LONGEST_CAPTION = 970;

/** A month's spending in words, below the same in a picture when there is one. The words alone are enough. */
export function statsScreen(t: Translator, of: StatsOf, figures: Figures, photo?: Buffer): Screen {
  const isEmpty = figures.months.every(({ spent }) => spent === 0) && figures.payments === 0;
  const words = isEmpty ? emptyText(t, of, figures) : text(t, of, figures);
  return {
    text: words,
    buttons: buttons(t, of, figures),
    ...(photo && !isEmpty && lengthOf(words) <= LONGEST_CAPTION && { photo }),
  };
}

/** How long a text is for Telegram, which does not count its markup. */
const lengthOf = (html: string): number => html.replace(/<[^>]*>/g, "").replace(/&\w+;/g, "&").length;

function text(t: Translator, of: StatsOf, figures: Figures): string {
  const { spent, refunded, payments } = figures;
  return [
    [
      t.html("stats-title", { month: monthWords(t, figures.month), spent: t.money(spent) }),
      ...(of.card ? [t.html("stats-card", { card: of.card })] : []),
      ...comparison(t, figures),
      t.html("stats-payments", { count: payments }),
      ...(refunded > 0 ? [t.html("stats-refunded", { refunded: t.money(refunded) })] : []),
      ...(figures.regular === undefined || payments === 0
        ? []
        : [
            t.html("stats-regular", {
              regular: t.money(figures.regular),
              other: t.money(spent + refunded - figures.regular),
            }),
          ]),
    ].join("\n"),
    ...list(t.html("stats-category-title"), figures.categories, spent, t, (share) => categoryName(t, share)),
    ...list(t.html("stats-shop-title"), figures.merchants, spent, t, (share) => merchantName(t, share)),
    [t.html("stats-month-title"), monthsLine(t, figures)].join("\n"),
    notes(t, of, figures),
  ].join("\n\n");
}

function comparison(t: Translator, { month, before, spent, running }: Figures): string[] {
  if (before === undefined) return [];
  const words = {
    amount: t.money(Math.abs(spent - before)),
    before: t.money(before),
    month: monthWords(t, addMonths(month, -1)),
  };
  if (spent === before) return [running ? t.html("stats-same-by-now", words) : t.html("stats-same", words)];
  if (spent > before) return [running ? t.html("stats-more-by-now", words) : t.html("stats-more", words)];
  return [running ? t.html("stats-less-by-now", words) : t.html("stats-less", words)];
}

function list<Key extends string>(
  title: string,
  shares: Share<Key>[],
  whole: Cents,
  t: Translator,
  name: (share: Share<Key>) => string,
): string[] {
  if (shares.length === 0) return [];
  const lines = shares.map((share) => {
    const words = { name: name(share), amount: t.money(share.cents) };
    const percent =
      whole > 0 && share.cents > 0 && share.cents <= whole ? Math.round((share.cents / whole) * 100) : undefined;
    return percent === undefined ? t.html("stats-line", words) : t.html("stats-line-percent", { ...words, percent });
  });
  return [[title, ...lines].join("\n")];
}

const monthsLine = (t: Translator, { months }: Figures): string =>
  months
    .map(({ month, spent }) => t.html("stats-month", { month: shortMonthWords(t, month), spent: t.money(spent) }))
    .join(" · ");

const notes = (t: Translator, { zone, now }: StatsOf, { since }: Figures): string =>
  [
    ...(since ? [t.html("stats-since", { day: dayWords(t, since) })] : []),
    t.html("stats-zone", { zone: zoneName(zone, now) }),
  ].join("\n");

function emptyText(t: Translator, of: StatsOf, { month }: Figures): string {
  return [
    t.html("stats-empty", { month: monthWords(t, month) }),
    ...(of.card ? [t.html("stats-card", { card: of.card })] : []),
  ].join("\n\n");
}

function buttons(t: Translator, { walletId: wallet, cardId }: StatsOf, { month, running }: Figures): Button[][] {
  const card = cardId ? { id: cardId } : {};
  const open = (arg: string): Act => ({ name: "stats.open", wallet, ...card, arg });
  const [earlier, later] = [addMonths(month, -1), addMonths(month, 1)];
  return [
    [
      { text: t.plain("stats-earlier", { month: monthWords(t, earlier) }), act: open(earlier) },
      ...(running ? [] : [{ text: t.plain("stats-later", { month: monthWords(t, later) }), act: open(later) }]),
    ],
    [
      { text: t.plain("stats-history"), act: { name: "history.open", wallet, ...card } },
      ...(cardId ? [{ text: t.plain("stats-all-cards"), act: { name: "stats.open", wallet, arg: month } }] : []),
    ],
    homeRow(t, open(month)),
  ];
}
