import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysUntil } from "../../src/rules/days.ts";
import { findRenewals } from "../../src/rules/renewals.ts";
import type { SpentPayment } from "../../src/store/spending.ts";

const DAY = 24 * 60 * 60_000;
const day = (date: string): number => Date.parse(`${date}T10:00:00Z`);

let last = 0;
const paid = (at: number, more: Partial<SpentPayment> = {}): SpentPayment => {
  last += 1;
  return { id: `p${last}`, cardId: "c1", merchant: "NETFLIX.COM", amount: 1_549, at, ...more };
};

const found = (payments: SpentPayment[], now: number) =>
  findRenewals(payments, now).map(({ merchant, at, period }) => [
    merchant,
    new Date(at).toISOString().slice(0, 10),
    period,
  ]);

describe("a renewal is found", () => {
  test.each([
    ["after two months", ["2026-09-30", "2026-10-31"], "2026-11-01", ["2026-11-30", "month"]],
    ["on the last day of a short month", ["2026-12-31", "2027-01-31"], "2027-02-01", ["2027-02-28", "month"]],
    ["after three weeks", ["2026-11-02", "2026-11-09", "2026-11-16"], "2026-11-17", ["2026-11-23", "week"]],
    ["after a year", ["2025-11-24", "2026-11-24"], "2026-11-25", ["2027-11-24", "year"]],
  ] as const)("%s", (_, dates, now, [next, period]) => {
    expect(
      found(
        dates.map((date) => paid(day(date))),
        day(now),
      ),
    ).toEqual([["NETFLIX.COM", next, period]]);
  });

  test("with a hold and its settlement of another id counted once", () => {
    const dates = ["2026-09-23", "2026-09-24", "2026-10-23", "2026-10-24"];
    expect(
      found(
        dates.map((date) => paid(day(date))),
        day("2026-10-25"),
      ),
    ).toEqual([["NETFLIX.COM", "2026-11-23", "month"]]);
  });

  test("among other payments at the same merchant, and when the price changes a little", () => {
    const payments = [
      paid(day("2026-09-10"), { merchant: "AMAZON", amount: 899 }),
      paid(day("2026-09-12"), { merchant: "AMAZON", amount: 7_420 }),
      paid(day("2026-10-10"), { merchant: "Amazon Prime", amount: 950 }),
    ];
    expect(found(payments, day("2026-10-11"))).toEqual([["Amazon Prime", "2026-11-10", "month"]]);
  });
});

describe("a renewal is not found", () => {
  test.each([
    ["in one payment", ["2026-10-23"], "2026-10-24"],
    ["in coffee every few days", ["2026-10-01", "2026-10-05", "2026-10-12", "2026-10-23"], "2026-10-24"],
    ["in two weeks only", ["2026-11-09", "2026-11-16"], "2026-11-17"],
    ["when it failed to come", ["2026-08-23", "2026-09-23"], "2026-11-01"],
  ])("%s", (_, dates, now) =>
    expect(
      found(
        dates.map((date) => paid(day(date))),
        day(now),
      ),
    ).toEqual([]),
  );

  test("across cards, or for an amount that is another one", () => {
    const cards = [paid(day("2026-09-23")), paid(day("2026-10-23"), { cardId: "c2" })];
    const amounts = [paid(day("2026-09-23")), paid(day("2026-10-23"), { amount: 4_000 })];
    expect([...found(cards, day("2026-10-24")), ...found(amounts, day("2026-10-24"))]).toEqual([]);
  });
});

test("whatever comes in, the same is found in any order, sorted, and not long past", () => {
  const payment = fc.record({
    id: fc.string(),
    cardId: fc.constantFrom("c1", "c2"),
    merchant: fc.constantFrom("NETFLIX", "SPOTIFY P1", "Spotify", ""),
    amount: fc.constantFrom(0, 999, 1_050, 5_000),
    at: fc.integer({ min: 0, max: 800 }).map((days) => days * DAY),
  });
  fc.assert(
    fc.property(fc.uniqueArray(payment, { maxLength: 40, selector: ({ at }) => at }), (payments) => {
      const now = 800 * DAY;
      const renewals = findRenewals(payments, now);
      expect(findRenewals(payments.toReversed(), now)).toEqual(renewals);
      expect(renewals.map(({ at }) => at)).toEqual(renewals.map(({ at }) => at).sort((one, other) => one - other));
      for (const { at, amount } of renewals) expect(at >= now - 2 * DAY && amount > 0).toBe(true);
    }),
  );
});

test("days are those of the person's calendar", () => {
  const now = Date.parse("2026-11-23T22:30:00Z");
  expect(daysUntil(now + 60 * 60_000, now, "UTC")).toBe(0);
  expect(daysUntil(now + 2 * 60 * 60_000, now, "UTC")).toBe(1);
  expect(daysUntil(now + 2 * 60 * 60_000, now, "Asia/Tokyo")).toBe(0);
  expect(daysUntil(now - DAY, now, "UTC")).toBe(0);
});
