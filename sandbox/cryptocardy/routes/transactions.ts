import type { Core } from "../core.ts";
import { notFound } from "../errors.ts";
import { centsParameter, momentParameter, oneOf, onlyParameters, pageOf, paginate } from "../http/read.ts";
import { ok, type Route } from "../http/request.ts";
import type { Transaction } from "../types.ts";

const parameters = ["card_id", "type", "from", "to", "merchant", "min_amount", "max_amount", "page", "per_page"];
const types = ["authorization", "settlement", "refund", "decline"] as const;

/** Payments, newest first. `from` and `to` are inclusive; a `to` without a time of day means the whole day. */
export function transactionRoutes({ wire, variants }: Core): Route[] {
  function filterOf(query: URLSearchParams): (transaction: Transaction) => boolean {
    onlyParameters(query, parameters);
    const card = query.get("card_id");
    const type = oneOf(query, "type", types);
    const from = momentParameter(query, "from") ?? 0;
    const to = (momentParameter(query, "to") ?? Number.POSITIVE_INFINITY) + span(query.get("to"));
    const merchant = query.get("merchant")?.toLowerCase() ?? "";
    const min = centsParameter(query, "min_amount") ?? Number.NEGATIVE_INFINITY;
    const max = centsParameter(query, "max_amount") ?? Number.POSITIVE_INFINITY;
    const size = (amount: number) => (variants.amountFilter === "absolute" ? Math.abs(amount) : amount);
    return (transaction) =>
      (card === null || transaction.cardId === card) &&
      (type === undefined || transaction.type === type) &&
      transaction.createdAt >= from &&
      transaction.createdAt <= to &&
      transaction.merchant.name.toLowerCase().includes(merchant) &&
      size(transaction.amount) >= min &&
      size(transaction.amount) <= max;
  }

  return [
    {
      method: "GET",
      path: "/transactions",
      handler({ query, wallet }) {
        const page = pageOf(query, 50);
        const found = wallet.transactions.filter(filterOf(query)).reverse();
        const { items, pagination } = paginate(found, page);
        return ok({ data: items.map(wire.listedTransaction), pagination });
      },
    },
    {
      method: "GET",
      path: "/transactions/:transaction",
      handler({ params, wallet }) {
        const found = wallet.transactions.find(({ id }) => id === params.transaction);
        if (!found) throw notFound("Transaction");
        return ok(wire.transaction(found));
      },
    },
  ];
}

/** Answers have whole seconds, so a moment taken from one covers its whole second; a date covers its day. */
function span(text: string | null): number {
  if (text === null || text.includes(".")) return 0;
  return text.length <= 10 ? 86_399_999 : 999;
}
