import { isSameMerchant } from "../../../lib/merchant.ts";
import type { SpentPayment } from "../../../store/spending.ts";

/** A merchant that a button can name. */
export type KnownMerchant = { key: string; name: string };

const MOST = 3;

/** Where a card was used last, each merchant once. */
export function latestMerchants(payments: SpentPayment[], cardId: string): KnownMerchant[] {
  const known: KnownMerchant[] = [];
  for (const { cardId: card, merchant, at } of payments.toReversed()) {
    if (card !== cardId || merchant === "" || known.some(({ name }) => isSameMerchant(name, merchant))) continue;
    known.push({ key: at.toString(36), name: merchant });
  }
  return known.slice(0, MOST);
}
