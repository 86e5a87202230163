import type { Bin } from "../../../cryptocardy/types.ts";
import type { Cents } from "../../../lib/money.ts";

/** What of a BIN the person chooses by. Plain JSON: it lives in a conversation. */
export type BinChoice = Pick<Bin, "id" | "network" | "threeDs" | "applePay" | "googlePay" | "bestFor"> & {
  acceptanceRate?: number;
  maxTransaction?: Cents;
  maxMonthly?: Cents;
};

export type NetworkChoice = "visa" | "mastercard" | "any";

/** The BINs of a network, the most accepted first; equally accepted ones in the API's order. */
export function rankBins(bins: Bin[], network: NetworkChoice): BinChoice[] {
  return bins
    .filter((bin) => network === "any" || bin.network === network)
    .sort((a, b) => (b.acceptanceRate ?? 0) - (a.acceptanceRate ?? 0))
    .map(({ type: _, issuerCountry: __, ...choice }) => choice);
}

/** Networks that there are BINs for, in the order in which they are offered. */
export function networksOf(bins: Bin[]): NetworkChoice[] {
  const known = (["visa", "mastercard"] as const).filter((network) => bins.some((bin) => bin.network === network));
  return known.length === 1 ? known : [...known, "any"];
}
