import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Card } from "../../src/cryptocardy/types.ts";
import { type Sight, weigh } from "../../src/operations/evidence.ts";
import type { Operation, OperationKind, Snapshot } from "../../src/operations/operation.ts";

const START = 1_800_000_000_000;

function sent(kind: OperationKind, amount: number, before: Snapshot): Operation {
  const common = {
    id: "op",
    userId: 1,
    walletId: "w",
    key: "k",
    createdAt: START,
    sentAt: START,
    sends: 1,
    revision: 2,
  };
  const state = "submitted" as const;
  const cardId = "card_1";
  switch (kind) {
    case "issue":
      return { ...common, state, kind, before, params: { binId: "491653", network: "visa", amount, label: "Ads" } };
    case "close":
      return { ...common, state, kind, before, params: { cardId, last4: "2039", balance: amount } };
    default:
      return { ...common, state, kind, before, params: { cardId, last4: "2039", amount } };
  }
}

const cardOf = (more: Partial<Card>): Card => ({
  id: "card_new",
  binId: "491653",
  network: "visa",
  last4: "1111",
  status: "active",
  balance: 5_000,
  label: "Ads",
  createdAt: START + 1_000,
  ...more,
});

const cents = fc.integer({ min: 1, max: 500_000 });
const noise = fc.oneof(fc.constant(0), fc.constant(2_500), cents);

test("whatever was paid and deposited meanwhile, a transfer is never said to have happened when it did not, nor the other way round", () => {
  const world = fc.record({
    kind: fc.constantFrom("fund" as const, "withdraw" as const),
    amount: fc.oneof(fc.constant(2_500), cents),
    happened: fc.boolean(),
    paid: noise,
    deposited: noise,
    tellsSpent: fc.boolean(),
  });
  fc.assert(
    fc.property(world, ({ kind, amount, happened, paid, deposited, tellsSpent }) => {
      const gain = happened ? (kind === "fund" ? amount : -amount) : 0;
      const before = { status: "active", balance: 1_000_000, ...(tellsSpent && { totalSpent: 700 }) };
      const card = { ...before, balance: before.balance + gain - paid, ...(tellsSpent && { totalSpent: 700 + paid }) };
      const sight: Sight = { card, walletBalance: 2_000_000 - gain + deposited, walletDeposited: 9_000 + deposited };
      const operation = sent(kind, amount, { walletBalance: 2_000_000, walletDeposited: 9_000, card: before });
      const verdict = weigh(operation, sight);
      expect(verdict.kind).toBe(happened ? "happened" : "did-not-happen");
    }),
    { numRuns: 2_000 },
  );
});

test("where the provider tells neither spending nor deposits, doubt is called doubt", () => {
  const world = fc.record({ amount: cents, happened: fc.boolean(), paid: cents, deposited: cents });
  fc.assert(
    fc.property(world, ({ amount, happened, paid, deposited }) => {
      fc.pre(deposited !== amount && paid !== amount);
      const gain = happened ? amount : 0;
      const before: Snapshot = { walletBalance: 2_000_000, card: { status: "active", balance: 1_000_000 } };
      const card = { status: "active", balance: 1_000_000 + gain - paid };
      const operation = sent("fund", amount, before);
      expect(weigh(operation, { card, walletBalance: 2_000_000 - gain + deposited })).toEqual({ kind: "unclear" });
      // An event about this very card and amount decides then.
      expect(weigh(operation, { card, walletBalance: 2_000_000 - gain + deposited }, true).kind).toBe("happened");
    }),
  );
});

describe("an issued card", () => {
  const before: Snapshot = { walletBalance: 90_000, cardIds: ["card_old"] };
  const issue = sent("issue", 5_000, before);

  test("is the one with this BIN and label that was not there before", () => {
    const card = cardOf({});
    const cards = [cardOf({ id: "card_old" }), cardOf({ id: "card_b", label: "Other" }), card];
    expect(weigh(issue, { cards, walletBalance: 85_000 })).toEqual({ kind: "happened", result: { card } });
  });

  test.each([
    ["was there before", cardOf({ id: "card_old" })],
    ["has another BIN", cardOf({ binId: "531993" })],
    ["is older than the request", cardOf({ createdAt: START - 5_001 })],
  ])("is not one that %s", (_, card) => {
    expect(weigh(issue, { cards: [card], walletBalance: 90_000 })).toEqual({ kind: "did-not-happen" });
  });

  test.each([
    ["another label", cardOf({ label: "Ads 2" })],
    ["no label", cardOf({ label: "" })],
  ])("may be a new one of this BIN with %s, and is not issued again", (_, card) => {
    for (const walletBalance of [90_000, 85_000, 84_900]) {
      expect(weigh(issue, { cards: [card], walletBalance })).toEqual({ kind: "unclear" });
    }
  });

  test.each([
    ["the money has left it", 85_000],
    ["a fee left it, too", 84_900],
    ["less has left it", 89_999],
    ["more came into it than left it", 90_001],
    ["its balance is not told", undefined],
  ])("is not issued again when the wallet has changed: %s", (_, walletBalance) => {
    const sight = { cards: [], ...(walletBalance !== undefined && { walletBalance }) };
    expect(weigh(issue, sight)).toEqual({ kind: "unclear" });
    expect(weigh(sent("issue", 5_000, { cardIds: [] }), { cards: [], walletBalance: 90_000 }).kind).toBe("unclear");
  });

  test("that happened is never said not to have, whatever label it got and whatever fee was taken", () => {
    const world = fc.record({ label: fc.string(), seen: fc.boolean(), fee: fc.nat(500), deposited: noise });
    fc.assert(
      fc.property(world, ({ label, seen, fee, deposited }) => {
        const operation = sent("issue", 5_000, { walletBalance: 90_000, walletDeposited: 9_000, cardIds: [] });
        const sight: Sight = {
          cards: seen ? [cardOf({ label })] : [],
          walletBalance: 85_000 - fee + deposited,
          walletDeposited: 9_000 + deposited,
        };
        expect(weigh(operation, sight).kind).not.toBe("did-not-happen");
      }),
    );
  });
});

describe("a closed card", () => {
  const close = sent("close", 10_000, { walletBalance: 0, card: { status: "active", balance: 10_000 } });

  test("is terminated or gone", () => {
    const card = { status: "terminated", balance: 0 };
    expect(weigh(close, { card, walletBalance: 10_000 })).toMatchObject({
      kind: "happened",
      result: { refunded: 10_000 },
    });
    expect(weigh(close, { card: "gone", walletBalance: 10_000 })).toMatchObject({ kind: "happened" });
    expect(weigh(close, { card: { status: "frozen", balance: 10_000 }, walletBalance: 0 })).toEqual({
      kind: "did-not-happen",
    });
  });

  test("claims no refund that the wallet does not show", () => {
    const card = { status: "terminated", balance: 0 };
    expect(weigh(close, { card, walletBalance: 9_000 })).toEqual({
      kind: "happened",
      result: { walletBalance: 9_000 },
    });
  });
});
