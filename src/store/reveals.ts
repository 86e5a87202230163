import type { Belongings } from "./belongings.ts";
import type { Json } from "./json.ts";
import { hashed, KINDS, keyOf, parseKey } from "./keys.ts";
import { createRecords, type StoreDeps } from "./records.ts";

/** What a one-time page is about. Never card data: those are fetched when it is opened. */
export type Reveal = {
  userId: number;
  walletId: string;
  cardId: string;
  facts?: { [name: string]: Json | undefined };
};

export type Reveals = ReturnType<typeof createReveals>;

/** One-time pages by their token, of which only a hash is stored. */
export function createReveals(deps: StoreDeps, belongings: Belongings) {
  const records = createRecords<Reveal>(deps, "reveal");
  return {
    async put(token: string, reveal: Reveal, ttlMs: number = KINDS.reveal.ttlMs): Promise<void> {
      const id = hashed(token);
      await belongings.note(reveal.userId, keyOf("reveal", id), ttlMs);
      await records.write(id, reveal, ttlMs);
    },
    /** Looks without using it up. */
    peek: (token: string): Promise<Reveal | undefined> => records.read(hashed(token)),
    /** Uses it up: of many who ask at once, one gets it. */
    take: (token: string): Promise<Reveal | undefined> => records.take(hashed(token)),
    /** No link that the person was ever given works any more. */
    async revoke(userId: number): Promise<void> {
      const keys = (await belongings.list(userId)).map(parseKey);
      const pages = keys.flatMap((key) => (key?.kind === "reveal" ? [key.id] : []));
      await Promise.all(pages.map((id) => records.remove(id)));
    },
  };
}
