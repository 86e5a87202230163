import type { Cents } from "../lib/money.ts";

/** What a card takes at a time, when it is issued or funded: $1.00 to $5,000.00. */
export const FUNDING = { least: 100, most: 500_000 } as const satisfies Record<string, Cents>;
