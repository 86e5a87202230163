import type { Transaction } from "./types.ts";

/** Words of the API for a hold that is over, where it gives holds a status. */
const OVER = /settled|cleared|captured|completed|revers|void|cancel|expired|released|refund|declin/i;

/**
 * How many payments among these are held and not settled, given back or expired. A settlement under an id of its own names
 * its hold; one that keeps the id stands in its place. A settlement with neither is a payment of its own.
 */
export function pendingHolds(transactions: readonly Transaction[]): number {
  const over = new Set(transactions.flatMap(({ originalId }) => originalId ?? []));
  for (const { id, type } of transactions) if (type !== "authorization") over.add(id);
  return transactions.filter(
    ({ id, type, status = "" }) => type === "authorization" && !over.has(id) && !OVER.test(status),
  ).length;
}
