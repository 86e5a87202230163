import { expect, test } from "vitest";
import { pendingHolds } from "../../src/cryptocardy/holds.ts";
import type { Transaction } from "../../src/cryptocardy/types.ts";

const movement = (id: string, type: string, rest: Partial<Transaction> = {}): Transaction => ({
  id,
  type,
  cardId: "card_1",
  amount: -1_000,
  currency: "USD",
  merchant: { name: "NETFLIX" },
  createdAt: 0,
  ...rest,
});
const hold = movement("txn_1", "authorization");

test.each<[string, Transaction[], number]>([
  ["nothing", [], 0],
  ["a hold", [hold], 1],
  ["a hold that became its settlement", [movement("txn_1", "settlement")], 0],
  ["a hold listed beside the settlement that keeps its id", [hold, movement("txn_1", "settlement")], 0],
  ["a hold and the settlement that names it", [hold, movement("txn_2", "settlement", { originalId: "txn_1" })], 0],
  ["a hold that was given back", [hold, movement("txn_2", "refund", { originalId: "txn_1", amount: 1_000 })], 0],
  ["a hold and the settlement of another", [hold, movement("txn_2", "settlement", { originalId: "txn_0" })], 1],
  ["a hold and a payment of the same amount that is settled", [hold, movement("txn_2", "settlement")], 1],
  ["a hold and a decline", [hold, movement("txn_2", "decline")], 1],
  [
    "holds whose status says that they are over",
    ["settled", "reversed", "expired"].map((status) => ({ ...hold, status })),
    0,
  ],
  ["a hold whose status says that it holds", [{ ...hold, status: "authorized" }], 1],
])("%s", (_, transactions, count) => {
  expect(pendingHolds(transactions)).toBe(count);
});
