import { describe, expect, test } from "vitest";
import { type JudgedPayment, judge } from "../../src/rules/judge.ts";

const HOUR = 3_600_000;
const SINCE = 1_000 * HOUR;
const paid = (more: Partial<JudgedPayment> = {}): JudgedPayment => ({
  id: "p1",
  state: "authorized",
  amount: 1_250,
  merchant: "SPOTIFY",
  at: SINCE + HOUR,
  ...more,
});

describe("a one-time card", () => {
  const once = { since: SINCE };
  const used = { since: SINCE, usedBy: "p1", usedAt: "SPOTIFY" };
  test.each([
    ["freezes after the first payment", { once }, paid(), { freeze: "once" }],
    ["ignores a test of a dollar on the first day", { once }, paid({ amount: 100 }), {}],
    [
      "counts a test of a dollar a day later",
      { once },
      paid({ amount: 100, at: SINCE + 25 * HOUR }),
      { freeze: "once" },
    ],
    ["ignores what happened before it was one", { once }, paid({ at: SINCE - HOUR }), {}],
    ["closes when its payment is settled", { once: used }, paid({ state: "settled" }), { freeze: "once", close: true }],
    [
      "closes when the settlement has another id",
      { once: used },
      paid({ state: "settled", id: "s9", merchant: "Spotify AB" }),
      { freeze: "once", close: true },
    ],
    [
      "freezes again, but does not close, for another payment",
      { once: used },
      paid({ state: "settled", id: "p2", merchant: "NETFLIX" }),
      { freeze: "once" },
    ],
    [
      "closes at once when the hold was never seen",
      { once },
      paid({ state: "settled" }),
      { freeze: "once", close: true },
    ],
  ])("%s", (_, rules, payment, decision) => expect(judge(rules, payment)).toEqual(decision));
});

describe("a card kept to a merchant", () => {
  const merchant = { name: "SPOTIFY", since: SINCE };
  test.each([
    ["lets it pass", paid({ merchant: "Spotify P3F2A1 Stockholm" }), {}],
    ["freezes for another", paid({ merchant: "NETFLIX.COM" }), { freeze: "merchant" }],
    ["freezes for a test of another, too", paid({ merchant: "NETFLIX.COM", amount: 0 }), { freeze: "merchant" }],
    ["ignores what happened before", paid({ merchant: "NETFLIX.COM", at: SINCE - HOUR }), {}],
  ])("%s", (_, payment, decision) => expect(judge({ merchant }, payment)).toEqual(decision));
});
