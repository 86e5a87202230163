import { describe, expect, test } from "vitest";
import { parseHtml } from "../../../sandbox/telegram/entities/html.ts";
import { toKeyboard } from "../../../src/bot/callback.ts";
import { guardScreen } from "../../../src/bot/features/notifications/guard-view.ts";
import { shopsScreen } from "../../../src/bot/features/notifications/shops-view.ts";
import { hourOf, knownZone, zoneChoices } from "../../../src/bot/features/notifications/times.ts";
import {
  amountScreen,
  digestScreen,
  heldScreen,
  noticesScreen,
  quietScreen,
  zoneScreen,
} from "../../../src/bot/features/notifications/view.ts";
import { translator } from "../../../src/i18n.ts";
import { zoneFrom } from "../../../src/lib/zone.ts";

const NOW = Date.UTC(2026, 10, 23, 12, 30);

describe.each(["en", "ru"] as const)("screens of notifications in %s", (locale) => {
  const t = translator(locale);
  const chosen = {
    zone: "+05:45",
    muted: ["payments" as const],
    above: 2_000,
    quiet: { from: 22 * 60, to: 7 * 60 },
    digest: 540,
    low: 1_000,
    shield: true as const,
    guard: "freeze" as const,
    guardRow: 5,
    guardShare: 30,
  };
  const screens = [
    noticesScreen(t, { zone: "UTC" }, NOW),
    noticesScreen(t, chosen, NOW),
    shopsScreen(t, []),
    shopsScreen(
      t,
      Array.from({ length: 30 }, (_, n) => `<b>&"${"Ж".repeat(50)}${n}`),
    ),
    guardScreen(t, chosen),
    amountScreen(t, "above", 2_000),
    amountScreen(t, "low", undefined),
    quietScreen(t, chosen, undefined, NOW),
    quietScreen(t, chosen, 22 * 60, NOW),
    digestScreen(t, chosen, NOW),
    zoneScreen(t, NOW, "notices.digest"),
    heldScreen(t, "zZ9zZ9", "card_8xK2m9Lp4q", `<b>&"${"Ж".repeat(28)} ·2039`),
  ];

  test.each(screens.map((screen, n) => [n, screen] as const))(
    "%i is HTML that Telegram takes and fits",
    (_, screen) => {
      const { text } = parseHtml(screen.text);
      expect(text.length).toBeLessThan(1_000);
      const buttons = toKeyboard(screen.buttons).inline_keyboard.flat();
      expect(buttons.length).toBeLessThanOrEqual(100);
      for (const button of buttons) expect(button.text.length).toBeLessThanOrEqual(48);
    },
  );

  test("notes about muted shops fit into a toast of 200 characters", () => {
    const merchant = "Ж".repeat(32);
    for (const note of [
      t.plain("notifications-shop-muted", { merchant }),
      t.plain("notifications-shop-unmuted", { merchant }),
      t.plain("notifications-shops-full", { count: 30 }),
      t.plain("card-rules-kept-note", { merchant }),
    ]) {
      expect(note.length).toBeLessThanOrEqual(200);
    }
  });

  test("a bound that is not set is off, not below off", () => {
    const labels = noticesScreen(t, { zone: "UTC" }, NOW)
      .buttons.flat()
      .map(({ text }) => text);
    const [silent, low] =
      locale === "en"
        ? ["Silent payments: off", "Low balance: off"]
        : ["Платежи без звука: выкл.", "Низкий баланс: выкл."];
    expect(labels).toContain(`🔉 ${silent}`);
    expect(labels).toContain(`🪫 ${low}`);
  });

  test("what is set stands on its button", () => {
    const labels = noticesScreen(t, chosen, NOW)
      .buttons.flat()
      .map(({ text }) => text.replace(/\s/g, " "));
    for (const value of [t.money(2_000).replace(/\s/g, " "), "22:00–07:00", "09:00", "UTC+5:45"]) {
      expect(
        labels.some((label) => label.includes(value)),
        value,
      ).toBe(true);
    }
  });
});

test("every zone to choose is one that days can be counted in, and nothing else is taken", () => {
  for (const { setting, clock } of zoneChoices(NOW)) {
    expect(knownZone(setting)).toBe(setting);
    expect(zoneFrom(setting) === "UTC").toBe(setting === "UTC");
    expect(clock).toMatch(/^\d\d:\d\d$/);
  }
  expect(knownZone("Mars/Olympus")).toBeUndefined();
  expect([hourOf("22"), hourOf("24"), hourOf("x"), hourOf("")]).toEqual([1320, undefined, undefined, undefined]);
});
