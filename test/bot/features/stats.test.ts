import fc from "fast-check";
import { PNG } from "pngjs";
import { describe, expect, test } from "vitest";
import { parseHtml } from "../../../sandbox/telegram/entities/html.ts";
import { toKeyboard } from "../../../src/bot/callback.ts";
import { COLOURS } from "../../../src/bot/drawing.ts";
import { drawChart } from "../../../src/bot/features/stats/chart.ts";
import { figuresOf, MOST_NAMED, spendingsOf } from "../../../src/bot/features/stats/figures.ts";
import { drawPicture } from "../../../src/bot/features/stats/picture.ts";
import { statsScreen } from "../../../src/bot/features/stats/view.ts";
import { withBadge } from "../../../src/bot/screen.ts";
import type { Transaction } from "../../../src/cryptocardy/types.ts";
import { LOCALES, translator } from "../../../src/i18n.ts";
import { hasButton, LANGUAGES, type Language, someone, tap } from "../../people.ts";
import { startWorld } from "../../world.ts";
import { cardOf } from "./hands.ts";

const DAY = 24 * 60 * 60_000;
const NOW = Date.UTC(2026, 10, 23, 12);
const HOSTILE = `<b>&"${"Ж".repeat(300)}`;

const movement = (changes: Partial<Transaction> = {}): Transaction => ({
  id: "txn_1",
  cardId: "card_1",
  type: "settlement",
  amount: -1000,
  currency: "USD",
  merchant: { name: "META ADS", mcc: "7311" },
  createdAt: NOW - DAY,
  ...changes,
});

const november = { capped: false, month: "2026-11", zone: "UTC", now: NOW };
const sum = (shares: { cents: number }[]) => shares.reduce((all, { cents }) => all + cents, 0);

const WORDS = {
  en: {
    spent: /: \$57\.00 spent/,
    more: "more than by the same day of",
    payments: "4 payments",
    ads: "📣 Ads: $47.00 · 82%",
    shop: "META ADS: $47.00 · 82%",
    regular: "$10.00 · the rest: $50.00",
    refunded: "Refunds, taken off already: $3.00",
    ofCard: /: \$10\.00 spent[\s\S]*Card: Music/,
    history: "🧾 History",
    stats: "Stats",
    allCards: "All cards",
    nothing: "nothing spent",
    month: "By month",
  },
  ru: {
    spent: /: потрачено 57,00 \$/,
    more: "больше, чем к этому числу в прошлом месяце",
    payments: "4 платежа",
    ads: "📣 Реклама: 47,00 $ · 82 %",
    shop: "META ADS: 47,00 $ · 82 %",
    regular: "10,00 $ · остальное: 50,00 $",
    refunded: "Возвраты (уже вычтены): 3,00 $",
    ofCard: /: потрачено 10,00 \$[\s\S]*Карта: Music/,
    history: "🧾 История",
    stats: "Расходы",
    allCards: "Все карты",
    nothing: "трат нет",
    month: "По месяцам",
  },
} as const;

/** Amounts in Russian have spaces that do not break. */
const plain = (text: string): string => text.replace(/\u2060/g, "").replace(/[\u00a0\u202f]/g, " ");

/** Somebody who paid SPOTIFY in the month before, and this month SPOTIFY again and three times for ads, with a refund. */
async function spender(language: Language, settlementId: "same" | "new") {
  const thisDay = new Date().getUTCDate();
  let behind = (thisDay + 1) * DAY;
  const clock = { now: () => Date.now() - behind };
  const world = await startWorld({ cryptocardy: { clock, variants: { settlementId }, limits: false } });
  const { control } = world.cryptocardy;
  const { person, seed } = await someone(world, { dollars: 1000, language });
  control.webhooks.stop();
  const [ads, music] = [await cardOf(world, seed, "Ads", 200), await cardOf(world, seed, "Music", 100)];
  const pay = (pan: string, amount: number, merchant: string, mcc: string) => {
    const paid = control.purchase({ pan, amount, merchant, mcc, threeDs: false });
    if (paid.status !== "approved") return "";
    return String(control.settle(paid.transactionId).id);
  };
  pay(music.pan, 10, "SPOTIFY", "5968");
  behind = 0;
  pay(music.pan, 10, "SPOTIFY", "5968");
  pay(ads.pan, 20, "META ADS", "7311");
  control.purchase({ pan: ads.pan, amount: 5, merchant: "META ADS", mcc: "7311", threeDs: false });
  const last = pay(ads.pan, 25, "META ADS", "7311");
  control.refund({ transactionId: last, amount: 3 });
  control.purchase({ pan: ads.pan, amount: 4000, merchant: "META ADS", mcc: "7311", threeDs: false });
  await person.send("/cards");
  await person.waitUntil(() => person.find(ads.last4) !== undefined);
  control.clearCalls();
  const reads = () => control.calls().filter(({ path, query }) => path === "/transactions" && query.per_page === "100");
  return { world, person, music, reads, words: WORDS[language] };
}

describe.each(LANGUAGES)("/stats (%s)", (language) => {
  test.each(["same", "new"] as const)("is a picture with the same figures in words (settlement id: %s)", async (id) => {
    const { world, person, music, reads, words } = await spender(language, id);
    await person.send("/stats");
    const shown = await person.waitFor(
      (message) => message.photo !== undefined && words.spent.test(plain(message.text)),
    );
    for (const line of [words.payments, words.ads, words.shop, words.regular, words.refunded, words.month]) {
      expect(plain(shown.text)).toContain(line);
    }
    expect(reads()).toHaveLength(1);
    const picture = await fetch(new URL(shown.photo?.url ?? "", world.telegram.url));
    expect(PNG.sync.read(Buffer.from(await picture.arrayBuffer())).width).toBe(1280);

    expect(plain(shown.text)).toContain(words.more);
    let since = person.mark();
    await tap(person, "◀️");
    await person.waitFor((message) => message.photo !== undefined && /10[.,]00/.test(message.text), { since });

    since = person.mark();
    await person.send("/cards");
    const cards = await person.waitFor((message) => hasButton(message, music.last4), { since });
    await person.press(music.last4, { message: cards.id });
    await person.waitUntil(() => person.find(words.history, cards.id) !== undefined);
    await person.press(words.history, { message: cards.id });
    await person.waitUntil(() => person.find(words.stats, cards.id) !== undefined);
    await person.press(words.stats, { message: cards.id });
    await person.waitFor((message) => words.ofCard.test(plain(message.text)));
    since = person.mark();
    await tap(person, words.allCards);
    await person.waitFor((message) => words.spent.test(plain(message.text)), { since });
  });

  test("of somebody who spent nothing is a sentence", async () => {
    const world = await startWorld();
    const { person } = await someone(world, { language });
    await person.send("/stats");
    const shown = await person.waitFor(WORDS[language].nothing);
    expect(shown.photo).toBeUndefined();
  });
});

describe("what was spent", () => {
  test("counts a payment once, whichever way its settlement names it", () => {
    const hold = movement({ id: "txn_1", type: "authorization", createdAt: NOW - 2 * DAY });
    const ways = [
      movement({ id: "txn_2", originalId: "txn_1" }),
      movement({ id: "txn_2" }),
      movement({ id: "txn_2", originalId: "txn_1", amount: -900 }),
    ];
    expect(ways.map((settlement) => sum(spendingsOf([settlement, hold])))).toEqual([1000, 1000, 900]);
    expect(sum(spendingsOf([hold]))).toBe(1000);
    expect(sum(spendingsOf([movement({ id: "txn_2" }), hold, { ...hold, id: "txn_3" }]))).toBe(2000);
  });

  test("leaves out what was declined or released, and takes refunds off", () => {
    const items = [
      movement(),
      movement({ id: "txn_2", type: "decline" }),
      movement({ id: "txn_3", type: "authorization", status: "reversed", amount: -700 }),
      movement({ id: "txn_4", type: "refund", amount: 400 }),
    ];
    expect(figuresOf({ ...november, items })).toMatchObject({ spent: 600, payments: 1, refunded: 400 });
  });

  test("adds up: categories, shops and the last month are the sum of the month", () => {
    const items = fc.array(
      fc.record({
        id: fc.uuid(),
        type: fc.constantFrom("settlement", "refund", "decline"),
        amount: fc.integer({ min: -500_000, max: 500_000 }),
        merchant: fc.record({ name: fc.string(), mcc: fc.constantFrom("7311", "5968", "7011", "5411", "9999", "x") }),
        createdAt: fc.integer({ min: NOW - 200 * DAY, max: NOW }),
      }),
    );
    fc.assert(
      fc.property(items, (some) => {
        const figures = figuresOf({ ...november, items: some.map(movement) });
        expect(sum(figures.categories)).toBe(figures.spent);
        expect(sum(figures.merchants)).toBe(figures.spent);
        expect(figures.months.at(-1)).toEqual({ month: "2026-11", spent: figures.spent });
        expect(figures.merchants.length).toBeLessThanOrEqual(MOST_NAMED);
      }),
    );
  });

  test("compares a running month with the same days of the one before, a full one with all of it", () => {
    const at = (month: number, day: number) =>
      movement({ id: `${month}-${day}`, createdAt: Date.UTC(2026, month, day) });
    const items = [at(10, 3), at(9, 3), at(9, 30), at(8, 30)];
    expect(figuresOf({ ...november, items })).toMatchObject({ running: true, spent: 1000, before: 1000 });
    expect(figuresOf({ ...november, month: "2026-10", items })).toMatchObject({
      running: false,
      spent: 2000,
      before: 1000,
    });
  });

  test("compares with nothing that was not read in whole, and says since when it counts", () => {
    const items = [movement(), movement({ id: "txn_2", createdAt: Date.UTC(2026, 9, 15) })];
    const figures = figuresOf({ ...november, items, capped: true });
    expect(figures).toMatchObject({ since: "2026-10-15", months: [{ month: "2026-10" }, { month: "2026-11" }] });
    expect(figures).not.toHaveProperty("before");
    expect(figures).not.toHaveProperty("regular");
  });

  test("is counted by the months of the person's zone", () => {
    const late = movement({ createdAt: Date.UTC(2026, 9, 31, 22) });
    expect(figuresOf({ ...november, items: [late] }).spent).toBe(0);
    expect(figuresOf({ ...november, items: [late], zone: "Europe/Moscow" }).spent).toBe(1000);
  });
});

describe.each(LOCALES)("the picture and its words (%s)", (locale) => {
  const t = translator(locale);
  const many = Array.from({ length: 40 }, (_, index) =>
    movement({
      id: `txn_${index}`,
      amount: -(index + 1) * 123_456,
      merchant: {
        name: `${index}${HOSTILE}`,
        mcc: ["7311", "5968", "7011", "5411", "5816", "7995", "8011"][index % 7] ?? "",
      },
      createdAt: NOW - (index % 6) * 30 * DAY,
    }),
  );
  const figures = figuresOf({ ...november, items: many, capped: true });

  test("show the same sums", () => {
    const words = statsScreen(t, { walletId: "zZ9zZ9", zone: "UTC", now: NOW }, figures).text;
    const drawn = [...drawChart(t, figures).matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text ?? "");
    const sums = drawn.filter((text) => text.includes("$"));
    expect(sums.length).toBeGreaterThan(12);
    for (const shown of sums) expect(plain(words)).toContain(plain(shown));
  });

  test("stay within a caption whatever the shops are called, and every button fits", () => {
    const of = {
      walletId: "zZ9zZ9",
      cardId: "card_8xK2m9Lp4q",
      card: `${"Ж".repeat(39)}… ·2039`,
      zone: "+05:30",
      now: NOW,
    };
    const screen = statsScreen(t, of, figures, Buffer.from("png"));
    expect(parseHtml(withBadge(t, true, screen.text)).text.length).toBeLessThanOrEqual(1024);
    expect(screen.photo).toBeDefined();
    for (const row of toKeyboard(screen.buttons).inline_keyboard) expect(row.length).toBeLessThanOrEqual(3);
    const huge = many.map((item) => ({ ...item, amount: item.amount * 1_000_000 }));
    const words = statsScreen(t, of, figuresOf({ ...november, items: huge, capped: true }), Buffer.from("png"));
    expect(words.photo, "words that are no caption any more stand alone").toBeUndefined();
  });

  test("are drawn with letters on a machine without fonts: names that differ look different", async () => {
    const one = (name: string) => figuresOf({ ...november, items: [movement({ merchant: { name } })] });
    const [first, second] = [await drawPicture(t, one("ЩЩЩЩ")), await drawPicture(t, one("ЖЖЖЖ"))];
    expect(PNG.sync.read(first).data.equals(PNG.sync.read(second).data)).toBe(false);
  });
});

test("a shop whose letters the font lacks is named by its place in the list", () => {
  const items = [movement({ merchant: { name: "日本のお店" } })];
  const drawn = drawChart(translator("en"), figuresOf({ ...november, items }));
  expect(drawn).toContain("No. 1 of the list");
  expect(drawn).not.toContain("日本");
});

test("the picture reads on its own ground: letters 4.5 to 1 at the least, bars 3 to 1", () => {
  const light = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (colour: string) => (light(colour) + 0.05) / (light(COLOURS.ground) + 0.05);
  for (const colour of [COLOURS.ink, COLOURS.dim]) expect(contrast(colour)).toBeGreaterThanOrEqual(4.5);
  for (const colour of [COLOURS.month, COLOURS.earlier, COLOURS.category, COLOURS.shop]) {
    expect(contrast(colour)).toBeGreaterThanOrEqual(3);
  }
});
