import type { Cents } from "../lib/money.ts";
import type { Belongings } from "./belongings.ts";
import { KINDS, keyOf } from "./keys.ts";
import { createRecords, type StoreDeps } from "./records.ts";

/** One payment with a card; `amount` in cents without a sign, `at` in epoch ms. */
export type SpentPayment = { id: string; cardId: string; merchant: string; amount: Cents; at: number };

/** `readAt`: when the past was read from the provider. Absent: only what was seen since is known. */
export type Spending = { readAt?: number; payments: SpentPayment[] };

const MOST = 400;

export type SpendingRecords = ReturnType<typeof createSpendingRecords>;

/** The latest payments of a wallet, by which those that come again are known. */
export function createSpendingRecords(deps: StoreDeps, belongings: Belongings) {
  const records = createRecords<Spending>(deps, "spending");
  const idOf = (userId: number, walletId: string): string => `${userId}:${walletId}`;

  return {
    get: async (userId: number, walletId: string): Promise<Spending> =>
      (await records.read(idOf(userId, walletId))) ?? { payments: [] },

    /** Adds payments; one that is known by its id is replaced. `readAt` only when the past was read. */
    async add(userId: number, walletId: string, payments: SpentPayment[], readAt?: number): Promise<Spending> {
      const id = idOf(userId, walletId);
      const first = belongings.note(userId, keyOf("spending", id), KINDS.spending.ttlMs);
      const step = (kept: Spending | undefined): Spending => {
        const byId = new Map([...(kept?.payments ?? []), ...payments].map((payment) => [payment.id, payment]));
        const latest = [...byId.values()].sort((one, other) => one.at - other.at).slice(-MOST);
        const read = readAt ?? kept?.readAt;
        return { payments: latest, ...(read !== undefined && { readAt: read }) };
      };
      return records.change(id, step, { first });
    },

    forget: (userId: number, walletId: string): Promise<void> => records.remove(idOf(userId, walletId)),
  };
}
