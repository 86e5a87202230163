import type { Belongings } from "./belongings.ts";
import type { Json } from "./json.ts";
import { KINDS, keyOf } from "./keys.ts";
import { createRecords, type StoreDeps } from "./records.ts";

/** How far a wallet has been read when webhooks may have been missed. Moments in milliseconds; all of it optional. */
export type Cursor = {
  transactionsAt?: number;
  sweptAt?: number;
  /** The last event that arrived by webhook. */
  eventAt?: number;
  /** Status by card id, to see what changed. */
  cards?: Record<string, string>;
  /** When the newest change happened that an event told of, by card id. */
  changedAt?: Record<string, number>;
  /** Cards that were seen waiting for their first money, whatever became of them. */
  waiting?: string[];
  /** The card that was announced with the wallet: it lives, or did not come after a deposit. */
  firstCard?: "ready" | "absent";
  /** Ids that were told already. */
  seen?: string[];
  [more: string]: Json | undefined;
};

export type Cursors = ReturnType<typeof createCursors>;

export function createCursors(deps: StoreDeps, belongings: Belongings) {
  const records = createRecords<Cursor>(deps, "cursor");
  const idOf = (userId: number, walletId: string): string => `${userId}:${walletId}`;

  return {
    get: async (userId: number, walletId: string): Promise<Cursor> =>
      (await records.read(idOf(userId, walletId))) ?? {},

    /** By compare-and-set; `change` is pure. */
    async update(userId: number, walletId: string, change: (cursor: Cursor) => Cursor): Promise<Cursor> {
      const id = idOf(userId, walletId);
      const first = belongings.note(userId, keyOf("cursor", id), KINDS.cursor.ttlMs);
      return records.change<Cursor>(id, (now) => change(now ?? {}), { first });
    },

    forget: (userId: number, walletId: string): Promise<void> => records.remove(idOf(userId, walletId)),
  };
}
