import { describe, expect, test } from "vitest";
import { type UpcomingPayment, uncovered, upcomingLines } from "../../src/bot/upcoming.ts";
import { translator } from "../../src/i18n.ts";

const payment = (merchant: string, amount: number, days = 1): UpcomingPayment => ({
  cardId: "card_1",
  merchant,
  amount,
  days,
});
const names = (left: number, ...payments: UpcomingPayment[]) =>
  uncovered(payments, left).map(({ merchant }) => merchant);

describe("payments that what is left does not cover", () => {
  const all = [payment("A", 1_500), payment("B", 1_000), payment("C", 300)];
  test("are none when there is enough for all", () => expect(names(2_800, ...all)).toEqual([]));
  test("are those for which too little is left by then", () => expect(names(2_000, ...all)).toEqual(["B"]));
  test("are all of them on an empty card", () => expect(names(0, ...all)).toEqual(["A", "B", "C"]));
});

test("names are bounded, and of many payments only the next stand there", () => {
  const many = Array.from({ length: 8 }, () => payment(`<b>${"M".repeat(300)}`, 100));
  const text = upcomingLines(translator("en"), "words", many).join("\n");
  expect(text.length).toBeLessThan(600);
  expect(text).not.toContain("<b>");
  expect(text).toContain("… and 3 more");
});
