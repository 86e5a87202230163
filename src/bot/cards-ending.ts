import type { CryptoCardyClient } from "../cryptocardy/client.ts";
import { everyItem } from "../cryptocardy/pages.ts";
import type { Card } from "../cryptocardy/types.ts";

const PER_PAGE = 100;

/** A card and the wallet it is in. */
export type FoundCard = { walletId: string; card: Card };

/**
 * The cards of a wallet that end with these digits; closed ones only when there is no other. One call for every hundred
 * cards. Throws CardApiError.
 */
export async function cardsEnding({ cards }: Pick<CryptoCardyClient, "cards">, digits: string): Promise<Card[]> {
  const found: Card[] = [];
  for await (const card of everyItem((page) => cards.list({ page, perPage: PER_PAGE }))) {
    if (card.last4 === digits) found.push(card);
  }
  const open = found.filter(({ status }) => status !== "terminated");
  return open.length > 0 ? open : found;
}
