import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { cardSchema, detailsSchema } from "../../src/cryptocardy/schemas/card.ts";
import { momentOf, snakeKeys } from "../../src/cryptocardy/schemas/primitives.ts";
import { transactionSchema } from "../../src/cryptocardy/schemas/transaction.ts";
import { walletSchema } from "../../src/cryptocardy/schemas/wallet.ts";
import { sample } from "../contract/samples.ts";

const CARD = JSON.parse(sample("card"));
const AT = Date.parse("2026-04-15T12:00:00Z");

afterEach(() => vi.unstubAllEnvs());

test.each<[string | number, number]>([
  ["2026-04-15T12:00:00Z", AT],
  ["2026-04-15T12:00:00+00:00", AT],
  ["2026-04-15T14:00:00+02:00", AT],
  ["2026-04-15T12:00:00.000Z", AT],
  ["2026-04-15T12:00:00", AT],
  ["2026-04-15 12:00:00", AT],
  [AT, AT],
  [AT / 1000, AT],
  [String(AT / 1000), AT],
  [AT / 1000 + 0.5, AT + 500],
  [1e16, Number.NaN],
  [-1e13, Number.NaN],
  ["soon", Number.NaN],
  ["", Number.NaN],
])("%j is the moment %d wherever the program runs", (value, at) => {
  for (const zone of ["UTC", "Asia/Tokyo", "America/New_York"]) {
    vi.stubEnv("TZ", zone);
    expect(momentOf(value)).toBe(at);
  }
});

test("every moment is read back, to the millisecond", () => {
  fc.assert(
    fc.property(fc.date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }), (date) => {
      expect(momentOf(date.toISOString())).toBe(date.getTime());
      expect(momentOf(date.getTime())).toBe(date.getTime());
    }),
  );
});

describe("a card", () => {
  test.each(["id", "bin_id", "network", "last4", "status", "balance", "created_at"])(
    "without %s is refused by that name",
    (name) => {
      const { [name]: _, ...rest } = CARD;
      expect(cardSchema.safeParse(rest).error?.issues[0]?.path).toEqual([name]);
      expect(cardSchema.safeParse({ ...CARD, [name]: { odd: true } }).error?.issues[0]?.path).toEqual([name]);
    },
  );

  test.each(["label", "spending_limit", "total_spent", "transaction_count", "metadata", "expires_at", "last_used_at"])(
    "without a readable %s is a card all the same",
    (name) => {
      const whole = Object.keys(cardSchema.parse(CARD));
      for (const odd of [null, { odd: true }, ["odd"], undefined]) {
        if (name === "metadata" && odd?.constructor === Object) continue;
        expect(Object.keys(cardSchema.parse({ ...CARD, [name]: odd }))).toHaveLength(whole.length - 1);
      }
    },
  );

  test("keeps the leading zeros of its number, also when they come as a number", () => {
    expect(cardSchema.parse({ ...CARD, last4: 9 }).last4).toBe("0009");
  });

  test("number in groups and a year in two digits are made plain", () => {
    const details = JSON.parse(sample("card-details"));
    const read = detailsSchema.parse({ ...details, pan: "4916 5312 8847 2039", exp_year: 29, exp_month: "04" });
    expect([read.pan.reveal(), read.expMonth, read.expYear]).toEqual(["4916531288472039", 4, 2029]);
  });
});

test("a transaction without a merchant has an empty name", () => {
  const [row] = JSON.parse(sample("transactions-page")).data;
  for (const merchant of [undefined, null, 5, {}]) {
    expect(transactionSchema.parse({ ...row, merchant }).merchant).toEqual({ name: "" });
  }
});

test("a statistic of the wallet may be missing, but not be nonsense", () => {
  const wallet = JSON.parse(sample("wallet-balance"));
  expect(walletSchema.parse({ balance: 1 })).toMatchObject({
    balance: 100,
    currency: "USD",
    totalSpent: 0,
    cardsActive: 0,
  });
  expect(walletSchema.safeParse({ ...wallet, total_spent: "a lot" }).success).toBe(false);
  expect(walletSchema.safeParse({ ...wallet, balance: null }).success).toBe(false);
});

test("reading camelCase loses nothing that was already written as documented", () => {
  const name = fc.stringMatching(/^[a-z]{1,4}(_[a-z]{2,4}){0,2}$/);
  fc.assert(
    fc.property(fc.dictionary(name, fc.jsonValue()), (fields) => {
      expect(snakeKeys(fields)).toEqual(fields);
      const camel = Object.fromEntries(
        Object.entries(fields).map(([key, value]) => [
          key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
          value,
        ]),
      );
      expect(snakeKeys({ ...camel, ...fields })).toEqual(fields);
    }),
  );
});
