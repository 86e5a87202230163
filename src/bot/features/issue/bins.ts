import type { Bin } from "../../../cryptocardy/types.ts";
import type { Cents } from "../../../lib/money.ts";
import { networkName } from "../../card-words.ts";
import { PURPOSES, type Purpose, purposeOf } from "./uses.ts";

/** What of a BIN the person chooses by. Plain JSON: it lives in a conversation. */
export type BinChoice = Pick<Bin, "id" | "network" | "threeDs" | "applePay" | "googlePay" | "bestFor"> & {
  acceptanceRate?: number;
  maxTransaction?: Cents;
  maxMonthly?: Cents;
};

export type NetworkChoice = "visa" | "mastercard" | "any";

/** What the person has said so far of the card they want. */
export type Wish = { network: NetworkChoice; purpose?: Purpose };

/** How a BIN is called: `Visa 491653`. Plain text. */
export const binName = (bin: Pick<BinChoice, "id" | "network">): string => `${networkName(bin.network)} ${bin.id}`;

/** Only what people choose by. */
export const choicesOf = (bins: Bin[]): BinChoice[] => bins.map(({ type: _, issuerCountry: __, ...choice }) => choice);

/**
 * The BINs of a network: those made for the purpose first, then the most accepted, then those that allow the larger
 * payment; alike ones in the API's order.
 */
export function rankBins<Choice extends BinChoice>(bins: readonly Choice[], { network, purpose }: Wish): Choice[] {
  return bins
    .filter((bin) => network === "any" || bin.network === network)
    .toSorted(
      (a, b) =>
        Number(suits(b, purpose)) - Number(suits(a, purpose)) ||
        (b.acceptanceRate ?? 0) - (a.acceptanceRate ?? 0) ||
        (b.maxTransaction ?? 0) - (a.maxTransaction ?? 0),
    );
}

/** Whether the API names a BIN as good for the purpose. Nothing is named for no purpose. */
export const suits = ({ bestFor }: Pick<BinChoice, "bestFor">, purpose: Purpose | undefined): boolean =>
  purpose !== undefined && bestFor.some((use) => purposeOf(use) === purpose);

/** Networks that there are BINs for, in the order in which they are offered. */
export function networksOf(bins: readonly BinChoice[]): NetworkChoice[] {
  const known = (["visa", "mastercard"] as const).filter((network) => bins.some((bin) => bin.network === network));
  return known.length === 1 ? known : [...known, "any"];
}

const MOST_PURPOSES = 8;

/** The purposes that some BIN is made for: ours in their order, then the API's other words. */
export function purposesOf(bins: readonly BinChoice[]): Purpose[] {
  const named = new Set(bins.flatMap(({ bestFor }) => bestFor.map(purposeOf)));
  const ours = PURPOSES.filter((purpose) => named.has(purpose));
  const others = [...named].filter((purpose) => purpose.startsWith("use:"));
  return [...ours, ...others].slice(0, MOST_PURPOSES);
}
