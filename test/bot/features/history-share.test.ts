import fc from "fast-check";
import { PNG } from "pngjs";
import { describe, expect, test } from "vitest";
import { parseHtml } from "../../../sandbox/telegram/entities/html.ts";
import { drawReceipt, sharedReceipt, sharedText } from "../../../src/bot/features/history/share-view.ts";
import { pngOf } from "../../../src/bot/png.ts";
import { withBadge } from "../../../src/bot/screen.ts";
import type { Transaction } from "../../../src/cryptocardy/types.ts";
import { LOCALES, type Locale, translator } from "../../../src/i18n.ts";
import { LANGUAGES, someone, tap } from "../../people.ts";
import { startWorld } from "../../world.ts";
import { cardOf } from "./hands.ts";

const NOW = Date.UTC(2026, 10, 23, 22, 30);

const movement = (changes: Partial<Transaction> = {}): Transaction => ({
  id: "txn_a1b2c3d4",
  cardId: "card_8xK2m9Lp4q",
  type: "settlement",
  amount: -1250,
  currency: "USD",
  merchant: { name: "FACEBK <ADS> & CO", mcc: "7311", category: "advertising", country: "US" },
  balanceAfter: 48_750,
  createdAt: NOW,
  status: "settled",
  originalId: "txn_hold",
  threeDs: { status: "authenticated" },
  timeline: [{ status: "authorized", at: NOW }],
  ...changes,
});

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ");

/** The words of a picture, line by line, as whoever looks at it reads them. */
const wordsOf = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words = ""]) =>
    plain(words.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&")),
  );

const drawn = (locale: Locale, changes: Partial<Transaction> = {}, zone = "UTC") => {
  const t = translator(locale);
  const receipt = sharedReceipt(t, movement(changes), zone);
  return { picture: drawReceipt(t, receipt), caption: plain(parseHtml(sharedText(t, receipt)).text) };
};

const KINDS = {
  en: {
    payment: ["Payment", "$12.50", "November 23, 2026"],
    hold: ["Payment on hold, not charged yet", "$12.50"],
    released: ["Payment cancelled, nothing was charged", "$12.50"],
    refund: ["Refund", "+$12.50"],
    decline: ["Payment declined, nothing was charged", "$12.50"],
    nextDay: "November 24, 2026",
    unknown: "Unknown shop",
    other: "Shop: see the text",
    share: "Share receipt",
    toast: "nothing else",
    badge: "SANDBOX · not real money",
  },
  ru: {
    payment: ["Платёж", "12,50 $", "23 ноября 2026 г."],
    hold: ["Платёж на холде, ещё не списан", "12,50 $"],
    released: ["Платёж отменён, деньги не списаны", "12,50 $"],
    refund: ["Возврат", "+12,50 $"],
    decline: ["Платёж отклонён, деньги не списаны", "12,50 $"],
    nextDay: "24 ноября 2026 г.",
    unknown: "Неизвестный магазин",
    other: "Магазин: см. текст",
    share: "Поделиться чеком",
    toast: "больше ничего",
    badge: "ПЕСОЧНИЦА · деньги не настоящие",
  },
} as const;

describe.each(LOCALES)("a receipt for others (%s)", (locale) => {
  const words = KINDS[locale];

  test("says what it was, the amount, the shop and the day, and nothing else", () => {
    const { picture, caption } = drawn(locale);
    const [kind, amount, day] = words.payment;
    expect(wordsOf(picture)).toEqual([kind, amount, "FACEBK <ADS> & CO", day]);
    expect(caption).toBe(`${kind}: FACEBK <ADS> & CO · ${amount} · ${day}`);
    expect(picture).not.toMatch(/<ADS>|& CO/);
    for (const secret of ["txn_", "card_", "2039", "487", "7311", "authoris", "US<"]) {
      expect(picture + caption).not.toContain(secret);
    }
  });

  test.each([
    ["hold", { type: "authorization", status: "authorized" }],
    ["released", { type: "authorization", status: "reversed" }],
    ["refund", { type: "refund", amount: 1250 }],
    ["decline", { type: "decline", declineReason: "insufficient_funds" }],
    ["decline", { type: "authorization", status: "declined" }],
  ] as const)("calls a %s what it is", (kind, changes) => {
    const { picture, caption } = drawn(locale, changes);
    const [title, amount] = words[kind];
    expect(wordsOf(picture).slice(0, 2)).toEqual([title, amount]);
    expect(caption).toContain(title);
    expect(caption).toContain(amount);
  });

  test("has the day of the person's zone", () => {
    const { picture, caption } = drawn(locale, {}, "Europe/Moscow");
    expect(wordsOf(picture)).toContain(words.nextDay);
    expect(caption).toContain(words.nextDay);
  });

  test("names a shop without a name, and one in letters that the font lacks, which the words name", () => {
    expect(wordsOf(drawn(locale, { merchant: { name: "" } }).picture)).toContain(words.unknown);
    const { picture, caption } = drawn(locale, { merchant: { name: "ソニーストア 株式会社" } });
    expect(wordsOf(picture)).toContain(words.other);
    expect(caption).toContain("ソニーストア 株式会社");
  });

  test("is well-formed, bounded and in order whatever a shop is called", () => {
    const name = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.constantFrom(
        "\u202eSDA KBECAF",
        "</text><image href='file:///etc/passwd'/>",
        "&#x26;<![CDATA[",
        "\ud800\u0000",
      ),
    );
    fc.assert(
      fc.property(name, (shop) => {
        const { picture, caption } = drawn(locale, { merchant: { name: shop } });
        expect(picture.replace(/<text[^<>]*>[^<>]*<\/text>/g, "")).toMatch(
          /^<svg [^<>]*>(?:<rect [^<>]*\/>){2}<\/svg>$/,
        );
        expect(picture).not.toMatch(/&(?!(?:amp|lt|gt|quot);)/);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is the point
        expect(picture + caption).not.toMatch(/[\u0000-\u001f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/);
        expect(wordsOf(picture).length).toBeLessThanOrEqual(6);
        expect(caption.length).toBeLessThanOrEqual(200);
      }),
      { numRuns: 200 },
    );
  });
});

test.each([
  ["en", "W".repeat(80)],
  ["ru", `${"ЩЩЩЩ ".repeat(20)}`],
  ["ru", "Ю".repeat(80)],
] as const)("the widest letters and the largest sums stay within the picture (%s)", async (locale, name) => {
  const t = translator(locale);
  const receipt = sharedReceipt(t, movement({ merchant: { name }, amount: -900_719_925_474_099 }), "UTC");
  const { data, width, height } = PNG.sync.read(await pngOf(drawReceipt(t, receipt, t.plain("common-sandbox-badge"))));
  const pixel = (x: number, y: number): string => data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3).join();
  const ground = pixel(0, 0);
  expect(ground).toBe("23,33,43");
  const margin = Array.from({ length: height }, (_, y) => pixel(width - 40, y));
  expect(new Set(margin)).toEqual(new Set([ground]));
});

test.each(LANGUAGES)(
  "Share receipt below a payment sends a picture that can be forwarded, with the same words (%s)",
  async (language) => {
    const words = KINDS[language];
    const world = await startWorld({ cryptocardy: { limits: false } });
    const { control } = world.cryptocardy;
    const { person, seed } = await someone(world, { dollars: 100, language });
    control.webhooks.stop();
    const card = await cardOf(world, seed, "Ads", 50);
    const paid = control.purchase({ pan: card.pan, amount: 12.5, merchant: "META <ADS>", threeDs: false });
    control.settle(paid.status === "approved" ? paid.transactionId : "");
    await person.send("/history");
    await person.waitFor("META <ADS>");
    await tap(person, /^1$/);
    await person.waitUntil(() => person.find(words.share) !== undefined);
    control.clearCalls();
    const since = person.mark();
    const { text: toast } = await person.press(words.share);
    expect(toast).toContain(words.toast);
    const shared = await person.waitFor((message) => message.photo !== undefined, { since });
    const [kind, amount] = words.payment;
    const today = new Intl.DateTimeFormat(language === "en" ? "en-US" : "ru-RU", {
      day: "numeric",
      month: "long",
      year: "numeric",
      timeZone: "UTC",
    }).format(Date.now());
    expect(plain(shared.text)).toBe(`${kind}: META <ADS> · ${amount} · ${today}\n\n🧪 ${words.badge}`);
    expect(shared).toMatchObject({ protect: false });
    expect(shared.keyboard ?? []).toEqual([]);
    expect(person.find(words.share), "the receipt itself stays").toBeDefined();
    expect(control.calls().map(({ method, path }) => `${method} ${path.split("/")[1]}`)).toEqual(["GET transactions"]);
    const picture = await fetch(new URL(shared.photo?.url ?? "", world.telegram.url));
    expect(PNG.sync.read(Buffer.from(await picture.arrayBuffer())).width).toBe(1280);
  },
);

test.each(LOCALES)("where the money is not real the picture says so too (%s)", (locale) => {
  const t = translator(locale);
  const receipt = sharedReceipt(t, movement(), "UTC");
  expect(wordsOf(drawReceipt(t, receipt, t.plain("common-sandbox-badge"))).at(-1)).toBe(KINDS[locale].badge);
  expect(withBadge(t, false, sharedText(t, receipt))).not.toContain("🧪");
});
