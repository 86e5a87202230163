import type { Belongings } from "./belongings.ts";
import { KINDS, keyOf } from "./keys.ts";
import { createRecords, type StoreDeps } from "./records.ts";

/** What a message says of a card when an event carries only its id. */
export type CardFacts = { last4: string; label?: string; network?: string };
export type CardsById = Record<string, CardFacts>;

export type Directory = ReturnType<typeof createDirectory>;

const MOST_CARDS = 1_000;

/** Names of cards per wallet, refreshed whenever cards are listed. */
export function createDirectory(deps: StoreDeps, belongings: Belongings) {
  const records = createRecords<CardsById>(deps, "directory");
  const idOf = (userId: number, walletId: string): string => `${userId}:${walletId}`;

  async function list(userId: number, walletId: string): Promise<CardsById> {
    return (await records.read(idOf(userId, walletId))) ?? {};
  }

  return {
    list,

    get: async (userId: number, walletId: string, cardId: string): Promise<CardFacts | undefined> =>
      (await list(userId, walletId))[cardId],

    /** Adds and replaces; nothing is written when all of it is known already. */
    async remember(userId: number, walletId: string, cards: CardsById): Promise<void> {
      const known = await list(userId, walletId);
      const news = Object.entries(cards).some(([id, facts]) => !same(known[id], facts));
      if (!news) return;
      const id = idOf(userId, walletId);
      await belongings.note(userId, keyOf("directory", id), KINDS.directory.ttlMs);
      await records.change(id, (now) => {
        const merged = { ...now };
        for (const [cardId, facts] of Object.entries(cards)) {
          // To the end, so that those not seen for longest go first.
          delete merged[cardId];
          merged[cardId] = facts;
        }
        return Object.fromEntries(Object.entries(merged).slice(-MOST_CARDS));
      });
    },

    forget: (userId: number, walletId: string): Promise<void> => records.remove(idOf(userId, walletId)),
  };
}

const same = (one: CardFacts | undefined, other: CardFacts): boolean =>
  one?.last4 === other.last4 && one.label === other.label && one.network === other.network;
