import type { Deposit } from "../../../cryptocardy/types.ts";
import type { Translator } from "../../../i18n.ts";
import type { Act, Button } from "../../../notifications/outgoing.ts";
import { homeRow } from "../../rows.ts";
import type { Screen } from "../../screen.ts";
import { cryptoAmount, depositHead } from "./deposit-words.ts";
import { type DepositFilter, filterToText, isNarrowed } from "./filter.ts";
import { coinName, statusName } from "./filter-view.ts";

/** How many deposits stand on a page. */
const DEPOSITS_SHOWN = 6;

/** Deposits that fit the filter, newest first, with what became of each; a button leads to each one's progress. */
export function depositsScreen(t: Translator, wallet: string, deposits: Deposit[], filter: DepositFilter = {}): Screen {
  if (deposits.length === 0) return emptyScreen(t, wallet, filter);
  const pages = Math.ceil(deposits.length / DEPOSITS_SHOWN);
  const page = Math.min(filter.page ?? 1, pages);
  const newest = deposits.toSorted((a, b) => b.createdAt - a.createdAt);
  const shown = newest.slice((page - 1) * DEPOSITS_SHOWN, page * DEPOSITS_SHOWN);
  const here = { ...filter, page };
  return {
    text: [
      t.html("deposits-title"),
      ...(isNarrowed(filter) ? [filterLine(t, filter)] : []),
      ...shown.map((deposit, index) => row(t, deposit, index + 1)),
      ...(pages > 1 ? [t.html("deposits-page", { page, pages })] : []),
    ].join("\n\n"),
    buttons: [
      ...inPairs(shown.map((deposit, index) => toDetail(t, wallet, deposit, index + 1, here))),
      pager(t, wallet, here, pages),
      filterRow(t, wallet, filter),
      ...lastRows(t, wallet, here),
    ],
  };
}

function emptyScreen(t: Translator, wallet: string, filter: DepositFilter): Screen {
  return {
    text: isNarrowed(filter)
      ? [t.html("deposits-title"), filterLine(t, filter), t.html("deposits-none-fit")].join("\n\n")
      : t.html("deposits-empty"),
    buttons: [isNarrowed(filter) ? filterRow(t, wallet, filter) : [], ...lastRows(t, wallet, filter)],
  };
}

const filterLine = (t: Translator, { status, currency }: DepositFilter): string =>
  t.html("deposits-filtered", {
    filter: [...(status ? [statusName(t, status)] : []), ...(currency ? [coinName(currency)] : [])].join(" · "),
  });

function row(t: Translator, deposit: Deposit, number: number): string {
  const facts = [...moreOf(t, deposit), t.time(deposit.confirmedAt ?? deposit.createdAt, "moment").markup];
  return [`${number}. ${depositHead(t, deposit)}`, facts.join(" · ")].join("\n");
}

function moreOf(t: Translator, { status, amountUsd, feeUsd }: Deposit): string[] {
  if (status === "confirmed") return feeUsd === undefined ? [] : [t.html("deposits-fee", { fee: t.money(feeUsd) })];
  return amountUsd === undefined ? [] : [t.html("deposits-about", { amount: t.money(amountUsd) })];
}

const toDetail = (t: Translator, wallet: string, deposit: Deposit, number: number, from: DepositFilter): Button => ({
  text: `${number}. ${cryptoAmount(t, deposit)}`,
  act: { name: "deposit.show", wallet, id: deposit.id, arg: filterToText(from) },
});

/** The list with this filter. */
export const listAct = (wallet: string, filter: DepositFilter): Act => ({
  name: "deposits.open",
  wallet,
  arg: filterToText(filter),
});

const pager = (t: Translator, wallet: string, filter: DepositFilter, pages: number): Button[] => {
  const { page = 1 } = filter;
  const to = (number: number): Act => listAct(wallet, { ...filter, page: number });
  return [
    ...(page > 1 ? [{ text: t.plain("common-previous"), act: to(page - 1) }] : []),
    ...(page < pages ? [{ text: t.plain("common-next"), act: to(page + 1) }] : []),
  ];
};

const filterRow = (t: Translator, wallet: string, filter: DepositFilter): Button[] => [
  { text: t.plain("deposits-filter"), act: { name: "deposits.filter", wallet, arg: filterToText(filter) } },
  ...(isNarrowed(filter) ? [{ text: t.plain("deposits-show-all"), act: listAct(wallet, {}) }] : []),
];

const lastRows = (t: Translator, wallet: string, filter: DepositFilter): Button[][] => [
  [{ text: t.plain("common-back"), act: { name: "deposit.open", wallet } }],
  homeRow(t, listAct(wallet, filter)),
];

const inPairs = (buttons: Button[]): Button[][] =>
  buttons.flatMap((_, index) => (index % 2 === 0 ? [buttons.slice(index, index + 2)] : []));
