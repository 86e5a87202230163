import type { Transaction } from "../cryptocardy/types.ts";

const LONGEST_HOLD_MS = 30 * 24 * 60 * 60_000;

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
