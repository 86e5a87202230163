import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPreferences, thresholdsOf } from "../../src/notifications/preferences.ts";
import {
  alarmOf,
  declinesOf,
  GUARD,
  hasPaidOnce,
  lowStep,
  oddityOf,
  spentOn,
  withAttempt,
  withFunding,
  withSum,
} from "../../src/notifications/tell/habits.ts";
import type { Attempt, CardLedger } from "../../src/store/ledger.ts";

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 23, 12);

/** A ledger after attempts, one an hour, the last one now: `p` paid, `n` no money, `r` refused otherwise. */
function tried(attempts: string, start: CardLedger = {}): CardLedger {
  const outcomes: Record<string, Attempt["outcome"]> = { p: "paid", n: "no-money", r: "refused" };
  return [...attempts].reduce((ledger, letter, n) => {
    const at = NOW - (attempts.length - 1 - n) * HOUR;
    const attempt = { paymentId: `${n}`, merchant: "SPOTIFY", at, cents: 1_000, outcome: outcomes[letter] ?? "paid" };
    return withAttempt(ledger, attempt) ?? ledger;
  }, start);
}

describe("what was spent today", () => {
  test("counts a payment once, and what it was settled for instead of its hold", () => {
    const pay = (ledger: CardLedger, cents: number, paymentId = "a", day = "2026-11-23") =>
      withSum(ledger, { day, cents, paymentId }) ?? ledger;
    const both = pay(pay({}, 2_000), 500, "b");
    expect(spentOn(both, "2026-11-23")).toBe(2_500);
    expect(pay(both, 2_000)).toBe(both);
    expect(spentOn(pay(both, 1_840), "2026-11-23")).toBe(2_340);
    expect(spentOn(pay(both, 0), "2026-11-23")).toBe(500);
    expect(spentOn(pay(both, 100, "c", "2026-11-24"), "2026-11-24")).toBe(100);
    expect(pay(both, 100, "c", "2026-11-22")).toBe(both);
  });
});

test.each([
  ["", false],
  ["n", false],
  ["p", true],
  ["nnp", true],
  ["pr", true],
  ["pp", false],
])("a card that was tried like %s has paid once only: %s", (attempts, once) => {
  expect(hasPaidOnce(tried(attempts))).toBe(once);
});

describe("the decline guard", () => {
  test.each([
    ["n", undefined],
    ["nn", { kind: "in-a-row", count: 2 }],
    ["npn", undefined],
    ["nrn", undefined],
    ["pnnn", { kind: "in-a-row", count: 3 }],
    ["rr", undefined],
    ["pppppr", undefined],
    ["ppppprr", { kind: "share", count: 2, of: 7 }],
    ["ppppppr", undefined],
    ["pppppprn", { kind: "share", count: 2, of: 8 }],
  ])("after %s it says %o", (attempts, alarm) => {
    expect(alarmOf(tried(attempts), NOW)).toEqual(alarm);
  });

  test("speaks up at other figures for whoever chose some", () => {
    const { inARow, share } = thresholdsOf(readPreferences({ notices: { guardRow: 3, guardShare: 30 } }));
    const alarm = (attempts: string) => alarmOf(tried(attempts), NOW, { inARow, share });
    expect(alarm("nn")).toBeUndefined();
    expect(alarm("nnn")).toEqual({ kind: "in-a-row", count: 3 });
    expect(alarm("ppppprr")).toBeUndefined();
    expect(alarm("pppprrr")).toEqual({ kind: "share", count: 3, of: 7 });
    expect(thresholdsOf(readPreferences({ notices: { guardRow: 4, guardShare: "30" } }))).toEqual({
      inARow: GUARD.inARow,
      share: GUARD.share,
    });
  });

  test.each([
    ["n", { row: 1, day: 1, of: 2 }],
    ["nrn", { row: 1, day: 3, of: 2 }],
    ["pnnn", { row: 3, day: 3 }],
    ["nnp", { row: 0, day: 2, of: 2 }],
  ])("after %s it counts %o", (attempts, declines) => {
    expect(declinesOf(tried(attempts), NOW)).toEqual(declines);
    expect(declinesOf({ ...tried(attempts), askedAt: NOW }, NOW).of).toBeUndefined();
    expect(declinesOf(tried(attempts), NOW + 24 * HOUR)).toEqual({ row: 0, day: 0, of: 2 });
  });

  test("forgets what is older than a day", () => {
    expect(alarmOf(tried("nn"), NOW + 24 * HOUR)).toBeUndefined();
  });

  test("is silent once it spoke, until a payment goes through or a day is over", () => {
    const spoken = { ...tried("nn"), askedAt: NOW };
    expect(alarmOf(spoken, NOW + HOUR)).toBeUndefined();
    expect(withAttempt(spoken, { paymentId: "x", merchant: "M", at: NOW, cents: 1, outcome: "paid" })?.askedAt).toBe(
      undefined,
    );
    expect(alarmOf({ ...tried("nn"), askedAt: NOW - GUARD.againAfterMs }, NOW)).toBeDefined();
  });

  test("counts anew after the card was funded", () => {
    const funded = withFunding({ ...tried("nn"), askedAt: NOW, held: true, low: true }) ?? {};
    expect([funded.askedAt, funded.held, funded.low]).toEqual([undefined, undefined, undefined]);
    const again = { paymentId: "x", merchant: "M", at: NOW + 2, cents: 1, outcome: "no-money" as const };
    expect(alarmOf(withAttempt(funded, again) ?? {}, NOW + 3)).toBeUndefined();
    expect(withFunding(tried("ppp"))).toBeUndefined();
  });

  test("an attempt that is told again changes nothing, and what is kept stays bounded", () => {
    const attempt = fc.record({
      paymentId: fc.nat(60).map(String),
      merchant: fc.string({ maxLength: 5 }),
      at: fc.nat(1_000),
      cents: fc.nat(1_000),
      outcome: fc.constantFrom("paid" as const, "no-money" as const, "refused" as const),
    });
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 120 }), (attempts) => {
        let ledger: CardLedger = {};
        for (const one of attempts) {
          const next = withAttempt(ledger, one);
          if (next) expect(withAttempt(next, one)).toBeUndefined();
          ledger = next ?? ledger;
        }
        expect((ledger.recent ?? []).length).toBeLessThanOrEqual(40);
        expect((ledger.shops ?? []).length).toBeLessThanOrEqual(60);
      }),
    );
  });
});

describe("what is unusual for a card", () => {
  const regular = tried("pppp");

  test("a merchant that was never paid, however it is spelt", () => {
    expect(oddityOf(regular, { merchant: "EVIL SHOP", amount: 100 })).toBe("merchant");
    expect(oddityOf(regular, { merchant: "  spotify #204", amount: 100 })).toBeUndefined();
  });

  test("an amount far above the usual, when it is no trifle", () => {
    expect(oddityOf(regular, { merchant: "SPOTIFY", amount: 3_000 })).toBeUndefined();
    expect(oddityOf(regular, { merchant: "SPOTIFY", amount: 3_001 })).toBe("amount");
    expect(oddityOf(tried("pp"), { merchant: "SPOTIFY", amount: 90_000 })).toBeUndefined();
  });

  test("nothing, while the card has paid nothing yet: it has no habits", () => {
    expect(oddityOf({}, { merchant: "ANY", amount: 100_000 })).toBeUndefined();
    expect(oddityOf(tried("nnr"), { merchant: "ANY", amount: 100_000 })).toBeUndefined();
  });
});

test("a low balance is told once per crossing", () => {
  const balances = [5_000, 900, 800, 1_000, 999, 5_000, 10];
  let ledger: CardLedger = {};
  const told = balances.filter((balance) => {
    const step = lowStep(ledger, balance, 1_000);
    ledger = step.ledger ?? ledger;
    return step.tell;
  });
  expect(told).toEqual([900, 999, 10]);
  expect(lowStep({}, 10, undefined)).toEqual({ ledger: undefined, tell: false });
});
