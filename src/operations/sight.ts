import type { CryptoCardyClient } from "../cryptocardy/client.ts";
import { CardApiError } from "../cryptocardy/errors.ts";
import type { Card, WalletBalance } from "../cryptocardy/types.ts";
import { isSince, type Sight } from "./evidence.ts";
import type { Operation, OperationOf, Snapshot } from "./operation.ts";

const PAGE = 100;
const MOST_PAGES = 5;

/** Reads from the provider what an operation would change. Throws `CardApiError`. */
export async function look(client: CryptoCardyClient, operation: Operation): Promise<Sight> {
  if (operation.kind === "issue") {
    const [wallet, cards] = await Promise.all([client.wallet.balance(), newestCards(client, operation)]);
    return { ...figures(wallet), cards };
  }
  const [wallet, card] = await Promise.all([client.wallet.balance(), cardOrGone(client, operation.params.cardId)]);
  return { ...figures(wallet), card };
}

/** What is remembered of a sight until the operation is settled. */
export function snapshotOf({ walletBalance, walletDeposited, card, cards }: Sight): Snapshot {
  return {
    ...(walletDeposited !== undefined && { walletDeposited }),
    ...(walletBalance !== undefined && { walletBalance }),
    ...(card !== undefined && card !== "gone" && { card }),
    ...(cards && { cardIds: cards.map(({ id }) => id) }),
  };
}

const figures = ({ balance, totalDeposited }: WalletBalance): Sight => ({
  walletBalance: balance,
  walletDeposited: totalDeposited,
});

async function cardOrGone(client: CryptoCardyClient, cardId: string): Promise<NonNullable<Sight["card"]>> {
  try {
    const { status, balance, totalSpent } = await client.cards.get(cardId);
    return { status, balance, ...(totalSpent !== undefined && { totalSpent }) };
  } catch (error) {
    if (error instanceof CardApiError && error.kind === "not-found") return "gone";
    throw error;
  }
}

/**
 * The cards of this BIN, whatever their label, that were issued since the operation was begun. Newest first, so that the
 * one just issued is on the first page whatever the number of cards.
 */
async function newestCards(client: CryptoCardyClient, { params, createdAt }: OperationOf<"issue">): Promise<Card[]> {
  const found = new Map<string, Card>();
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const { items, more } = await client.cards.list({
      binId: params.binId,
      sort: "created_at",
      order: "desc",
      page,
      perPage: PAGE,
    });
    for (const card of items) found.set(card.id, card);
    if (!more) break;
  }
  return [...found.values()].filter((card) => isSince(createdAt, card));
}
