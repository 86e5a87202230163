import { describe, expect, test } from "vitest";
import { parseHtml } from "../../../sandbox/telegram/entities/html.ts";
import { toKeyboard } from "../../../src/bot/callback.ts";
import { lowScreen } from "../../../src/bot/features/card-rules/low-view.ts";
import { topUpScreen } from "../../../src/bot/features/card-rules/top-up-view.ts";
import { rulesScreen } from "../../../src/bot/features/card-rules/view.ts";
import { exportScreen, nothingScreen } from "../../../src/bot/features/export/view.ts";
import {
  forgottenScreen,
  lockScreen,
  notTheSeedScreen,
  removedScreen,
  wordsOf,
} from "../../../src/bot/features/lock/view.ts";
import { panicScreen } from "../../../src/bot/features/panic/view.ts";
import { keypadScreen } from "../../../src/bot/keypad.ts";
import { barredScreen } from "../../../src/bot/lock-view.ts";
import { type Screen, withBadge } from "../../../src/bot/screen.ts";
import { LOCALES, type Translator, translator } from "../../../src/i18n.ts";
import { DEFAULT_TOP_UP } from "../../../src/rules/top-up.ts";

const NAME = `<b>&"${"Ж".repeat(28)}`;
const NOW = Date.UTC(2026, 10, 23);
const WALLET = "zZ9zZ9";
const card = { wallet: WALLET, id: "card_8xK2m9Lp4qAbCd", title: `${NAME} ·2039` };
const row = (outcome: "failed" | "frozen" | "already") => ({
  walletId: WALLET,
  card: { id: card.id, last4: "2039", label: NAME, network: "visa" },
  outcome,
});
const pin = { salt: "", hash: "", minutes: 15, wrong: 0 };
const merchants = [{ key: "lq2x9z1a", name: NAME }];

function screens(t: Translator): Screen[] {
  const opens = { kind: "open" as const, wanted: { name: "card.unfreeze", wallet: WALLET, id: card.id } };
  const rows = Array.from({ length: 300 }, (_, place) => row(place % 3 === 0 ? "failed" : "frozen"));
  return [
    panicScreen(t, { rows, unread: [WALLET, "x"] }, { names: new Map([[WALLET, NAME]]), cleared: false, locked: true }),
    panicScreen(t, { rows: [], unread: [] }, { names: new Map(), cleared: true, locked: false }),
    panicScreen(t, { rows: [row("already")], unread: [] }, { names: new Map(), cleared: true, locked: false }),
    lockScreen(t, undefined, NOW),
    lockScreen(t, { ...pin, openUntil: NOW + 1 }, NOW),
    barredScreen(t, NOW),
    ...[opens, { kind: "new" as const }].map((goal) =>
      keypadScreen(t, { nonce: "AAAAAAAA", order: "0123456789", typed: "12", goal }, wordsOf(t, goal)),
    ),
    forgottenScreen(t),
    notTheSeedScreen(t),
    removedScreen(t),
    exportScreen(t),
    nothingScreen(t),
    rulesScreen(t, card, {}, merchants, {}),
    rulesScreen(t, card, { once: { since: 1 }, merchant: { name: NAME, since: 1 }, topUp: DEFAULT_TOP_UP }, [], {
      own: 0,
    }),
    rulesScreen(t, card, { once: { since: 1, usedBy: "p" }, topUp: { below: 1, add: 1, perDay: 1, keep: 0 } }, [], {
      own: 1,
      general: 1,
    }),
    lowScreen(t, card, {}),
    lowScreen(t, card, { own: 1_000, general: 5_000 }, { kind: "too-little", limit: 100 }),
    lowScreen(t, card, { own: 0 }, { kind: "ambiguous", readings: [100, 100_000] }),
    topUpScreen(t, card, DEFAULT_TOP_UP),
    topUpScreen(t, card, { below: 10_000, add: 20_000, perDay: 100_000, keep: 50_000 }),
  ];
}

describe.each(LOCALES)("screens of safety in %s", (locale) => {
  const t = translator(locale);

  test("are HTML that Telegram takes, short enough with the badge", () => {
    for (const screen of screens(t)) {
      const { text } = parseHtml(withBadge(t, true, screen.text));
      expect(text.length).toBeLessThanOrEqual(4096);
      expect(text.trim()).not.toBe("");
    }
  });

  test("have buttons that fit: 64 bytes of data, words on each, at most three in a row", () => {
    for (const { buttons } of screens(t)) {
      for (const line of toKeyboard(buttons, true).inline_keyboard) {
        expect(line.length).toBeLessThanOrEqual(3);
        for (const { text } of line) expect(text).toMatch(/[\p{L}\d]/u);
      }
    }
  });
});
