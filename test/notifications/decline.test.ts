import { describe, expect, test } from "vitest";
import type { Card } from "../../src/cryptocardy/types.ts";
import { translator } from "../../src/i18n.ts";
import { renderPayment } from "../../src/notifications/draw/render-payment.ts";
import {
  type CardState,
  type DeclineCause,
  type Explanation,
  explainDecline,
} from "../../src/notifications/tell/decline.ts";
import type { Declines } from "../../src/notifications/tell/habits.ts";

const NOW = Date.UTC(2026, 10, 23);
const card: Card = {
  id: "card_1",
  binId: "491653",
  network: "visa",
  last4: "2039",
  status: "active",
  balance: 5_000,
  createdAt: 0,
  expiresAt: NOW + 1,
};
const bin = { id: "491653", network: "visa", threeDs: true, applePay: true, googlePay: true, bestFor: [] };
const state = (change: Partial<Card> = {}, more: Partial<CardState> = {}): CardState => ({
  card: { ...card, ...change },
  now: NOW,
  ...more,
});

describe("why a payment was declined", () => {
  test.each<[string, DeclineCause]>([
    ["insufficient_funds", "insufficient"],
    ["card_frozen", "frozen"],
    ["card_not_active", "inactive"],
    ["card_terminated", "terminated"],
    ["card_expired", "expired"],
    ["incorrect_cvv", "details"],
    ["incorrect_expiry", "details"],
    ["category_not_allowed", "category"],
    ["transaction_limit_exceeded", "payment-maximum"],
    ["bin_monthly_limit_exceeded", "month-maximum"],
    ["monthly_limit_exceeded", "limit"],
    ["3ds_failed", "code-wrong"],
    ["3ds_expired", "code-late"],
    ["issuer_said_no", "unknown"],
  ])("the provider's %s is %s, whatever else may be wrong with the card", (reason, cause) => {
    expect(explainDecline({ amount: 100, reason }, { now: NOW }).cause).toBe(cause);
    if (cause !== "unknown")
      expect(explainDecline({ amount: 100, reason }, state({ status: "frozen" })).cause).toBe(cause);
  });

  test.each<[DeclineCause, CardState]>([
    ["terminated", state({ status: "terminated", balance: 0 })],
    ["inactive", state({ status: "pending_top_up", balance: 0 })],
    ["frozen", state({ status: "frozen", balance: 0 })],
    ["expired", state({ expiresAt: NOW - 1 })],
    ["category", state({ allowedCategories: ["7311", "travel"] })],
    ["payment-maximum", state({}, { bin: { ...bin, maxTransaction: 900 } })],
    ["month-maximum", state({}, { bin: { ...bin, maxMonthly: 5_000 }, spent: 4_500 })],
    ["limit", state({ spendingLimit: 2_000 }, { spent: 1_500 })],
    ["insufficient", state({ balance: 999 })],
    ["unknown", state()],
  ])("without a reason, %s is worked out from the card", (cause, known) => {
    expect(explainDecline({ amount: 1_000, mcc: "5812", category: "food" }, known).cause).toBe(cause);
  });

  test("what is missing is the amount less the balance, but no less than can be funded", () => {
    const declined = { amount: 6_000, reason: "insufficient_funds" };
    expect(explainDecline({ ...declined, balance: 5_500 }, { now: NOW })).toEqual({
      cause: "insufficient",
      missing: 500,
    });
    expect(explainDecline({ ...declined, balance: 5_999 }, { now: NOW }).missing).toBe(100);
    expect(explainDecline(declined, state()).missing).toBe(1_000);
    expect(explainDecline({ ...declined, balance: 6_000 }, { now: NOW }).missing).toBeUndefined();
    expect(explainDecline(declined, { now: NOW })).toEqual({ cause: "insufficient" });
  });

  test("allowed categories may be names or codes, and an empty list allows everything", () => {
    const declined = { amount: 100, mcc: "7311", category: "Advertising" };
    for (const allowedCategories of [[], ["7311"], ["advertising"]]) {
      expect(explainDecline(declined, state({ allowedCategories })).cause).toBe("unknown");
    }
  });
});

describe.each(["en", "ru"] as const)("a decline in %s", (locale) => {
  const t = translator(locale);
  const facts = { walletId: "w1", sandbox: false, quiet: false, ours: false };
  const payment = { cardId: "c", merchant: "M", at: 0, receipt: "t", declined: { amount: 1_000 }, refunds: {} };
  const draw = (why: Explanation) => renderPayment(payment, { why }, t, facts);
  const mends: [Explanation, string][] = [
    [{ cause: "insufficient", missing: 500 }, "fund.start"],
    [{ cause: "inactive" }, "fund.start"],
    [{ cause: "frozen" }, "card.unfreeze"],
    [{ cause: "limit", bound: 2_000 }, "card.limit"],
    [{ cause: "category" }, "card.categories"],
    [{ cause: "payment-maximum", bound: 2_000 }, "issue.start"],
    [{ cause: "month-maximum" }, "issue.start"],
    [{ cause: "expired" }, "issue.start"],
    [{ cause: "terminated" }, "cards.open"],
    [{ cause: "details" }, "details.open"],
    [{ cause: "code-wrong" }, "hot.start"],
    [{ cause: "code-late" }, "hot.start"],
    [{ cause: "unknown" }, "card.open"],
  ];

  test.each(mends)("%o says why, and its first button mends it", (why, act) => {
    const { text, buttons } = draw(why);
    expect(text.split("\n")).toHaveLength(3);
    expect(buttons[0]?.[0]).toMatchObject({ act: { name: act, wallet: "w1" } });
  });

  test("the missing amount stands on the button and is preset behind it", () => {
    const [button] = draw({ cause: "insufficient", missing: 500 }).buttons[0] ?? [];
    expect(button?.text.replace(/\s/g, " ")).toContain(t.money(500).replace(/\s/g, " "));
    expect(button).toMatchObject({ act: { name: "fund.start", id: "c", arg: "500" } });
  });

  test.each<[Declines, string[]]>([
    [{ row: 1, day: 1, of: 3 }, []],
    [{ row: 2, day: 2, of: 3 }, locale === "en" ? ["in a row for lack of money: 2 of 3"] : ["нехватки денег: 2 из 3"]],
    [{ row: 3, day: 5 }, locale === "en" ? ["in a row for lack of money: 3. Issuers"] : ["нехватки денег: 3. Карту"]],
    [{ row: 0, day: 2, of: 2 }, locale === "en" ? ["in 24 hours: 2"] : ["за 24 часа: 2"]],
    [{ row: 0, day: 1, of: 2 }, []],
  ])("of %o is said how many there were, when there was more than one", (declines, words) => {
    const [, , , ...more] = renderPayment(payment, { why: { cause: "unknown" }, declines }, t, facts).text.split("\n");
    expect(more).toEqual(words.map((word) => expect.stringContaining(word)));
  });

  test("the guard asks in plain numbers, with a button that freezes and one that funds", () => {
    const guard = { alarm: { kind: "in-a-row" as const, count: 2 }, frozen: false };
    const asked = renderPayment(payment, { why: { cause: "insufficient", missing: 500 }, guard }, t, facts);
    expect(asked.text).toContain(locale === "en" ? "2 declines" : "2 платежа подряд отклонены");
    expect(asked.buttons.flat().map((button) => "act" in button && button.act.name)).toEqual([
      "guard.freeze",
      "fund.start",
      "receipt.open",
    ]);
    const done = renderPayment(payment, { why: { cause: "unknown" }, guard: { ...guard, frozen: true } }, t, facts);
    expect(done.buttons.flat().map((button) => "act" in button && button.act.name)).toContain("card.unfreeze");
  });
});
