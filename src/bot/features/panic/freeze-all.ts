import type { Accounts } from "../../../accounts/accounts.ts";
import { AccountError } from "../../../accounts/types.ts";
import type { CryptoCardyClient } from "../../../cryptocardy/client.ts";
import { CardApiError } from "../../../cryptocardy/errors.ts";
import type { Card } from "../../../cryptocardy/types.ts";
import { someAtOnce } from "../../../lib/some-at-once.ts";
import type { Operations } from "../../../operations/operations.ts";
import type { Progress } from "../../progress.ts";

type Deps = { accounts: Pick<Accounts, "freshClient">; operations: Pick<Operations, "expect"> };

/** What became of one card: frozen now, frozen before, or still at work. */
export type PanicRow = {
  walletId: string;
  card: Pick<Card, "id" | "last4" | "label" | "network">;
  outcome: "frozen" | "already" | "failed";
};

/** `unread`: wallets whose cards could not even be listed. */
export type PanicResult = { rows: PanicRow[]; unread: string[] };

const PER_PAGE = 100;
const MOST_PAGES = 20;
const AT_ONCE = 10;

/**
 * Freezes every active card of the wallets, all wallets at once and ten cards at a time. However many they are, each waits
 * for its turn in the provider's budget. Harmless when repeated: what is frozen already is left alone. `press` names this
 * attempt, for idempotency keys; `found` and `told` hear how many cards there are and of each that is through.
 */
export async function freezeAll(
  { accounts, operations }: Deps,
  { userId, walletIds, press }: { userId: number; walletIds: string[]; press: string },
  { found, told }: Progress,
): Promise<PanicResult> {
  const wallets = await Promise.all(walletIds.map((walletId) => freezeWallet(walletId)));
  return { rows: wallets.flatMap(({ rows }) => rows), unread: wallets.flatMap(({ unread }) => unread) };

  async function freezeWallet(walletId: string): Promise<PanicResult> {
    const client = await accounts.freshClient(userId, walletId, "many").catch(onlyAccount);
    const cards = await (client && listAll(client).catch(onlyApi));
    if (!client || !cards) return { rows: [], unread: [walletId] };
    const relevant = cards.filter(({ status }) => status === "active" || status === "frozen");
    found(relevant.length);
    const rows = await someAtOnce(relevant, AT_ONCE, async (card): Promise<PanicRow> => {
      const isFrozen = card.status !== "frozen" && (await freeze(client, walletId, card.id));
      told();
      return { walletId, card, outcome: card.status === "frozen" ? "already" : isFrozen ? "frozen" : "failed" };
    });
    return { rows, unread: [] };
  }

  async function freeze(client: CryptoCardyClient, walletId: string, cardId: string): Promise<boolean> {
    try {
      await operations.expect({ userId, walletId }, cardId, "card.frozen");
      await client.cards.freeze(cardId, { idempotencyKey: `panic-${press}-${cardId}` });
      return true;
    } catch (error) {
      if (!(error instanceof CardApiError)) throw error;
      if (error.kind !== "conflict") return false;
      const card = await client.cards.get(cardId).catch(onlyApi);
      return card?.status === "frozen";
    }
  }
}

async function listAll(client: CryptoCardyClient): Promise<Card[]> {
  const byId = new Map<string, Card>();
  for (let page = 1; page <= MOST_PAGES; page++) {
    const { items, more } = await client.cards.list({ page, perPage: PER_PAGE });
    for (const card of items) byId.set(card.id, card);
    if (!more) break;
  }
  return [...byId.values()];
}

/** A wallet that was removed meanwhile, or whose seed does not open, keeps no other from being frozen. */
function onlyAccount(error: unknown): undefined {
  if (!(error instanceof AccountError)) throw error;
}

/** What the provider refused or did not answer is told in the result; everything else is a mistake of ours. */
function onlyApi(error: unknown): undefined {
  if (!(error instanceof CardApiError)) throw error;
}
