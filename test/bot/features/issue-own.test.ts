import { describe, expect, test } from "vitest";
import { parseHtml } from "../../../sandbox/telegram/entities/html.ts";
import { toKeyboard } from "../../../src/bot/callback.ts";
import type { BinChoice } from "../../../src/bot/features/issue/bins.ts";
import type { Choosing } from "../../../src/bot/features/issue/choosing.ts";
import { choosingScreen } from "../../../src/bot/features/issue/choosing-view.ts";
import {
  LEAST_PAYMENTS,
  MOST_SHOPS,
  type OwnFigures,
  ownFigures,
  percentOf,
  standing,
} from "../../../src/bot/features/issue/own.ts";
import { withBadge } from "../../../src/bot/screen.ts";
import type { Transaction } from "../../../src/cryptocardy/types.ts";
import { LOCALES, translator } from "../../../src/i18n.ts";
import { hasButton, LANGUAGES, type Language, someone, tap } from "../../people.ts";
import { startWorld } from "../../world.ts";
import { cardOf } from "./hands.ts";

const NOW = Date.UTC(2026, 10, 23, 12);

const WORDS = {
  en: {
    button: "From your own payments",
    compare: "Compare",
    advertised: "Advertised: 97.2%",
    own: "Your own: 27 of 30 passed (90%), fewer than advertised",
    few: "Your own: 2 of 3 passed, too few payments to tell yet",
    shops: ["META ADS\n• Visa 491653: 27 of 30 passed (90%)", "AIRBNB\n• Visa 428804: 2 of 3 passed, too few"],
    unused: /No payments to compare yet: Mastercard 531993, Mastercard 552433/,
    ownSide: "Not counted: 2 declines for reasons on your side",
    order: "The cards stay in the order of the advertised figures",
    inList: "Your own payments: 27 of 30 passed (90%), fewer than advertised",
    inCompare: "Your own payments\n• Visa 491653: 27 of 30",
    notYet: "Mastercard 531993: no payments to compare yet",
    support: "Support",
    nothing: "There are no payments to compare yet",
  },
  ru: {
    button: "По вашим платежам",
    compare: "Сравнить",
    advertised: "Заявлено: 97,2 %",
    own: "У вас: прошло 27 из 30 (90 %), меньше, чем заявлено",
    few: "У вас: прошло 2 из 3, платежей пока мало, судить рано",
    shops: [
      "META ADS\n• Visa 491653: прошло 27 из 30 (90 %)",
      "AIRBNB\n• Visa 428804: прошло 2 из 3, платежей пока мало",
    ],
    unused: /Сравнивать пока нечего: Mastercard 531993, Mastercard 552433/,
    ownSide: "Не учтены 2 отклонённых платежа: причины на вашей стороне",
    order: "Порядок карт прежний — по заявленным показателям",
    inList: "Ваши платежи: прошло 27 из 30 (90 %), меньше, чем заявлено",
    inCompare: "Ваши платежи\n• Visa 491653: прошло 27 из 30",
    notYet: "Mastercard 531993: сравнивать пока нечего",
    support: "Поддержка",
    nothing: "Сравнивать пока нечего",
  },
} as const;

/** Somebody who paid 27 times, was refused three times, and twice had no money; and three times with a card of another kind. */
async function payer(language: Language) {
  const world = await startWorld({ cryptocardy: { limits: false } });
  const { control } = world.cryptocardy;
  const { person, seed, words } = await someone(world, { dollars: 2000, language });
  control.webhooks.stop();
  const [ads, trips] = [await cardOf(world, seed, "Ads", 300), await cardOf(world, seed, "Trips", 100, "428804")];
  const buy = (pan: string, merchant: string, more = {}) =>
    control.purchase({ pan, amount: 1, merchant, threeDs: false, ...more });
  for (let count = 0; count < 27; count++) buy(ads.pan, "META ADS");
  for (let count = 0; count < 3; count++) buy(ads.pan, "META ADS", { refused: true });
  for (let count = 0; count < 2; count++) buy(ads.pan, "META ADS", { amount: 3000 });
  for (const refused of [false, true, false]) buy(trips.pan, "AIRBNB", { refused });
  control.clearCalls();
  const reads = () =>
    control
      .calls()
      .filter(({ path, query }) => query.per_page === "100" && (path === "/transactions" || path === "/cards"))
      .map(({ path }) => path);
  return { world, person, words, reads, texts: WORDS[language] };
}

describe.each(LANGUAGES)("what one's own payments say of the kinds of card (%s)", (language) => {
  test("is read when it is asked for, once, told beside what is advertised, and changes no order", async () => {
    const { person, words, reads, texts } = await payer(language);
    await person.send("/newcard");
    await tap(person, /^(Any|Любая)$/);
    const before = await person.waitFor((message) => hasButton(message, texts.button));
    const order = [...before.text.matchAll(/\d{6}/g)].map(([id]) => id);
    expect(reads()).toEqual([]);

    await tap(person, texts.button);
    const { text } = await person.waitFor(texts.own);
    for (const part of [texts.advertised, texts.few, ...texts.shops, texts.ownSide, texts.order]) {
      expect(text).toContain(part);
    }
    expect(text).toMatch(texts.unused);
    expect(reads().sort()).toEqual(["/cards", "/transactions"]);

    await tap(person, texts.compare);
    const compared = await person.waitFor(texts.inCompare);
    expect(compared.text).toContain(texts.notYet);
    await tap(person, "⬅️");
    const listed = await person.waitFor(texts.inList);
    expect([...listed.text.matchAll(/\d{6}/g)].map(([id]) => id)).toEqual(order);
    expect(listed.text).toContain(texts.order);

    await tap(person, texts.button);
    await person.waitFor(texts.own);
    expect(reads()).toHaveLength(2);
    await tap(person, /428804/);
    await person.waitFor((message) => hasButton(message, words.most));
  });

  test("is nothing for somebody who has paid nothing; when it cannot be read, Retry reads it", async () => {
    const world = await startWorld({ cryptocardy: { limits: false }, env: { SUPPORT_URL: "https://t.me/helpers" } });
    const { control } = world.cryptocardy;
    const texts = WORDS[language];
    const { person, words } = await someone(world, { dollars: 100, language });
    await person.send("/newcard");
    await tap(person, "Visa");
    await person.waitFor((message) => hasButton(message, texts.button));
    control.faults.add({ path: "/transactions", kind: "status", status: 409, times: 1 });
    await tap(person, texts.button);
    await person.waitUntil(() => person.find(words.retry) !== undefined);
    expect(person.find(texts.support)?.url).toContain("https://t.me/helpers?text=");
    await tap(person, words.retry);
    const { text } = await person.waitFor(texts.nothing);
    expect(text).toContain(texts.order);
    await tap(person, /491653/);
    await person.waitFor((message) => hasButton(message, words.most));
  });
});

const movement = (changes: Partial<Transaction> = {}): Transaction => ({
  id: "txn_1",
  cardId: "card_1",
  type: "settlement",
  amount: -1000,
  currency: "USD",
  merchant: { name: "META ADS", mcc: "7311" },
  createdAt: NOW,
  ...changes,
});
const decline = (declineReason?: string, changes: Partial<Transaction> = {}): Transaction =>
  movement({ type: "decline", ...(declineReason && { declineReason }), ...changes });

const CARDS = [{ id: "card_1", binId: "491653", network: "visa" }];
const BINS = [{ id: "491653", maxTransaction: 500_000, maxMonthly: 5_000_000 }];
const figuresOf = (items: Transaction[], capped = false) => ownFigures({ items, capped, cards: CARDS, bins: BINS });
const tally = (passed: number, refused: number) => ({ id: "491653", network: "visa", passed, refused });

describe("one's own payments", () => {
  test.each([
    ["insufficient_funds"],
    ["card_frozen"],
    ["card_expired"],
    ["card_terminated"],
    ["card_not_active"],
    ["spending_limit_exceeded"],
    ["transaction_limit_exceeded"],
    ["category_not_allowed"],
    ["incorrect_cvv"],
    ["3ds_failed"],
    ["3ds_expired"],
  ])("declined as %s say nothing of the kind of card", (reason) => {
    expect(figuresOf([decline(reason)])).toMatchObject({ bins: [], shops: [], ownSide: 1, unexplained: 0 });
  });

  test.each(["do_not_honor", "suspected_fraud", "issuer_unavailable", "declined"])("declined as %s count", (reason) => {
    expect(figuresOf([decline(reason)])).toMatchObject({ bins: [tally(0, 1)], ownSide: 0, unexplained: 0 });
  });

  test("declined without a reason count, and are named, unless the balance or a maximum tells why", () => {
    expect(figuresOf([decline()])).toMatchObject({ bins: [tally(0, 1)], unexplained: 1 });
    expect(figuresOf([decline(undefined, { balanceAfter: 999 })])).toMatchObject({ bins: [], ownSide: 1 });
    expect(figuresOf([decline(undefined, { amount: -500_001 })])).toMatchObject({ bins: [], ownSide: 1 });
  });

  test("are counted once, held or settled, also when the hold was let go again; refunds are none", () => {
    const items = [
      movement({ id: "a", type: "authorization" }),
      movement({ id: "b", originalId: "a" }),
      movement({ id: "c", type: "authorization", amount: -500 }),
      movement({ id: "d", type: "authorization", amount: -700, status: "reversed" }),
      movement({ id: "e", type: "refund", amount: 100, originalId: "b" }),
      movement({ id: "f", cardId: "somebody's" }),
    ];
    expect(figuresOf(items).bins).toEqual([tally(3, 0)]);
  });

  test("of one shop are together whatever branch they name, the most frequent shops first", () => {
    const items = [
      ...["UBER *TRIP 1", "UBER *TRIP 2", "Uber trip"].map((name) => movement({ merchant: { name } })),
      ...["ABCDEFGHIJ"].flatMap((names) => [...names].map((name) => movement({ merchant: { name: name.repeat(3) } }))),
    ];
    const { shops } = figuresOf(items);
    expect(shops).toHaveLength(MOST_SHOPS);
    expect(shops[0]).toEqual({ name: "UBER *TRIP 1", bins: [tally(3, 0)] });
  });

  test("that were not all read say since when", () => {
    expect(figuresOf([movement()], true).since).toBe(NOW);
    expect(figuresOf([movement()]).since).toBeUndefined();
  });

  test("are set against the advertised share only where their number allows it", () => {
    expect(standing(tally(LEAST_PAYMENTS - 1, 0), 97.2)).toBe("too-few");
    expect(standing(tally(LEAST_PAYMENTS, 0), undefined)).toBe("unstated");
    expect(standing(tally(27, 3), 97.2)).toBe("below");
    expect(standing(tally(29, 1), 97.2)).toBe("alike");
    expect(standing(tally(20, 0), 85)).toBe("alike");
    expect(standing(tally(100, 0), 80)).toBe("above");
  });

  test("are never rounded to all or nothing", () => {
    expect([tally(499, 1), tally(1, 499), tally(30, 0), tally(0, 30)].map(percentOf)).toEqual([99, 1, 100, 0]);
  });
});

describe.each(LOCALES)("the screens that tell them (%s)", (locale) => {
  const t = translator(locale);
  const ids = Array.from({ length: 9 }, (_, index) => String(400_000 + index));
  const bins = ids.map(
    (id): BinChoice => ({
      id,
      network: "mastercard",
      threeDs: true,
      applePay: true,
      googlePay: true,
      bestFor: [],
      acceptanceRate: 99.9,
    }),
  );
  const figures: OwnFigures = ownFigures({
    items: Array.from({ length: 2000 }, (_, index) =>
      index % 3 === 0
        ? decline(undefined, { cardId: `card_${index % 9}`, merchant: { name: `<b>&"${"Ж".repeat(index % 200)}` } })
        : movement({ cardId: `card_${index % 9}`, merchant: { name: `<b>&"${"Ж".repeat(index % 7)}` } }),
    ),
    capped: true,
    cards: ids.map((binId, index) => ({ id: `card_${index}`, binId, network: "mastercard" })),
    bins: [],
  });
  const step: Choosing = { view: "own", network: "any", page: 1 };

  test.each(["own", "bins", "compare"] as const)(
    "are short enough and safe whatever the shops are called: %s",
    (view) => {
      const { text, buttons } = choosingScreen(t, { walletId: "w", session: "s" }, bins, { ...step, view }, figures);
      expect(parseHtml(withBadge(t, true, text)).text.length).toBeLessThanOrEqual(4096);
      expect(parseHtml(withBadge(t, true, text)).entities.length).toBeLessThanOrEqual(100);
      for (const row of toKeyboard(buttons).inline_keyboard) expect(row.length).toBeLessThanOrEqual(3);
    },
  );

  test("name every kind of card that was used, however many there are", () => {
    const place = { walletId: "w", session: "s" };
    for (const page of [1, 2]) {
      const { text } = choosingScreen(t, place, bins, { ...step, view: "bins", page }, figures);
      expect(text).not.toContain(t.plain("issue-own-none"));
    }
  });

  test("are the plain list as long as nothing was read", () => {
    const place = { walletId: "w", session: "s" };
    const list = choosingScreen(t, place, bins, { ...step, view: "bins" });
    expect(choosingScreen(t, place, bins, step)).toEqual(list);
  });
});
