import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseHtml } from "../../../sandbox/telegram/entities/html.ts";
import { toKeyboard } from "../../../src/bot/callback.ts";
import { type BinChoice, networksOf, purposesOf, rankBins, suits } from "../../../src/bot/features/issue/bins.ts";
import { type Choosing, firstStep, nextStep } from "../../../src/bot/features/issue/choosing.ts";
import { choosingScreen } from "../../../src/bot/features/issue/choosing-view.ts";
import { labelSuggestions } from "../../../src/bot/features/issue/view.ts";
import { withBadge } from "../../../src/bot/screen.ts";
import { LOCALES, translator } from "../../../src/i18n.ts";
import { hasButton, LANGUAGES, someone, tap } from "../../people.ts";
import { startWorld } from "../../world.ts";

const USES = ["meta_ads", "tiktok_ads", "odd_ads", "subscriptions", "saas", "shopping", "hotels", "crypto", "<b>&"];

const bin = (id: string) =>
  fc.record({
    id: fc.constant(id),
    network: fc.constantFrom("visa", "mastercard", "elo"),
    threeDs: fc.boolean(),
    applePay: fc.boolean(),
    googlePay: fc.boolean(),
    bestFor: fc.uniqueArray(fc.constantFrom(...USES), { maxLength: 9 }),
    acceptanceRate: fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10),
    maxTransaction: fc.integer({ min: 1, max: 10_000_000 }),
    maxMonthly: fc.integer({ min: 1, max: 100_000_000 }),
  });
const catalogue: fc.Arbitrary<BinChoice[]> = fc
  .integer({ min: 2, max: 40 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => bin(String(400_000 + index)))));

/** Every answer that some button could ever give, and some that none does. */
const answer = fc.oneof(
  fc.constantFrom("view:network", "view:purpose", "view:bins", "view:compare", "view:constructor"),
  fc.constantFrom("network:visa", "network:mastercard", "network:any", "network:", "purpose:", "purpose:-1"),
  fc.integer({ min: 0, max: 9 }).map((place) => `purpose:${place}`),
  fc.integer({ min: -3, max: 12 }).map((page) => `page:${page}`),
  fc.constantFrom("page:Infinity", "page:x", "bin:unknown", "", ":", "bin"),
  fc.string(),
);
const walk = (bins: BinChoice[], answers: string[]): Choosing =>
  answers.reduce((step, one) => {
    const next = nextStep(bins, step, one);
    return "chosen" in next ? step : next;
  }, firstStep(bins));

describe("kinds of card are ranked", () => {
  test("all of the network and no other, none twice, the list itself untouched", () => {
    fc.assert(
      fc.property(
        catalogue,
        fc.constantFrom("visa" as const, "mastercard" as const, "any" as const),
        (bins, network) => {
          const before = structuredClone(bins);
          const ranked = rankBins(bins, { network });
          expect(bins).toEqual(before);
          expect(new Set(ranked)).toEqual(new Set(bins.filter((one) => network === "any" || one.network === network)));
          expect(new Set(ranked).size).toBe(ranked.length);
        },
      ),
    );
  });

  test("those made for the purpose first, and among equals the more accepted first", () => {
    fc.assert(
      fc.property(catalogue, (bins) => {
        for (const purpose of purposesOf(bins)) {
          const ranked = rankBins(bins, { network: "any", purpose });
          for (const [index, one] of ranked.slice(1).entries()) {
            const better = ranked[index];
            if (!better) throw new Error("a hole");
            const [a, b] = [suits(better, purpose), suits(one, purpose)];
            expect(a || !b).toBe(true);
            if (a === b) expect(better.acceptanceRate ?? 0).toBeGreaterThanOrEqual(one.acceptanceRate ?? 0);
          }
        }
      }),
    );
  });

  test("alike ones stay in the API's order", () => {
    const alike = ["b", "a", "c"].map(
      (id): BinChoice => ({ id, network: "visa", threeDs: true, applePay: true, googlePay: true, bestFor: [] }),
    );
    expect(rankBins(alike, { network: "any", purpose: "ads" }).map(({ id }) => id)).toEqual(["b", "a", "c"]);
  });
});

describe("choosing a kind of card", () => {
  test("whatever is pressed leads to a step that can be drawn and left, or to a BIN of the list", () => {
    fc.assert(
      fc.property(catalogue, fc.array(answer, { maxLength: 12 }), answer, (bins, answers, last) => {
        const step = walk(bins, answers);
        const next = nextStep(bins, step, last);
        if ("chosen" in next) {
          expect(bins).toContain(next.chosen);
          return;
        }
        for (const locale of LOCALES) {
          const t = translator(locale);
          const screen = choosingScreen(t, { walletId: "zZ9zZ9", session: "AAAAAAAA" }, bins, next);
          expect(parseHtml(withBadge(t, true, screen.text)).text.length).toBeLessThanOrEqual(4096);
          const keyboard = toKeyboard(screen.buttons).inline_keyboard;
          for (const row of keyboard) expect(row.length).toBeLessThanOrEqual(3);
          expect(keyboard.flat().some(({ text }) => text === t.plain("common-cancel"))).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("every kind of card can be reached: by its network, and by every purpose it is named for", () => {
    fc.assert(
      fc.property(catalogue, (bins) => {
        for (const network of networksOf(bins)) {
          const wanted = rankBins(bins, { network }).map(({ id }) => id);
          const seen = new Set<string>();
          const step = nextStep(bins, firstStep(bins), `network:${network}`);
          if ("chosen" in step) {
            expect([step.chosen.id]).toEqual(wanted);
            continue;
          }
          for (let page = 1; page <= 10; page++) {
            const shown = nextStep(bins, step, `page:${page}`);
            if ("chosen" in shown) throw new Error("a page is no choice");
            const { buttons } = choosingScreen(translator("en"), { walletId: "w", session: "s" }, bins, shown);
            for (const button of buttons.flat()) {
              if ("act" in button && button.act.arg?.startsWith("bin:")) seen.add(button.act.arg.slice(4));
            }
          }
          expect([...seen].sort()).toEqual(wanted.sort());
        }
      }),
      { numRuns: 40 },
    );
  });

  test.each([
    ["en", ["TikTok Ads", "Google Ads", "Free trials", "New Thing"]],
    ["ru", ["Реклама в TikTok", "Реклама в Google", "Пробные периоды", "New Thing"]],
  ] as const)("what a BIN is good for is said in people's words, a new word made readable (%s)", (locale, words) => {
    const names = ["tiktok_ads", "google_ads", "trials", "new_thing"].map((use) =>
      labelSuggestions(translator(locale), {
        id: "1",
        network: "visa",
        threeDs: true,
        applePay: true,
        googlePay: true,
        bestFor: [use],
      }),
    );
    expect(names.flat()).toEqual(words);
  });
});

const TEXTS = {
  en: {
    byPurpose: "By purpose",
    ask: "What is the card for?",
    ads: "Ads",
    travel: "Travel",
    forAds: "For: 📣 Ads",
    compare: "Compare",
    sideBySide: [
      "Kinds of card side by side",
      "No: Visa 428804, Mastercard 552433",
      "Visa 491653: 97.2%",
      "Visa 428804: Airlines, Hotels",
    ],
    limits: ["One payment: up to $5,000.00", "In a month: up to $50,000.00"],
    off: "does not issue cards on request",
    deposit: "Deposit",
  },
  ru: {
    byPurpose: "По назначению",
    ask: "Для чего карта?",
    ads: "Реклама",
    travel: "Путешествия",
    forAds: "Для чего: 📣 Реклама",
    compare: "Сравнить",
    sideBySide: [
      "Сравнение карт",
      "Нет: Visa 428804, Mastercard 552433",
      "Visa 491653: 97,2 %",
      "Visa 428804: Авиабилеты, Отели",
    ],
    limits: ["Один платёж: до 5 000,00 $", "В месяц: до 50 000,00 $"],
    off: "не выпускает карты по запросу",
    deposit: "Пополнить кошелёк",
  },
};

describe.each(LANGUAGES)("issuing for a purpose (%s)", (language) => {
  const texts = TEXTS[language];

  test("asks what for, ranks, compares, and goes on to the same confirm screen in as few presses", async () => {
    const world = await startWorld();
    const { control } = world.cryptocardy;
    const { person, seed, words } = await someone(world, { dollars: 500, language });
    control.clearCalls();
    await person.send("/newcard");
    await tap(person, texts.byPurpose);
    await person.waitFor(texts.ask);
    await tap(person, texts.travel);
    const travel = await person.waitFor("⭐");
    expect(travel.text.indexOf("428804")).toBeLessThan(travel.text.indexOf("491653"));
    await tap(person, texts.byPurpose);
    await tap(person, texts.ads);
    const ranked = await person.waitFor(texts.forAds);
    expect(ranked.text.indexOf("491653")).toBeLessThan(ranked.text.indexOf("428804"));

    await tap(person, texts.compare);
    const compared = await person.waitFor(texts.sideBySide[0] ?? "");
    for (const line of texts.sideBySide) expect(compared.text).toContain(line);
    await tap(person, /491653/);
    await person.waitFor((message) => hasButton(message, words.most));
    // What is looked at when a wallet comes is something else.
    const offer = control.calls().filter(({ path }) => path === "/bins" || path === "/wallet/balance");
    expect(offer.map(({ path }) => path).sort()).toEqual(["/bins", "/wallet/balance"]);
    await person.send("100");
    const named = await person.waitFor((message) => hasButton(message, words.noName));
    expect(hasButton(named, language === "en" ? "TikTok Ads" : "Реклама в TikTok")).toBe(true);
    await tap(person, /TikTok/);
    const asked = await person.waitFor((message) => hasButton(message, words.confirm));
    for (const limit of texts.limits) expect(asked.text.replace(/[\u00a0\u202f]/g, " ")).toContain(limit);
    await tap(person, words.confirm);
    await person.waitFor(/✅[\s\S]*·\d{4}/);
    expect(control.state(seed).cards).toMatchObject([{ bin_id: "491653", balance: 100 }]);
  });

  test.each([404, 405, 501] as const)(
    "POST /cards answered with %i is explained, once, with the way that works",
    async (status) => {
      const world = await startWorld({ cryptocardy: { variants: { noCreateCards: status } } });
      const { control } = world.cryptocardy;
      const { person, seed, words } = await someone(world, { dollars: 500, language });
      await person.send("/newcard");
      await tap(person, "Visa");
      await tap(person, /491653/);
      await person.waitFor((message) => hasButton(message, words.most));
      await person.send("100");
      await tap(person, words.noName);
      await tap(person, words.confirm);
      const told = await person.waitFor(texts.off);
      expect(hasButton(told, texts.deposit) && hasButton(told, words.newWallet)).toBe(true);
      expect(control.state(seed).wallets[0]).toMatchObject({ balance: 500 });

      control.clearCalls();
      const since = person.mark();
      await person.send("/newcard");
      await person.waitFor(texts.off, { since });
      expect(control.calls().filter(({ path }) => path === "/bins" || path === "/wallet/balance")).toEqual([]);

      control.variants({ noCreateCards: false });
      await tap(person, words.retry);
      await tap(person, "Visa");
      await tap(person, /491653/);
      await person.waitFor((message) => hasButton(message, words.most));
      await person.send("50");
      await tap(person, words.noName);
      await tap(person, words.confirm);
      await person.waitFor(/✅[\s\S]*·\d{4}/);
      await person.send("/newcard");
      await person.waitFor((message) => hasButton(message, "Mastercard"));
    },
  );
});
