import { isDeepStrictEqual } from "node:util";
import type { Cents } from "../lib/money.ts";
import type { Belongings } from "./belongings.ts";
import { KINDS, keyOf } from "./keys.ts";
import { createRecords, type StoreDeps } from "./records.ts";

/** What a message says of a card when an event carries only its id, and what lists of cards leave out. */
export type CardFacts = {
  last4: string;
  label?: string;
  network?: string;
  /** `campaign=spring`. Absent: nobody has looked; empty: it has none. */
  tags?: string[];
  /** What had been spent with it in all before a month (`2026-11`) began. */
  before?: { month: string; spent: Cents };
  /** Settings that the API accepted and does not tell: what they were last set to here. */
  untold?: { allowedCategories?: string[]; autoFreezeAt?: Cents };
};
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

    /** Adds and replaces, but keeps tags, sums and settings it is not told; nothing is written when all of it is known already. */
    async remember(userId: number, walletId: string, cards: CardsById): Promise<void> {
      const known = await list(userId, walletId);
      const news = Object.entries(cards).some(([id, facts]) => !same(known[id], withKept(known[id], facts)));
      if (!news) return;
      const id = idOf(userId, walletId);
      await belongings.note(userId, keyOf("directory", id), KINDS.directory.ttlMs);
      await records.change(id, (now) => {
        const merged = { ...now };
        for (const [cardId, facts] of Object.entries(cards)) {
          // To the end, so that those not seen for longest go first.
          const next = withKept(merged[cardId], facts);
          delete merged[cardId];
          merged[cardId] = next;
        }
        return Object.fromEntries(Object.entries(merged).slice(-MOST_CARDS));
      });
    },

    forget: (userId: number, walletId: string): Promise<void> => records.remove(idOf(userId, walletId)),
  };
}

/** Lists and events do not tell of these. */
function withKept(known: CardFacts | undefined, facts: CardFacts): CardFacts {
  const { tags, before, untold } = { ...known, ...facts };
  return { ...facts, ...(tags && { tags }), ...(before && { before }), ...(untold && { untold }) };
}

const same = (one: CardFacts | undefined, other: CardFacts): boolean => isDeepStrictEqual(one, other);
