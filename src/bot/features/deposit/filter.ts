import type { DepositQuery } from "../../../cryptocardy/types.ts";

export const DEPOSIT_STATUSES = ["pending", "confirmed", "expired"] as const;
/** Those the API names in its filter, and XMR, which a wallet can be opened with. */
export const DEPOSIT_COINS = ["btc", "eth", "sol", "usdt", "xmr"] as const;

/** Which deposits are shown, and which page of them (from 1). */
export type DepositFilter = {
  status?: (typeof DEPOSIT_STATUSES)[number];
  currency?: (typeof DEPOSIT_COINS)[number];
  page?: number;
};

/** As a button holds it: `pending.btc.2`, with `all` for what is not narrowed. */
export const filterToText = ({ status, currency, page = 1 }: DepositFilter): string =>
  [status ?? "all", currency ?? "all", page].join(".");

/** Reads it back; anything else is no filter. */
export function filterFromText(text: string | undefined): DepositFilter {
  const [status, currency, page] = (text ?? "").split(".");
  const knownStatus = DEPOSIT_STATUSES.find((known) => known === status);
  const knownCoin = DEPOSIT_COINS.find((known) => known === currency);
  const number = Number(page);
  return {
    ...(knownStatus && { status: knownStatus }),
    ...(knownCoin && { currency: knownCoin }),
    ...(Number.isInteger(number) && number > 1 && number <= 500 && { page: number }),
  };
}

/** What the API is asked. */
export const queryOf = ({ status, currency }: DepositFilter): DepositQuery => ({
  ...(status && { status }),
  ...(currency && { currency }),
});

export const isNarrowed = ({ status, currency }: DepositFilter): boolean => Boolean(status || currency);
