import { describe, expect, test } from "vitest";
import { spentIn, spentKnown } from "../../src/cryptocardy/month.ts";
import type { Transaction } from "../../src/cryptocardy/types.ts";

const NOW = Date.UTC(2026, 10, 23);
let last = 0;
const one = (type: string, amount: number, more: Partial<Transaction> = {}): Transaction => {
  last += 1;
  const merchant = { name: "SHOP" };
  return { id: `t${last}`, cardId: "c", type, amount, currency: "USD", merchant, createdAt: NOW + last, ...more };
};

describe("spent in a month", () => {
  test("is what is held and what is settled, and neither declined nor refunded", () => {
    const list = [one("authorization", -1000), one("settlement", -250), one("decline", -9900), one("refund", 250)];
    expect(spentIn(list)).toBe(1250);
  });

  test("counts a payment once when its settlement has an id of its own, with the amount settled", () => {
    const hold = one("authorization", -1000);
    expect(spentIn([hold, one("settlement", -1100, { originalId: hold.id })])).toBe(1100);
    expect(spentIn([one("settlement", -1100, { originalId: "of last month" })])).toBe(0);
  });

  test("leaves out a hold that was given back, but not a refunded payment", () => {
    const hold = one("authorization", -1000);
    const paid = one("settlement", -300);
    const refunds = [one("refund", 1000, { originalId: hold.id }), one("refund", 300, { originalId: paid.id })];
    expect(spentIn([...refunds, hold, paid])).toBe(300);
  });

  test("is known without asking for a card made this month, or with the sum from before it", () => {
    const before = { month: "2026-11", spent: 4000 };
    expect(spentKnown({ createdAt: NOW, totalSpent: 500 }, undefined, NOW)).toBe(500);
    expect(spentKnown({ createdAt: 0, totalSpent: 4500 }, before, NOW)).toBe(500);
    expect(spentKnown({ createdAt: 0, totalSpent: 4500 }, { ...before, month: "2026-10" }, NOW)).toBeUndefined();
    expect(spentKnown({ createdAt: 0, totalSpent: 3999 }, before, NOW)).toBeUndefined();
    expect(spentKnown({ createdAt: NOW }, before, NOW)).toBeUndefined();
  });
});
