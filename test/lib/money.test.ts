import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AmountProblem, centsFromApi, centsToApi, parseAmount } from "../../src/lib/money.ts";

const someCents = fc.integer({ min: 0, max: 100_000_000 });
const CURRENCY = { style: "currency", currency: "USD" } as const;

describe("amounts on the wire", () => {
  test("survive the way there and back as JSON", () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 13), max: 10 ** 13 }), (cents) => {
        expect(centsFromApi(JSON.parse(JSON.stringify(centsToApi(cents))))).toBe(cents);
        expect(centsFromApi((cents / 100).toFixed(2))).toBe(cents);
      }),
    );
  });

  test("may have drifted by adding up, but not by a third decimal", () => {
    expect(centsFromApi(0.1 + 0.2)).toBe(30);
    expect(centsFromApi(1.005 - 0.005)).toBe(100);
    expect(() => centsFromApi(1.005)).toThrow(RangeError);
    expect(() => centsFromApi("1.005")).toThrow(RangeError);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1e30, "", " ", "12,50", "1e3", "0x10", "$5", "1 000"])(
    "that are none are refused: %j",
    (value) => {
      expect(() => centsFromApi(value)).toThrow(RangeError);
    },
  );

  test("are never a negative zero, nor a fraction of a cent", () => {
    expect(Object.is(centsFromApi(-0), 0)).toBe(true);
    expect(() => centsToApi(0.5)).toThrow(RangeError);
    expect(() => centsToApi(Number.NaN)).toThrow(RangeError);
  });
});

describe("a typed amount", () => {
  test.each([
    ["25", 2_500],
    ["$25", 2_500],
    ["25$", 2_500],
    ["25 $", 2_500],
    ["25 USD", 2_500],
    ["usd25", 2_500],
    ["US$25", 2_500],
    ["25 dollars", 2_500],
    ["25 долл.", 2_500],
    ["25 долларов", 2_500],
    ["25 Долларов", 2_500],
    ["25,5", 2_550],
    ["25.05", 2_505],
    [",5", 50],
    ["0", 0],
    ["007", 700],
    ["1 000,50", 100_050],
    ["1\u00a0000,50", 100_050],
    ["1\u202f000,50\u00a0$", 100_050],
    ["1\u2009000.5", 100_050],
    ["1'000.50", 100_050],
    ["1’000.50", 100_050],
    ["1,000.50", 100_050],
    ["1.000,50", 100_050],
    ["1,000,000", 100_000_000],
    ["1.000.000", 100_000_000],
    ["1.000.000,5", 100_000_050],
    ["1 000 000", 100_000_000],
    ["1000", 100_000],
    ["1k", 100_000],
    ["1к", 100_000],
    ["1К", 100_000],
    ["1.5k", 150_000],
    ["1,5к $", 150_000],
    ["$2 k", 200_000],
    ["２５", 2_500],
    ["  25\n", 2_500],
  ])("%j is %i cents", (text, cents) => {
    expect(parseAmount(text)).toEqual({ ok: true, value: cents });
  });

  test.each<[string, AmountProblem["kind"]]>([
    ["", "empty"],
    ["   ", "empty"],
    ["$", "empty"],
    ["1e3", "not-a-number"],
    ["abc", "not-a-number"],
    ["5²", "not-a-number"],
    ["½", "not-a-number"],
    ["2+2", "not-a-number"],
    ["0x10", "not-a-number"],
    ["1 0", "not-a-number"],
    ["10 50", "not-a-number"],
    ["1,00,0", "not-a-number"],
    ["1,00.50", "not-a-number"],
    ["1.000,000.5", "not-a-number"],
    ["1$000", "not-a-number"],
    ["25 30", "not-a-number"],
    ["9".repeat(30), "not-a-number"],
    ["1.2345", "too-many-decimals"],
    ["0,125", "too-many-decimals"],
    ["1000.500", "too-many-decimals"],
    ["1 000,505", "too-many-decimals"],
    ["1,000.505", "too-many-decimals"],
    ["1.234567k", "too-many-decimals"],
    ["-5", "negative"],
    ["-$5", "negative"],
    ["$-5", "negative"],
    ["−12,50\u00a0$", "negative"],
    ["–5", "negative"],
    ["-1,000", "negative"],
    ["-", "not-a-number"],
    ["25 €", "other-currency"],
    ["€25", "other-currency"],
    ["25 ₽", "other-currency"],
    ["25 руб", "other-currency"],
    ["25 рублей", "other-currency"],
    ["25р", "other-currency"],
    ["25 EUR", "other-currency"],
    ["rub 25", "other-currency"],
    ["25 usdt", "other-currency"],
    ["C$25", "other-currency"],
    ["$25 €", "other-currency"],
  ])("%j is refused as %s", (text, kind) => {
    expect(parseAmount(text)).toMatchObject({ ok: false, failure: { kind } });
  });

  test.each<[string, [number, number]]>([
    ["1,000", [100_000, 100]],
    ["1.000", [100_000, 100]],
    ["$1,000", [100_000, 100]],
    ["12.500 долл.", [1_250_000, 1_250]],
    ["1,234", [123_400, 123]],
    ["1,000k", [100_000_000, 100_000]],
  ])("%j is left to the person", (text, readings) => {
    expect(parseAmount(text)).toEqual({ ok: false, failure: { kind: "ambiguous", readings } });
  });

  test.each(["en-US", "ru-RU", "de-CH"])("is understood the way %s writes it", (locale) => {
    const formats = [
      new Intl.NumberFormat(locale, CURRENCY),
      new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    ];
    fc.assert(
      fc.property(someCents, fc.constantFrom(...formats), (cents, format) => {
        expect(parseAmount(format.format(cents / 100))).toEqual({ ok: true, value: cents });
      }),
    );
  });

  test.each(["en-US", "ru-RU"])("below zero is told as such the way %s writes it", (locale) => {
    const format = new Intl.NumberFormat(locale, CURRENCY);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000_000 }), fc.boolean(), (cents, typographic) => {
        const text = format.format(-cents / 100);
        const outcome = parseAmount(typographic ? text.replace("-", "\u2212") : text);
        expect(outcome).toEqual({ ok: false, failure: { kind: "negative" } });
      }),
    );
  });

  test("may be any text: the answer is whole cents of nothing less than zero, or a word", () => {
    const signs = fc.string({ unit: fc.constantFrom(..."0123456789.,' -−$€kкуsd\u00a0\u202f₽e+") });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), signs), (text) => {
        const outcome = parseAmount(text);
        if (outcome.ok) expect(Number.isSafeInteger(outcome.value) && outcome.value >= 0).toBe(true);
        else expect(outcome.failure.kind).toMatch(/^[a-z-]+$/);
      }),
      { numRuns: 2_000 },
    );
  });
});
