import { describe, expect, test } from "vitest";
import { parseHtml } from "../../../sandbox/telegram/entities/html.ts";
import { toKeyboard } from "../../../src/bot/callback.ts";
import { askScreen } from "../../../src/bot/features/history/asking-view.ts";
import { planBlock } from "../../../src/bot/features/history/block.ts";
import { blockedScreen, blockScreen } from "../../../src/bot/features/history/block-view.ts";
import { csvCaption, csvScreen, emptyCsvScreen } from "../../../src/bot/features/history/csv-view.ts";
import { historyScreen, type ListOf } from "../../../src/bot/features/history/list-view.ts";
import { receiptScreen } from "../../../src/bot/features/history/receipt-view.ts";
import * as sheet from "../../../src/bot/features/history/sheet-view.ts";
import { type Screen, withBadge } from "../../../src/bot/screen.ts";
import type { Page, Transaction } from "../../../src/cryptocardy/types.ts";
import { LOCALES, type Translator, translator } from "../../../src/i18n.ts";
import { codesOf, MERCHANT_GROUPS } from "../../../src/lib/merchant-categories.ts";

// As long and as hostile as names from people and from the provider can be.
const HOSTILE = `<b>&"${"Ж".repeat(300)}`;
const WALLET = "zZ9zZ9";
const CARD = "card_8xK2m9Lp4q";
const NOW = Date.UTC(2026, 10, 23, 22, 30);
const HOUR = 3_600_000;

const movement = (index: number, changes: Partial<Transaction> = {}): Transaction => ({
  id: `txn_a1b2c3d${index}`,
  cardId: CARD,
  type: "settlement",
  amount: -123_456_789,
  currency: "USD",
  merchant: { name: HOSTILE, mcc: "7311", category: "advertising", country: "US" },
  createdAt: NOW - index * 25 * HOUR,
  ...changes,
});

const page = (items: Transaction[], changes: Partial<Page<Transaction>> = {}): Page<Transaction> => ({
  items,
  page: 1,
  perPage: 20,
  total: 41,
  more: true,
  ...changes,
});

const every: ListOf = {
  walletId: WALLET,
  filters: {},
  plain: true,
  zone: "+05:30",
  now: NOW,
  cards: { [CARD]: { last4: "2039", label: HOSTILE } },
};
const filtered: ListOf = {
  ...every,
  plain: false,
  filters: {
    cardId: CARD,
    type: "settlement",
    period: { kind: "days", from: "2026-01-01", to: "2026-11-23" },
    merchant: HOSTILE.slice(0, 40),
    least: 1,
    most: 500_000,
    perPage: 20,
  },
};
const twenty = Array.from({ length: 20 }, (_, index) => movement(index));
const card = {
  id: CARD,
  binId: "491653",
  network: "visa",
  last4: "2039",
  status: "active",
  balance: 1,
  label: HOSTILE,
  createdAt: NOW,
};

function screens(t: Translator): Screen[] {
  const odd = movement(1, {
    type: "<odd>",
    declineReason: HOSTILE,
    threeDs: { status: HOSTILE },
    balanceAfter: 0,
    timeline: Array.from({ length: 6 }, () => ({ status: HOSTILE, at: NOW })),
    merchant: { name: "", country: "<x>", mcc: "0", category: HOSTILE },
  });
  const receipt = { walletId: WALLET, transaction: movement(0), card: HOSTILE };
  const plans = [
    planBlock([], { name: "" }),
    planBlock([], odd.merchant),
    planBlock(["5968"], { name: "", mcc: "7311" }),
    planBlock(["7311"], { name: "", mcc: "7311" }),
    planBlock(["7311", "5968"], { name: "", mcc: "7311" }),
  ];
  return [
    historyScreen(t, every, page(twenty)),
    historyScreen(t, { ...every, filters: { cardId: CARD } }, page(twenty, { page: 500 })),
    historyScreen(t, filtered, page(twenty, { page: 3 })),
    historyScreen(t, filtered, page([], { more: false, total: 0 })),
    historyScreen(t, every, page([], { more: false, total: 0 })),
    receiptScreen(t, { ...receipt, origin: "f500" }),
    receiptScreen(t, { ...receipt, transaction: odd }),
    ...plans.flatMap((plan) => [blockScreen(t, receipt, plan), blockedScreen(t, receipt, plan)]),
    ...[every, filtered].flatMap((of) => [
      sheet.sheetScreen(t, of),
      sheet.typeSheet(t, of),
      sheet.periodSheet(t, of),
      sheet.sizeSheet(t, of),
      sheet.cardSheet(t, of, { items: Array(8).fill(card), page: 2, perPage: 8, more: true }),
      csvScreen(t, of),
      emptyCsvScreen(t, of),
    ]),
    ...(["merchant", "days", "amount"] as const).map((what) =>
      askScreen(t, { walletId: WALLET, what, problem: "empty" }),
    ),
  ];
}

describe.each(LOCALES)("every screen of the history in %s", (locale) => {
  const t = translator(locale);
  const drawn = screens(t);

  test("is HTML that Telegram takes, short enough, with no more entities than it keeps", () => {
    for (const screen of drawn) {
      const { text, entities } = parseHtml(withBadge(t, true, screen.text));
      expect(text.length).toBeLessThanOrEqual(4096);
      expect(entities.length).toBeLessThanOrEqual(100);
    }
    const caption = csvCaption(t, filtered, { count: 2000, capped: true, from: "2026-01-01", to: "2026-11-23" });
    expect(parseHtml(withBadge(t, true, caption)).text.length).toBeLessThanOrEqual(1024);
  });

  test("has buttons that fit, words on each, and a way on", () => {
    for (const { buttons } of drawn) {
      const rows = toKeyboard(buttons).inline_keyboard;
      expect(rows.flat().length).toBeGreaterThan(0);
      for (const row of rows) {
        expect(row.length).toBeLessThanOrEqual(5);
        for (const { text } of row) expect(text).toMatch(/[\p{L}\d]/u);
      }
    }
  });
});

test("days are those of the person's zone", () => {
  const late = movement(0, { createdAt: Date.UTC(2026, 10, 22, 22, 30) });
  const { text } = historyScreen(translator("en"), { ...every, zone: "Europe/Moscow" }, page([late]));
  expect(text).toContain("November 23, 2026");
  expect(text).toContain("Days are counted in UTC+3");
});

test("a card's history names the card", () => {
  const cards = { [CARD]: { last4: "2039", label: "Ads" } };
  const of = { ...every, filters: { cardId: CARD }, cards };
  expect(historyScreen(translator("en"), of, page([movement(0)])).text).toContain("Showing: Ads ·2039");
});

test("a receipt says its category once", () => {
  const about = (merchant: Transaction["merchant"]) =>
    receiptScreen(translator("en"), { walletId: WALLET, card: "·2039", transaction: movement(0, { merchant }) }).text;
  expect(about({ name: "CASINO", mcc: "7995" })).toContain("🎰 Gambling · MCC 7995");
  expect(about({ name: "CAB", mcc: "4121" })).toContain(" · taxis · MCC 4121");
});

describe("blocking the category of a shop", () => {
  const ads = { name: "META", mcc: "7311", category: "advertising" };
  const all = MERCHANT_GROUPS.flatMap(codesOf);

  test("of a card that pays everywhere allows everything else we know", () => {
    const plan = planBlock([], ads);
    expect(plan).toMatchObject({ kind: "change", all: true });
    expect("allowed" in plan && plan.allowed).toEqual(all.filter((code) => code !== "7311"));
  });

  test("of a card with a list takes its group off the list, by code or by name", () => {
    expect(planBlock(["5815", "5968", "7311"], { name: "", mcc: "5815" })).toMatchObject({
      allowed: ["7311"],
      all: false,
    });
    expect(planBlock(["advertising", "travel"], ads)).toMatchObject({ allowed: ["travel"] });
    expect(planBlock(["Advertising", "travel"], { name: "", category: "advertising" })).toMatchObject({
      allowed: ["travel"],
    });
  });

  test("never leaves an empty list, which would allow everything", () => {
    expect(planBlock(["7311"], ads)).toMatchObject({ kind: "last" });
  });

  test("says so when the card does not pay there as it is, or when nothing is known of the shop", () => {
    expect(planBlock(["5968"], ads)).toMatchObject({ kind: "blocked" });
    expect(planBlock([], { name: "META", category: "advertising" })).toEqual({ kind: "unknown" });
  });
});
