import { centsToApi } from "../lib/money.ts";
import { readAs, readPage, unwrap } from "./read.ts";
import type { Send } from "./request.ts";
import { transactionSchema } from "./schemas/transaction.ts";
import type { Page, Transaction, TransactionQuery } from "./types.ts";

const DEFAULT_PER_PAGE = 50;

/** `/transactions`. Every method throws CardApiError. */
export function transactionsOf(send: Send) {
  return {
    /** `from` and `to` are epoch milliseconds, amounts are cents. */
    async list(query: TransactionQuery = {}): Promise<Page<Transaction>> {
      const { cardId, type, from, to, merchant, minAmount, maxAmount, page, perPage } = query;
      const search = {
        card_id: cardId,
        type,
        from: from === undefined ? undefined : new Date(from).toISOString(),
        to: to === undefined ? undefined : new Date(to).toISOString(),
        merchant,
        min_amount: minAmount === undefined ? undefined : centsToApi(minAmount),
        max_amount: maxAmount === undefined ? undefined : centsToApi(maxAmount),
        page,
        per_page: perPage,
      };
      const body = await send({ method: "GET", route: "/transactions", query: search });
      const found = readPage(transactionSchema, body, "transactions", { page, perPage: perPage ?? DEFAULT_PER_PAGE });
      return { ...found, items: found.items.filter((item) => fits(item, minAmount, maxAmount)) };
    },

    async get(id: string): Promise<Transaction> {
      const body = await send({ method: "GET", route: "/transactions/{id}", params: { id } });
      return readAs(transactionSchema, unwrap(body, "transaction"));
    },
  };
}

// Spending is negative, and the reference does not say whether its amount filters look at the sign.
function fits({ amount }: Transaction, least = 0, most = Number.POSITIVE_INFINITY): boolean {
  return Math.abs(amount) >= least && Math.abs(amount) <= most;
}
