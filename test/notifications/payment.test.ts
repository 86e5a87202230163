import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Transaction } from "../../src/cryptocardy/types.ts";
import {
  advance,
  amountOf,
  type Payment,
  type PaymentStep,
  phaseOf,
  spentOf,
} from "../../src/notifications/payment.ts";
import { type Candidate, pick } from "../../src/notifications/tell/match.ts";

const AT = 1_790_000_000_000;

function step(state: PaymentStep["state"], cents: number, more: Partial<Transaction> = {}): PaymentStep {
  const transaction: Transaction = {
    id: "txn_1",
    cardId: "card_1",
    type: state,
    amount: state === "refunded" ? cents : -cents,
    currency: "USD",
    merchant: { name: "SHOP" },
    createdAt: AT,
    ...more,
  };
  return { state, transaction };
}

const play = (steps: PaymentStep[]): Payment => {
  const payment = steps.reduce<Payment | undefined>(advance, undefined);
  if (!payment) throw new Error("no steps");
  return payment;
};
const view = (payment: Payment) => ({
  phase: phaseOf(payment),
  amount: amountOf(payment),
  spent: spentOf(payment),
  refunds: payment.refunds,
  balance: payment.balance?.cents,
  at: payment.at,
});

const STEPS = [
  step("authorized", 2_000, { balanceAfter: 8_000 }),
  step("settled", 1_840, { balanceAfter: 8_160, createdAt: AT + 1_000 }),
  step("refunded", 500, { id: "ref_1", balanceAfter: 8_660, createdAt: AT + 2_000 }),
  step("refunded", 340, { id: "ref_2", balanceAfter: 9_000, createdAt: AT + 3_000 }),
];

describe("a payment", () => {
  test("is the same in whatever order its events come, and however often", () => {
    const expected = view(play(STEPS));
    const order = fc.shuffledSubarray([...STEPS, ...STEPS], { minLength: STEPS.length * 2 });
    fc.assert(
      fc.property(order, (steps) => {
        expect(view(play(steps))).toEqual(expected);
      }),
    );
  });

  test("goes through its phases", () => {
    const phases = STEPS.map((_, index) => phaseOf(play(STEPS.slice(0, index + 1))));
    expect(phases).toEqual(["authorized", "settled", "part-refunded", "part-refunded"]);
    expect(phaseOf(play([step("authorized", 500), step("refunded", 500, { id: "r" })]))).toBe("refunded");
  });

  test("that was held and then declined took nothing", () => {
    const payment = play([step("authorized", 700), step("declined", 700)]);
    expect([phaseOf(payment), spentOf(payment)]).toEqual(["declined", 0]);
  });
});

describe("a settlement without a link", () => {
  const hold = (key: string, cents: number, at = AT): Candidate => ({
    key,
    at,
    authorized: cents,
    refunded: 0,
    declined: false,
  });

  test("takes the oldest hold of its amount", () => {
    const holds = [hold("a", 900), hold("b", 1_000), hold("c", 1_000)];
    expect(pick(holds, step("settled", 1_000))).toBe("b");
    expect(pick(holds, step("settled", 1_001))).toBeUndefined();
  });

  test("does not reach further back than ten days, nor into the future", () => {
    const day = 24 * 3_600_000;
    expect(pick([hold("old", 500, AT - 11 * day)], step("settled", 500))).toBeUndefined();
    expect(pick([hold("later", 500, AT + day)], step("settled", 500))).toBeUndefined();
  });

  test("a refund takes the latest payment that can bear it", () => {
    const paid = [
      { ...hold("a", 500), settled: 500 },
      { ...hold("b", 900), settled: 900 },
      { ...hold("c", 900), settled: 900, refunded: 900 },
    ];
    expect(pick(paid, step("refunded", 900))).toBe("b");
    expect(pick(paid, step("refunded", 100))).toBe("b");
    expect(pick(paid, step("refunded", 1_000))).toBeUndefined();
  });
});
