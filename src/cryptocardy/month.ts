import type { Cents } from "../lib/money.ts";
import type { CryptoCardyClient } from "./client.ts";
import { everyItem } from "./pages.ts";
import type { Card, Transaction } from "./types.ts";

const PER_PAGE = 100;

/** `2026-11`: the month a monthly limit counts in. The API names no zone for it; UTC, as all its times are. */
export const monthOf = (at: number): string => new Date(at).toISOString().slice(0, 7);

const startOf = (month: string): number => Date.parse(`${month}-01T00:00:00Z`);

/**
 * What was spent: payments held or settled, each once, in cents, positive. A settlement that has an id of its own takes the
 * place of the hold it settles; holds that were given back whole do not count, refunds of settled payments do not reduce.
 */
export function spentIn(transactions: readonly Transaction[]): Cents {
  const payments = new Map<string, { cents: Cents; held: boolean }>();
  const add = ({ id, amount }: { id: string; amount: Cents }, held: boolean) =>
    payments.set(id, { cents: Math.abs(amount), held });
  const oldestFirst = transactions.toSorted((one, other) => one.createdAt - other.createdAt);
  for (const one of oldestFirst) if (one.type === "authorization") add(one, true);
  for (const one of oldestFirst) {
    if (one.type !== "settlement") continue;
    // The hold it settles is not in this list: it was counted in the month of the hold.
    if (one.originalId === undefined) add(one, false);
    else if (payments.has(one.originalId)) add({ id: one.originalId, amount: one.amount }, false);
  }
  for (const { type, originalId = "" } of oldestFirst) {
    if (type === "refund" && payments.get(originalId)?.held) payments.delete(originalId);
  }
  return [...payments.values()].reduce((sum, { cents }) => sum + cents, 0);
}

/** Spent with a card in the month of `now`. One call for every hundred transactions. Throws CardApiError. */
export async function spentInMonth(
  { transactions }: Pick<CryptoCardyClient, "transactions">,
  cardId: string,
  now: number,
): Promise<Cents> {
  const from = startOf(monthOf(now));
  const found: Transaction[] = [];
  const pages = everyItem((page) => transactions.list({ cardId, from, page, perPage: PER_PAGE }));
  for await (const transaction of pages) found.push(transaction);
  return spentIn(found);
}

/**
 * The same without a call, from the card's lifetime sum and what that was before the month (`before`); a card made this
 * month had spent nothing before. Undefined when it cannot be told.
 */
export function spentKnown(
  { createdAt, totalSpent }: Pick<Card, "createdAt" | "totalSpent">,
  before: { month: string; spent: Cents } | undefined,
  now: number,
): Cents | undefined {
  const month = monthOf(now);
  if (totalSpent === undefined) return undefined;
  if (monthOf(createdAt) === month) return totalSpent;
  const spent = before?.month === month ? totalSpent - before.spent : -1;
  return spent >= 0 ? spent : undefined;
}
