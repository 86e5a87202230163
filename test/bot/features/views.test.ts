import { describe, expect, test } from "vitest";
import { parseHtml } from "../../../sandbox/telegram/entities/html.ts";
import { ASSETS } from "../../../src/bot/assets.ts";
import { toKeyboard } from "../../../src/bot/callback.ts";
import { cancelledScreen, nothingScreen } from "../../../src/bot/features/cancel/cancel.ts";
import * as codes from "../../../src/bot/features/codes/view.ts";
import { depositScreen } from "../../../src/bot/features/deposit/detail-view.ts";
import { depositsScreen } from "../../../src/bot/features/deposit/list-view.ts";
import * as deposit from "../../../src/bot/features/deposit/view.ts";
import * as details from "../../../src/bot/features/details/view.ts";
import { helpScreen, privacyScreen } from "../../../src/bot/features/help/help.ts";
import * as home from "../../../src/bot/features/home/view.ts";
import * as leave from "../../../src/bot/features/leave/view.ts";
import * as onboarding from "../../../src/bot/features/onboarding/view.ts";
import * as seed from "../../../src/bot/features/seed/view.ts";
import { languageScreen } from "../../../src/bot/features/settings/view.ts";
import { statusScreen } from "../../../src/bot/features/status/view.ts";
import * as wallets from "../../../src/bot/features/wallets/view.ts";
import { type Screen, withBadge } from "../../../src/bot/screen.ts";
import { LOCALES, type Translator, translator } from "../../../src/i18n.ts";
import { createSecret } from "../../../src/lib/secret.ts";

// As long and as hostile as names from people and from the provider can be.
const NAME = `<b>&"${"Ж".repeat(28)}`;
const WALLET = "zZ9zZ9";
const ID = "card_8xK2m9Lp4q";
const NOW = Date.UTC(2026, 10, 23);
const LONG_ADDRESS = "4".repeat(106);
const png = Buffer.from("png");
const wallet = { id: WALLET, name: NAME, active: false, seedSaved: false, several: true };
const figures = {
  balance: 123_456_789,
  currency: "USD",
  pendingDeposits: 100,
  totalDeposited: 1,
  totalSpent: 1,
  cardsActive: 21,
  cardsTotalBalance: 5,
};
const challenge = {
  id: "3ds_m4n5o6p7",
  cardId: ID,
  merchant: `<script>${"M".repeat(300)}`,
  amount: -999,
  otp: createSecret("847291"),
  status: "pending",
  expiresAt: NOW,
  createdAt: NOW,
};
const card = { wallet: WALLET, id: ID, title: `${NAME} ·2039` };
const row = (status: string) => ({
  id: "dep_x9y8z7w6",
  currency: "btc",
  status,
  createdAt: NOW,
  amountCrypto: "0.0075",
});

function screens(t: Translator): Screen[] {
  return [
    home.welcomeScreen(t),
    home.homeScreen(t, wallet, figures),
    home.homeScreen(t, { ...wallet, awaitsCard: true }, { ...figures, balance: 0, totalDeposited: 0, cardsActive: 0 }),
    home.homeScreen(t, wallet, { ...figures, cardsActive: 0, pendingDeposits: 0 }),
    home.homeWithoutFigures(t, wallet, "…"),
    onboarding.networkScreen(t),
    onboarding.assetScreen(t, "mastercard", "AAAAAAAA"),
    onboarding.notOpenedScreen(t, { kind: "unavailable" }, "any", undefined),
    onboarding.notOpenedScreen(t, { kind: "rejected", text: "<no>", requestId: "req_1" }, "visa", undefined),
    ...ASSETS.map(({ id }) =>
      onboarding.openedScreen(
        t,
        { walletId: WALLET, asset: id, address: LONG_ADDRESS, network: "mastercard", awaitsCard: true },
        "0.0001",
        png,
      ),
    ),
    ...ASSETS.map((asset) =>
      deposit.addressScreen(t, WALLET, { asset, address: LONG_ADDRESS, minimum: "0.0001" }, png, true),
    ),
    deposit.waysScreen(
      t,
      WALLET,
      ASSETS.map((asset) => ({ asset, address: LONG_ADDRESS })),
    ),
    deposit.waysScreen(t, WALLET, []),
    ...["pending", "confirmed", "expired"].map((status) =>
      depositScreen(
        t,
        WALLET,
        row(status),
        { status: "confirmed", currency: "usdt" },
        { first: { cardId: "card_8xK2m9Lp4q" }, isReal: true },
      ),
    ),
    depositsScreen(t, WALLET, []),
    depositsScreen(t, WALLET, [
      row("pending"),
      row("confirmed"),
      row("expired"),
      row("<odd>"),
      ...Array(20).fill(row("pending")),
    ]),
    seed.backupScreen(t, wallet),
    seed.checkScreen(t, WALLET),
    seed.wrongTailScreen(t, WALLET, 2),
    seed.wrongTailScreen(t, WALLET, 0),
    seed.savedScreen(t, WALLET),
    seed.importScreen(t),
    seed.caughtScreen(t, 3, false),
    seed.connectedScreen(t, { walletId: WALLET, balance: 1, unusual: true, shared: true }),
    seed.refusedScreen(t, { kind: "already", walletId: WALLET }, NOW, 1),
    seed.refusedScreen(t, { kind: "full" }, NOW, 10),
    seed.refusedScreen(t, { kind: "invalid" }, NOW, 1),
    seed.refusedScreen(t, { kind: "slow-down", retryAfterMs: 3_600_000 }, NOW, 1),
    wallets.walletListScreen(t, Array(10).fill(wallet)),
    wallets.walletScreen(t, wallet),
    wallets.askNameScreen(t, NAME),
    wallets.renamedScreen(t, WALLET, NAME),
    wallets.removeScreen(t, wallet, false),
    wallets.removeScreen(t, wallet, true),
    wallets.removeScreen(t, { ...wallet, seedSaved: true }, false),
    wallets.removedScreen(t, NAME),
    details.chooserScreen(t, card, true),
    details.pageScreen(t, card, new URL(`https://bot.example/r/${"x".repeat(43)}`), 2),
    details.addressScreen(t, card, "ANONYMOUS", { line1: "<1>", city: "W", state: "DE", zip: "19801", country: "US" }),
    details.addressScreen(t, card, undefined, {}),
    codes.codeScreen(t, { wallet: WALLET, card: card.title, challenge }),
    codes.listScreen(t, 2, true),
    codes.emptyScreen(t, WALLET),
    codes.hotScreen(t, NOW),
    codes.overScreen(t),
    codes.removedScreen(t),
    codes.notMeScreen(t, WALLET, ID, card.title, true),
    codes.notMeScreen(t, WALLET, ID, card.title, false),
    helpScreen(t, new URL("https://support.example")),
    privacyScreen(t),
    statusScreen(t, { waiting: { messages: 0, waitMs: 0 } }),
    statusScreen(t, {
      waiting: { messages: 12_345, waitMs: 617_250 },
      wallet: {
        id: WALLET,
        name: NAME,
        connection: { mode: "degraded", lastEventAt: NOW, hotUntil: NOW },
        api: { kind: "busy" },
        renewed: "later",
      },
    }),
    leave.askScreen(t, Array(10).fill(wallet), { sure: false, now: NOW }),
    leave.askScreen(t, [wallet], { sure: true, now: NOW }),
    leave.askScreen(t, [], { sure: false, now: NOW }),
    leave.doneScreen(t, true),
    leave.doneScreen(t, false),
    leave.nothingScreen(t),
    languageScreen(t),
    cancelledScreen(t, { wallet: WALLET, id: ID }),
    nothingScreen(t),
  ];
}

describe.each(LOCALES)("every screen in %s", (locale) => {
  const t = translator(locale);
  const drawn = screens(t);

  test("is HTML that Telegram takes, short enough with its badge", () => {
    for (const screen of drawn) {
      const { text } = parseHtml(withBadge(t, true, screen.text));
      expect(text.length).toBeLessThanOrEqual(screen.photo ? 1024 : 4096);
      expect(text.trim()).not.toBe("");
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

  test("without a way home is a message beside the screen, or an end", () => {
    const dead = drawn.filter(({ buttons }) => buttons.flat().every((button) => !("act" in button)));
    expect(dead).toHaveLength(6);
  });
});

describe("pop-ups", () => {
  test.each(LOCALES)("fit 200 characters with everything in them (%s)", (locale) => {
    const t = translator(locale);
    const shown = details.detailsNote(t, {
      id: ID,
      pan: createSecret("4916531288472039123"),
      cvv: createSecret("8471"),
      expMonth: 4,
      expYear: 2029,
      holderName: "ANONYMOUS HOLDER OF A CARD",
    });
    expect(shown.text.length).toBeLessThanOrEqual(200);
    expect(shown.text).toContain("4916 5312 8847 2039 123");
    expect(shown.text).toContain("04/29");
    expect(seed.seedNote(t, createSecret("a1b2-c3d4-e5f6-7890")).text.length).toBeLessThanOrEqual(200);
  });

  test("group the digits of a card number as they are printed", () => {
    expect(details.groupDigits("4916531288472039")).toBe("4916 5312 8847 2039");
    expect(details.groupDigits("378282246310005")).toBe("3782 822463 10005");
  });
});
