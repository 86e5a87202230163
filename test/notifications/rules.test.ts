import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { translator } from "../../src/i18n.ts";
import { createSecret } from "../../src/lib/secret.ts";
import type { Facts } from "../../src/notifications/draw/facts.ts";
import { renderCode } from "../../src/notifications/draw/render-code.ts";
import { renderDigest } from "../../src/notifications/draw/render-digest.ts";
import { renderPayment } from "../../src/notifications/draw/render-payment.ts";
import { dayOf, isQuiet, readPreferences } from "../../src/notifications/preferences.ts";
import { paceFor } from "../../src/notifications/sweep/pace.ts";

const HOUR = 3_600_000;
const facts: Facts = {
  walletId: "w1",
  sandbox: false,
  quiet: false,
  ours: false,
  card: { last4: "2039", label: "Ads" },
};

describe("the pace of sweeps", () => {
  test("few people: a code is found within four seconds", () => {
    expect(paceFor({ polled: 1, live: 0 }).polled.codes).toBe(4_000);
  });

  test("however many wallets, all calls together stay within the API's 10,000 an hour", () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.nat(20_000), (polled, live) => {
        const pace = paceFor({ polled, live });
        const calls = (every: typeof pace.polled) =>
          HOUR / every.codes + HOUR / every.transactions + HOUR / every.deposits + HOUR / every.cards;
        expect(polled * calls(pace.polled) + live * calls(pace.live)).toBeLessThan(8_000);
      }),
    );
  });
});

describe("quiet hours", () => {
  const at = (hour: number) => Date.UTC(2026, 10, 23, hour);

  test("may go over midnight, in the person's own time", () => {
    const night = { zone: "+03:00", quiet: { from: 22 * 60, to: 7 * 60 } };
    expect([18, 19, 20, 3, 4, 5].map((hour) => isQuiet(night, at(hour)))).toEqual([
      false,
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(dayOf(night, at(22))).toBe("2026-11-24");
  });

  test("settings that are not as expected are as if they were not there", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (notices) => {
        const preferences = readPreferences({ notices } as Parameters<typeof readPreferences>[0]);
        expect(() => [isQuiet(preferences, 0), dayOf(preferences, 0)]).not.toThrow();
      }),
    );
  });
});

describe.each(["en", "ru"] as const)("texts in %s", (locale) => {
  const t = translator(locale);
  // Arguments of texts keep plain spaces only.
  const money = t.money;
  const transaction = {
    id: "txn_1",
    cardId: "card_1",
    type: "authorization",
    amount: -1_250,
    currency: "USD",
    merchant: { name: "FACEBK ADS" },
    createdAt: 0,
  };

  test("a payment says amount and merchant in its first line", () => {
    const payment = {
      cardId: "card_1",
      merchant: "FACEBK ADS",
      at: 0,
      receipt: "txn_1",
      authorized: 1_250,
      refunds: {},
    };
    const [first] = renderPayment(payment, { spentToday: 3_720 }, t, facts).text.split("\n");
    expect(first).toContain(money(1_250));
    expect(first).toContain("FACEBK ADS");
  });

  test("a code says code, merchant and amount in its first line, and has the two buttons of the contract", () => {
    const challenge = {
      id: "3",
      cardId: "c",
      merchant: "SPOTIFY",
      amount: 999,
      status: "pending",
      expiresAt: 9e11,
      createdAt: 0,
    };
    const drawn = renderCode({ ...challenge, otp: createSecret("847291") }, t, facts);
    const [first] = drawn.text.split("\n");
    for (const word of ["<code>847291</code>", "SPOTIFY", money(999)]) expect(first).toContain(word);
    const labels = drawn.buttons.flat().map(({ text }) => text);
    expect(labels).toEqual(locale === "en" ? ["📋 Copy code", "🚫 Not me"] : ["📋 Скопировать код", "🚫 Это не я"]);
  });

  test.each([1, 2, 5, 21])("a digest of %i payments is counted right", (count) => {
    const notices = Array.from({ length: count }, (_, n) => ({
      kind: "payment" as const,
      step: { state: "authorized" as const, transaction: { ...transaction, id: `txn_${n}` } },
    }));
    const words: Record<string, Record<number, string>> = {
      en: { 1: "1 payment for", 2: "2 payments for", 5: "5 payments for", 21: "21 payments for" },
      ru: { 1: "1 платёж на", 2: "2 платежа на", 5: "5 платежей на", 21: "21 платёж на" },
    };
    expect(renderDigest(notices, t, facts).text).toContain(words[locale]?.[count]);
  });

  test("the sandbox puts its badge before a push, and the wallet's name stands there only when there are several", () => {
    const payment = { cardId: "c", merchant: "M", at: 0, receipt: "t", authorized: 100, refunds: {} };
    expect(renderPayment(payment, {}, t, { ...facts, sandbox: true }).text).toMatch(/^🧪 /);
    expect(renderPayment(payment, {}, t, facts).text).not.toContain("👛");
    expect(renderPayment(payment, {}, t, { ...facts, walletName: "Ads <1>" }).text).toContain("Ads &lt;1&gt;");
  });
});
