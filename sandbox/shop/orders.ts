import { randomUUID } from "node:crypto";
import type { BankAnswer } from "./bank.ts";
import type { Product } from "./products.ts";

/** A purchase as the shop remembers it: no card number, no code. */
export type Order = { id: string; product: Product; amount: number; answer: BankAnswer; refunded: boolean };

const KEPT = 200;

/** The shop's memory, oldest forgotten first. */
export function createOrders() {
  const orders = new Map<string, Order>();
  return {
    get: (id: string) => orders.get(id),

    add(product: Product, amount: number, answer: BankAnswer): Order {
      const order: Order = { id: randomUUID(), product, amount, answer, refunded: false };
      orders.set(order.id, order);
      for (const id of orders.keys()) if (orders.size > KEPT) orders.delete(id);
      return order;
    },

    /** The newest one that was paid. */
    lastPaid: () => [...orders.values()].findLast(({ answer }) => answer.status === "approved"),
  };
}
