import type { CryptoCardyClient } from "../cryptocardy/client.ts";
import { everyItem } from "../cryptocardy/pages.ts";
import type { Page, Transaction, TransactionQuery } from "../cryptocardy/types.ts";

/** How many movements are read for one statement or one set of figures: twenty calls at the most. */
const MOST_MOVEMENTS = 2000;
const PER_CALL = 100;

type Transactions = Pick<CryptoCardyClient["transactions"], "list">;
export type Movements = {
  items: Transaction[] /** There are more than were read; the newest were. */;
  capped: boolean;
};

/** Every movement that fits among the newest `MOST_MOVEMENTS`, newest first. Throws CardApiError. */
export async function allMovements(transactions: Transactions, query: TransactionQuery): Promise<Movements> {
  const read: Transaction[] = [];
  const wide = { ...withoutSign(query), perPage: PER_CALL };
  const fitting = () => read.filter((item) => fits(item, query));
  for await (const item of everyItem((page) => transactions.list({ ...wide, page }))) {
    if (read.length === MOST_MOVEMENTS) return { items: fitting(), capped: true };
    read.push(item);
  }
  return { items: fitting(), capped: false };
}

/**
 * One page of movements. The reference does not say whether the API's amounts are compared with their sign (spending is
 * negative). A page without any spending leaves that open: then all are read, and compared here. Throws CardApiError.
 */
export async function movementsPage(
  transactions: Transactions,
  query: TransactionQuery & { page: number; perPage: number },
): Promise<Page<Transaction>> {
  const { page, perPage } = query;
  const found = await transactions.list(query);
  const filtered = query.minAmount !== undefined || query.maxAmount !== undefined;
  if (!filtered || query.type === "refund" || found.items.some(({ amount }) => amount < 0)) return found;
  const { items, capped } = await allMovements(transactions, query);
  const from = (page - 1) * perPage;
  return {
    items: items.slice(from, from + perPage),
    page,
    perPage,
    ...(!capped && { total: items.length }),
    more: items.length > from + perPage,
  };
}

/** Amounts that let the same through with and without a sign; the least one is compared here. */
function withoutSign({ minAmount: _, maxAmount, ...rest }: TransactionQuery): TransactionQuery {
  return maxAmount === undefined ? rest : { ...rest, minAmount: -maxAmount, maxAmount };
}

const fits = ({ amount }: Transaction, { minAmount = 0, maxAmount = Number.POSITIVE_INFINITY }: TransactionQuery) =>
  Math.abs(amount) >= minAmount && Math.abs(amount) <= maxAmount;
