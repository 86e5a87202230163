import type { Transaction } from "./types.ts";

/** What is held for longer has been let go by every card network. */
export const LONGEST_HOLD_MS = 30 * 24 * 60 * 60_000;

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

/**
 * The authorizations among movements that stand for a payment of their own: no settlement among them is theirs. One names
 * its hold, or replaces it under its id, or is of the same card, shop and amount.
 */
export function openHolds(items: readonly Transaction[]): Transaction[] {
  const settlements = items.filter(({ type }) => type === "settlement");
  const settled = new Set(settlements.flatMap(({ originalId }) => originalId ?? []));
  const free = settlements.filter(({ originalId }) => originalId === undefined);
  return items.filter((item) => {
    if (item.type !== "authorization" || settled.has(item.id)) return false;
    if (isReleased(item)) return true;
    const match = free.findIndex((settlement) => settles(settlement, item));
    if (match >= 0) free.splice(match, 1);
    return match < 0;
  });
}

/** Nothing will be taken for this hold any more. */
export const isReleased = ({ status }: Pick<Transaction, "status">): boolean =>
  status !== undefined &&
  ["reversed", "released", "voided", "expired", "declined", "canceled", "cancelled"].includes(status);

const settles = (settlement: Transaction, hold: Transaction): boolean =>
  settlement.cardId === hold.cardId &&
  settlement.merchant.name === hold.merchant.name &&
  Math.abs(settlement.amount) === Math.abs(hold.amount) &&
  settlement.createdAt >= hold.createdAt &&
  settlement.createdAt - hold.createdAt <= LONGEST_HOLD_MS;
