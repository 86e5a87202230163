import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDays, parseRange } from "../../../src/bot/features/history/typed.ts";
import { addDays } from "../../../src/lib/zone.ts";

const NOW = Date.UTC(2026, 10, 23, 12);
const days = (text: string) => parseDays(text, "UTC", NOW);
const found = (from: string, to = from) => ({ ok: true, value: { from, to } });

describe("typed days", () => {
  test.each([
    ["05.11", found("2026-11-05")],
    ["5/11", found("2026-11-05")],
    ["01.11-15.11", found("2026-11-01", "2026-11-15")],
    ["1.11.2026 – 15.11.2026", found("2026-11-01", "2026-11-15")],
    ["1.1.26 2.2.26", found("2026-01-01", "2026-02-02")],
    ["2026-11-01 2026-11-15", found("2026-11-01", "2026-11-15")],
    ["2026-11-01..2026-11-15", found("2026-11-01", "2026-11-15")],
    ["2026-11-01-2026-11-15", found("2026-11-01", "2026-11-15")],
  ])("%s are read", (text, wanted) => {
    expect(days(text)).toEqual(wanted);
  });

  test("without a year are the last such days", () => {
    expect(days("05.12")).toEqual(found("2025-12-05"));
    expect(days("20.12 - 05.01")).toEqual(found("2025-12-20", "2026-01-05"));
  });

  test.each([
    ["when it rained", "not-days"],
    ["", "not-days"],
    ["1.11.20266", "not-days"],
    ["31.02", "no-such-day"],
    ["2026-13-01", "no-such-day"],
    ["15.11.2026-01.11.2026", "wrong-way-round"],
  ])("%s are refused: %s", (text, failure) => {
    expect(days(text)).toEqual({ ok: false, failure });
  });

  test("of any text are a range of real days or a reason", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d./ -]{0,24}$/)), (text) => {
        const read = days(text);
        if (!read.ok) return;
        const { from, to } = read.value;
        expect(from <= to).toBe(true);
        expect([addDays(from, 0), addDays(to, 0)]).toEqual([from, to]);
      }),
    );
  });
});

describe("typed amounts", () => {
  test.each([
    ["10-50", { least: 1000, most: 5000 }],
    ["$10 – $50", { least: 1000, most: 5000 }],
    ["10,5-20,5", { least: 1050, most: 2050 }],
    ["1 000-2 000", { least: 100_000, most: 200_000 }],
    ["10..20", { least: 1000, most: 2000 }],
    [">10", { least: 1000 }],
    ["10+", { least: 1000 }],
    ["<50", { most: 5000 }],
    ["12.50", { least: 1250, most: 1250 }],
  ])("%s are read", (text, value) => {
    expect(parseRange(text)).toEqual({ ok: true, value });
  });

  test.each([
    ["", "empty"],
    ["much", "not-a-number"],
    ["-5", "negative"],
    ["50-10", "wrong-way-round"],
    ["10 €-20 €", "other-currency"],
    ["1,000", "ambiguous"],
    ["0.001+", "too-many-decimals"],
  ])("%s are refused: %s", (text, failure) => {
    expect(parseRange(text)).toEqual({ ok: false, failure });
  });
});
