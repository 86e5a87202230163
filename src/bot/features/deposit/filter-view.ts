import type { PlainKey, Translator } from "../../../i18n.ts";
import type { Button } from "../../../notifications/outgoing.ts";
import { backRow } from "../../rows.ts";
import type { Screen } from "../../screen.ts";
import { DEPOSIT_COINS, DEPOSIT_STATUSES, type DepositFilter, filterToText } from "./filter.ts";

const STATUS_TITLES: Record<(typeof DEPOSIT_STATUSES)[number], PlainKey> = {
  pending: "deposits-status-pending",
  confirmed: "deposits-status-confirmed",
  expired: "deposits-status-expired",
};

export const statusName = (t: Translator, status: (typeof DEPOSIT_STATUSES)[number]): string =>
  t.plain(STATUS_TITLES[status]);

export const coinName = (currency: string): string => currency.toUpperCase();

/** What the list can be narrowed to; every press shows the list at once. */
export function filterScreen(t: Translator, wallet: string, filter: DepositFilter): Screen {
  const choice = (text: string, wanted: DepositFilter, chosen: boolean): Button => ({
    text: chosen ? t.plain("deposits-chosen", { text }) : text,
    act: { name: "deposits.open", wallet, arg: filterToText(wanted) },
  });
  const { page: _, ...now } = filter;
  const { status, ...anyStatus } = now;
  const { currency, ...anyCoin } = now;
  const coins = [
    choice(t.plain("deposits-any-coin"), anyCoin, !currency),
    ...DEPOSIT_COINS.map((coin) => choice(coinName(coin), { ...now, currency: coin }, coin === currency)),
  ];
  return {
    text: t.html("deposits-filter-ask"),
    buttons: [
      [choice(t.plain("deposits-any-status"), anyStatus, !status)],
      DEPOSIT_STATUSES.map((one) => choice(statusName(t, one), { ...now, status: one }, one === status)),
      coins.slice(0, 3),
      coins.slice(3),
      backRow(t, { name: "deposits.open", wallet, arg: filterToText(filter) }),
    ],
  };
}
