import { describe, expect, test } from "vitest";
import { parseHtml } from "../../../sandbox/telegram/entities/html.ts";
import { toKeyboard } from "../../../src/bot/callback.ts";
import type { BatchLine } from "../../../src/bot/features/bulk/batch.ts";
import { batchScreen } from "../../../src/bot/features/bulk/batch-view.ts";
import { type CardOutcome, frozenScreen, limitedScreen } from "../../../src/bot/features/bulk/outcome-view.ts";
import { MOST_PICKED, toPicked } from "../../../src/bot/features/bulk/picks.ts";
import * as bulk from "../../../src/bot/features/bulk/view.ts";
import { amountSettingScreen, settingProblemScreen } from "../../../src/bot/features/card-settings/amount-view.ts";
import { categoriesScreen } from "../../../src/bot/features/card-settings/categories-view.ts";
import { askLabelScreen, previewScreen } from "../../../src/bot/features/card-settings/label-view.ts";
import { selectionOf } from "../../../src/bot/features/card-settings/selection.ts";
import { tagProblemScreen, tagsScreen } from "../../../src/bot/features/card-settings/tags-view.ts";
import { settingsScreen } from "../../../src/bot/features/card-settings/view.ts";
import { cardScreen } from "../../../src/bot/features/cards/card-view.ts";
import { closeScreen } from "../../../src/bot/features/cards/close-view.ts";
import { filterScreen, searchScreen } from "../../../src/bot/features/cards/filter-view.ts";
import { cardListScreen } from "../../../src/bot/features/cards/list-view.ts";
import { confirmScreen } from "../../../src/bot/features/transfer/view.ts";
import { type Screen, withBadge } from "../../../src/bot/screen.ts";
import type { Card } from "../../../src/cryptocardy/types.ts";
import { LOCALES, type Translator, translator } from "../../../src/i18n.ts";
import { codesOf, MERCHANT_GROUPS } from "../../../src/lib/merchant-categories.ts";

// As long and as hostile as what people and the provider can write.
const NAME = `<b>&"${"Ж".repeat(60)}`;
const WALLET = "zZ9zZ9";
const tags = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`<k${at}>${"ы".repeat(40)}`, "&".repeat(40)]));
const card: Card = {
  id: "card_8xK2m9Lp4q",
  binId: "491653",
  network: "visa",
  last4: "2039",
  status: "active",
  balance: 123_456_789,
  label: NAME,
  spendingLimit: 100_000_000,
  totalSpent: 123_456_789,
  transactionCount: 21,
  allowedCategories: ["7311", "<odd>", "3000", ...Array(40).fill("advertising<")],
  autoFreezeAt: 100_000_000,
  metadata: tags,
  createdAt: 0,
  expiresAt: 1,
  lastUsedAt: 1,
};
const everything = MERCHANT_GROUPS.flatMap(codesOf);
const of = { walletId: WALLET, card, spent: 5, highest: 200_000_000 };
const subject = { walletId: WALLET, cardId: card.id, last4: "2039", network: "visa", label: NAME };
const categories = (allowed: string[]) => ({ walletId: WALLET, cardId: card.id, title: `${NAME} ·2039`, allowed });
const many = Array.from({ length: MOST_PICKED }, () => toPicked(card));
const page = { items: Array<Card>(6).fill(card), page: 12, pages: 24, total: 142, unread: 21 };
const upcoming = Array.from({ length: 9 }, (_, days) => ({
  cardId: card.id,
  merchant: NAME.repeat(9),
  amount: 1,
  days,
}));
const transfer = { ...subject, kind: "withdraw", cardBalance: 123_456_789, walletBalance: 5 } as const;
const filter = { status: "frozen", binId: "491653", label: NAME, tag: NAME, sort: "balance", order: "asc" } as const;
const bins = Array.from({ length: 12 }, (_, at) => ({
  id: `49165${at}`,
  network: "mastercard",
  threeDs: true,
  applePay: true,
  googlePay: true,
  bestFor: [],
}));
const failure = { kind: "rejected" as const, text: "<".repeat(300) };
const outcomes: CardOutcome[] = many.map((picked) => ({ card: picked, kind: "failed", failure }));
const states = ["waiting", "done", "failed", "unknown", "expired"] as const;
const lines: BatchLine[] = many.map((picked, at) => ({ card: picked, state: states[at % 5] ?? "done" }));
const batch = { walletId: WALLET, operations: [], cards: many, amount: 500_000 };
const plan = { cards: many, amount: 500_000, wallet: 99_999_999 };
const picks = { ...page, shown: many.slice(0, 6), picked: many };

function screens(t: Translator): Screen[] {
  return [
    cardScreen(t, WALLET, card, 5),
    cardScreen(t, WALLET, card),
    cardListScreen(t, WALLET, page, filter),
    cardListScreen(t, WALLET, { ...page, items: [] }, filter),
    cardListScreen(t, WALLET, { ...page, items: [] }),
    closeScreen(t, card, "AAAAAAAA"),
    closeScreen(t, card, "AAAAAAAA", { count: 0, more: false }),
    closeScreen(t, card, "AAAAAAAA", { count: 0, more: true }, upcoming.slice(0, 1)),
    closeScreen(t, card, "AAAAAAAA", { count: 21, more: true }, upcoming),
    confirmScreen(t, transfer, 1, "AAAAAAAA", upcoming),
    filterScreen(t, WALLET, {}, bins),
    filterScreen(t, WALLET, filter, bins),
    searchScreen(t, WALLET, Object.keys(tags)),
    settingsScreen(t, of, true),
    settingsScreen(t, { walletId: WALLET, card: { ...card, allowedCategories: everything } }),
    askLabelScreen(t, subject, 41),
    previewScreen(t, subject, "AAAAAAAA", NAME),
    amountSettingScreen(t, "limit", of, { change: "not-taken" }),
    amountSettingScreen(t, "limit", { ...of, spent: 200_000_000 }, { change: "saved" }),
    amountSettingScreen(t, "freeze-at", of, { change: "saved" }),
    settingProblemScreen(t, "limit", subject, { kind: "ambiguous", readings: [100, 100_000] }),
    settingProblemScreen(t, "freeze-at", subject, { kind: "too-much", limit: 1 }),
    categoriesScreen(t, categories([]), selectionOf(everything)),
    categoriesScreen(t, categories(card.allowedCategories ?? []), selectionOf(everything), true),
    categoriesScreen(t, categories(everything), selectionOf(card.allowedCategories ?? [])),
    tagsScreen(t, { walletId: WALLET, card, others: Object.keys(tags).slice(0, 4) }, "not-taken"),
    tagProblemScreen(t, WALLET, card.id, { kind: "too-long" }),
    bulk.picksScreen(t, WALLET, picks),
    bulk.limitScreen(t, WALLET, many, { kind: "other-currency" }),
    bulk.limitScreen(t, WALLET, many, { kind: "ambiguous", readings: [100, 100_000] }),
    bulk.tooLittleScreen(t, WALLET, 25, 1),
    bulk.fundConfirmScreen(t, WALLET, "AAAAAAAA", plan),
    bulk.nothingMovedScreen(t, WALLET),
    bulk.nobodyScreen(t, WALLET),
    { text: bulk.fundText(t, many, 1), buttons: [[{ text: "x", act: { name: "home.open" } }]] },
    frozenScreen(t, WALLET, outcomes),
    limitedScreen(t, WALLET, outcomes, 1),
    batchScreen(t, "AAAAAAAA", batch, lines),
    batchScreen(
      t,
      "AAAAAAAA",
      batch,
      lines.filter(({ state }) => state !== "waiting"),
    ),
  ];
}

describe.each(LOCALES)("every screen of cards, their settings and several at once, in %s", (locale) => {
  const t = translator(locale);
  const drawn = screens(t);

  test("says in words what a bar shows, before it, and the same without bars", () => {
    const barred = [cardScreen(t, WALLET, card, 5), amountSettingScreen(t, "limit", of)];
    const plain = [cardScreen(t, WALLET, card, 5, false), amountSettingScreen(t, "limit", of, { bars: false })];
    for (const [at, { text }] of barred.entries()) {
      const line = text.split("\n").find((one) => one.includes("░")) ?? "";
      expect(line).toMatch(/\d.* [▓░]{10}$/u);
      expect(plain[at]?.text).toBe(text.replace(/ [▓░]{10}/u, ""));
    }
  });

  test("is HTML that Telegram takes, short enough with its badge", () => {
    for (const screen of drawn) {
      const { text } = parseHtml(withBadge(t, true, screen.text));
      expect(text.length).toBeLessThanOrEqual(4096);
      expect(text).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  test("has buttons that fit: 64 bytes of data, words on each, at most three in a row", () => {
    for (const { buttons } of drawn) {
      for (const row of toKeyboard(buttons).inline_keyboard) {
        expect(row.length).toBeLessThanOrEqual(3);
        for (const { text } of row) expect(text).toMatch(/[\p{L}\d]/u);
      }
    }
  });

  test("leads somewhere", () => {
    for (const { buttons, text } of drawn) expect(buttons.flat().length, text).toBeGreaterThan(0);
  });
});
