import type { Cents } from "./types.ts";

/** Dollars as the API writes them. */
export const dollars = (cents: Cents): number => cents / 100;

/** Whole cents of an amount in dollars; undefined when it is not a finite number of whole cents. */
export function centsOf(value: unknown): Cents | undefined {
  if (typeof value !== "number" || !Number.isFinite(value)) return undefined;
  const cents = Math.round(value * 100);
  return Math.abs(value * 100 - cents) < 1e-6 && Number.isSafeInteger(cents) ? cents : undefined;
}
