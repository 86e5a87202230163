import type { CryptoCardyClient } from "../cryptocardy/client.ts";
import { CardApiError } from "../cryptocardy/errors.ts";
import type { Card } from "../cryptocardy/types.ts";
import type { Cache } from "./cache.ts";
import { tellsAll, type Untold, untoldAfter, withUntold } from "./untold.ts";

const READ_MS = 4_000;
const BINS_MS = 60 * 60_000;
const BINS = "bins";

export type WalletClientOptions = {
  client: CryptoCardyClient;
  /** Absent: every read asks the provider. */
  cache?: { cache: Cache; owner: string };
  walletId: string;
  /** What was read of the wallet is out of date. */
  invalidate(walletId: string): void;
  /** Told of every card that was read. */
  seen(cards: readonly Card[]): void;
  /** Settings that the API does not tell: what was kept of a card, and what to keep from now on. */
  untold: { recall(cardId: string): Promise<Untold | undefined>; keep(card: Card, untold: Untold): Promise<void> };
  /** Asked before card details are fetched. */
  mayReveal(): Promise<{ ok: true } | { ok: false; retryAfterMs: number }>;
};

/** A client of one wallet that remembers reads for a few seconds and forgets them when it writes. */
export function createWalletClient(options: WalletClientOptions): CryptoCardyClient {
  const { client, cache, walletId, invalidate, seen, untold, mayReveal } = options;

  const read = <Value>(key: string, ttlMs: number, ask: () => Promise<Value>): Promise<Value> =>
    cache ? cache.cache.through(walletId, `${cache.owner}|${key}`, ttlMs, ask) : ask();

  /** Emptied even when the call failed: it may have been executed all the same. */
  const writing =
    <Args extends unknown[], Value>(call: (...args: Args) => Promise<Value>) =>
    async (...args: Args): Promise<Value> => {
      try {
        return await call(...args);
      } finally {
        invalidate(walletId);
      }
    };

  const filled = async (card: Card): Promise<Card> =>
    tellsAll(card) ? card : withUntold(card, await untold.recall(card.id));

  const { cards, wallet, bins } = client;
  return {
    ...client,
    cards: {
      ...cards,
      create: writing(cards.create),
      update: writing(async (...[id, changes, key]: Parameters<typeof cards.update>) => {
        const card = await cards.update(id, changes, key);
        seen([whole(card)]);
        if (changes.allowedCategories === undefined && changes.autoFreezeAt === undefined) return filled(card);
        const kept = untoldAfter(await untold.recall(id), changes, card);
        await untold.keep(card, kept);
        return withUntold(card, kept);
      }),
      freeze: writing(cards.freeze),
      unfreeze: writing(cards.unfreeze),
      terminate: writing(cards.terminate),
      fund: writing(cards.fund),
      withdraw: writing(cards.withdraw),
      list: (query = {}) =>
        read(`cards ${JSON.stringify(query)}`, READ_MS, async () => {
          const page = await cards.list(query);
          seen(page.items);
          return page;
        }),
      get: (id) =>
        read(`card ${id}`, READ_MS, async () => {
          const card = await cards.get(id);
          seen([whole(card)]);
          return filled(card);
        }),
      async details(id) {
        const allowed = await mayReveal();
        if (allowed.ok) return cards.details(id);
        const { retryAfterMs } = allowed;
        throw new CardApiError({ kind: "rate-limited", sent: false, reason: "person-limit", retryAfterMs });
      },
    },
    wallet: { ...wallet, balance: () => read("wallet", READ_MS, wallet.balance) },
    bins: { ...bins, list: () => read(BINS, BINS_MS, bins.list) },
  };
}

/** Reads that a change in the wallet makes out of date. */
export const changesWithWallet = (key: string): boolean => !key.endsWith(`|${BINS}`);

/** Asked for by itself a card comes with all it has: no metadata means none, not that it was left out. */
const whole = (card: Card): Card => ({ metadata: {}, ...card });
