import { FUNDING } from "../cryptocardy/funding.ts";
import type { Cents } from "../lib/money.ts";

/**
 * Which amounts are legal: the API's own bounds, and what there is to take it from. Plain JSON: it lives in conversations.
 */
export type AmountBounds = { least: Cents; most: Cents; available: Cents; source: "wallet" | "card" };

/** What an amount breaks, with the nearest legal amount. */
export type AmountLimit = { kind: "too-little" | "too-much" | "over-wallet" | "over-card"; limit: Cents };

/** For issuing and funding, from the wallet. */
export const fundingBounds = (walletBalance: Cents): AmountBounds => ({
  ...FUNDING,
  available: walletBalance,
  source: "wallet",
});

/** Back from a card goes anything from a cent to all of it; the API names no bound. */
export const withdrawalBounds = (cardBalance: Cents): AmountBounds => ({
  least: 1,
  most: Number.MAX_SAFE_INTEGER,
  available: cardBalance,
  source: "card",
});

/** The largest legal amount. Smaller than `least` when nothing is. */
export const largest = ({ most, available }: AmountBounds): Cents => Math.min(most, available);

/** Whether any amount is legal. */
export const anyLegal = (bounds: AmountBounds): boolean => largest(bounds) >= bounds.least;

/** Undefined when the amount is legal. */
export function checkAmount(bounds: AmountBounds, amount: Cents): AmountLimit | undefined {
  if (amount < bounds.least) return { kind: "too-little", limit: bounds.least };
  if (amount > bounds.most) return { kind: "too-much", limit: largest(bounds) };
  if (amount > bounds.available)
    return { kind: bounds.source === "wallet" ? "over-wallet" : "over-card", limit: largest(bounds) };
  return undefined;
}

const PRESETS: Cents[] = [1000, 2500, 5000, 10_000];

/** The usual amounts that are legal here; the largest one has a button of its own. */
export const presets = (bounds: AmountBounds): Cents[] =>
  PRESETS.filter((amount) => amount >= bounds.least && amount < largest(bounds));
