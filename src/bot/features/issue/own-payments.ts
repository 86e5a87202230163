import type { CryptoCardyClient } from "../../../cryptocardy/client.ts";
import { everyItem } from "../../../cryptocardy/pages.ts";
import type { Card, Transaction } from "../../../cryptocardy/types.ts";
import { allMovements } from "../../movements.ts";
import { type OwnFigures, ownFigures } from "./own.ts";

const HALF_YEAR_MS = 182 * 24 * 60 * 60_000;
const PER_CALL = 100;
const MOST_CARDS = 2_000;

/**
 * What the payments of the last six months say of BINs: one call for every hundred movements and for every hundred cards,
 * at most 21 for each, fewer as soon as every card that paid is known. Throws CardApiError.
 */
export async function readOwnPayments(
  client: Pick<CryptoCardyClient, "transactions" | "cards" | "bins">,
  now: number,
): Promise<OwnFigures> {
  const read = await allMovements(client.transactions, { from: now - HALF_YEAR_MS });
  const [cards, bins] = await Promise.all([cardsBehind(client, read.items), client.bins.list()]);
  return ownFigures({ ...read, cards, bins });
}

/** Which card has which BIN stands in lists of cards only. */
async function cardsBehind({ cards }: Pick<CryptoCardyClient, "cards">, items: Transaction[]): Promise<Card[]> {
  const missing = new Set(items.map(({ cardId }) => cardId));
  const found: Card[] = [];
  if (missing.size === 0) return found;
  let seen = 0;
  for await (const card of everyItem((page) => cards.list({ page, perPage: PER_CALL }))) {
    seen += 1;
    if (missing.delete(card.id)) found.push(card);
    if (missing.size === 0 || seen > MOST_CARDS) break;
  }
  return found;
}
