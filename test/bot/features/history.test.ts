import { describe, expect, test } from "vitest";
import { LANGUAGES, type Language, someone, tap } from "../../people.ts";
import { startWorld } from "../../world.ts";
import { cardOf } from "./hands.ts";

const DAY = 24 * 60 * 60_000;

const WORDS = {
  en: {
    today: /Today · \w+ \d+, \d{4}/,
    pay: "Payment",
    decline: "Decline",
    filters: "Filters",
    card: "💳 Card",
    kind: "🏷 Kind",
    period: "Period",
    shop: "🏪 Shop",
    amount: "Amount",
    lines: "Lines",
    show: "Show",
    clear: "Clear",
    lastMonth: "Last month",
    todayOnly: "Today",
    otherDays: "Other days",
    which: { shop: "Which shop?", days: "Which days?", amount: "Which amounts?" },
    badDays: "I cannot read these days",
    badAmount: "first must not be greater",
    named: "“spot”",
    range: "$9.00 to $10.00",
    nothing: "Nothing matches these filters",
    page: "page 2 of 2",
    zone: "Days are counted in UTC",
    category: "Category: 📣 Ads · advertising services · MCC 7311",
    country: "Country: 🇺🇸 United States",
    threeDs: "3-D Secure: not asked for",
    balance: "Balance after: $150.00",
    steps: /Timeline[\s\S]*authorised[\s\S]*settled/,
    reason: "Declined: not enough on the card",
    freeze: "Freeze",
    block: "Block this category",
    honest: "cannot forbid one category",
    confirmBlock: "🚫 Block",
    blocked: /Ads.* is blocked/,
    already: "already cannot pay in",
    same: "Same shop",
    sameShown: "“META ADS”",
    empty: "Nothing here yet",
  },
  ru: {
    today: /Сегодня · \d+ \S+ \d{4}/,
    pay: "Платёж",
    decline: "Отклонено",
    filters: "Фильтры",
    card: "💳 Карта",
    kind: "🏷 Вид",
    period: "Период",
    shop: "🏪 Магазин",
    amount: "Сумма",
    lines: "Строки",
    show: "Показать",
    clear: "Сбросить",
    lastMonth: "Прошлый месяц",
    todayOnly: "Сегодня",
    otherDays: "Другие дни",
    which: { shop: "Какой магазин?", days: "Какие дни?", amount: "Какие суммы?" },
    badDays: "Не получается прочитать эти дни",
    badAmount: "Первое не должно быть больше",
    named: "«spot»",
    range: "от 9,00 $ до 10,00 $",
    nothing: "Под эти фильтры ничего не подходит",
    page: "страница 2 из 2",
    zone: "Дни считаются по UTC",
    category: "Категория: 📣 Реклама · рекламные услуги · MCC 7311",
    country: "Страна: 🇺🇸 Соединенные Штаты",
    threeDs: "3-D Secure: код не запрашивали",
    balance: "Баланс после: 150,00 $",
    steps: /Ход платежа[\s\S]*холд[\s\S]*списано/,
    reason: "Отклонено: на карте не хватает денег",
    freeze: "Заморозить",
    block: "Запретить категорию",
    honest: "не умеет запрещать одну категорию",
    confirmBlock: "🚫 Запретить",
    blocked: /Реклама.*запрещена/,
    already: "и так нельзя платить",
    same: "Этот магазин",
    sameShown: "«META ADS»",
    empty: "Пока пусто",
  },
} as const;

/** Somebody with two cards: a payment of forty days ago, and today two payments and a decline. */
async function shopper(language: Language, variants = {}) {
  let behind = 40 * DAY;
  const clock = { now: () => Date.now() - behind };
  const world = await startWorld({ cryptocardy: { clock, variants, limits: false } });
  const { control } = world.cryptocardy;
  const { person, seed } = await someone(world, { dollars: 1000, language });
  // Pushed messages have tests of their own, and buttons of their own.
  control.webhooks.stop();
  const [ads, music] = [await cardOf(world, seed, "Ads", 200), await cardOf(world, seed, "Music", 100)];
  const pay = (pan: string, amount: number, merchant: string, mcc: string) => {
    const paid = control.purchase({ pan, amount, merchant, mcc, threeDs: false });
    if (paid.status === "approved") control.settle(paid.transactionId);
    return paid;
  };
  pay(music.pan, 9.99, "SPOTIFY", "5968");
  behind = 0;
  pay(ads.pan, 50, "META ADS", "7311");
  pay(music.pan, 9.99, "SPOTIFY", "5968");
  pay(music.pan, 500, "STEAM", "5816");
  await person.send("/cards");
  await person.waitUntil(() => person.find(ads.last4) !== undefined);
  const reads = () =>
    control
      .calls()
      .filter(({ method, path, query }) => method === "GET" && path === "/transactions" && "per_page" in query);
  return { world, person, seed, ads, music, pay, reads, words: WORDS[language] };
}

/** Amounts in Russian have spaces that do not break. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f\u2060]/g, (sign) => (sign === "\u2060" ? "" : " "));

type Shopper = Awaited<ReturnType<typeof shopper>>;

/** Presses one button after the other, each on the screen that the one before has drawn; the text of the last screen. */
async function pick({ person }: Shopper, ...labels: (string | RegExp)[]): Promise<string> {
  let drawn = "";
  for (const label of labels) {
    await person.waitUntil(() => person.find(label) !== undefined);
    const since = person.mark();
    await person.press(label);
    drawn = plain((await person.waitFor(() => true, { since })).text);
  }
  return drawn;
}

async function answers(ann: Shopper, button: string, question: string, text: string, wanted: string) {
  await tap(ann.person, button);
  await ann.person.waitFor(question);
  await ann.person.send(text);
  await ann.person.waitFor((message) => plain(message.text).includes(wanted));
}

describe.each(LANGUAGES)("the history (%s)", (language) => {
  test("is told by days, and each of its eight filters is a button", async () => {
    const ann = await shopper(language);
    const { world, person, ads, music, words, reads } = ann;
    world.cryptocardy.control.clearCalls();
    await person.send("/history");
    const list = await person.waitFor(words.today);
    expect(list.text).toMatch(new RegExp(`1\\. ⛔️ ${words.decline} .*STEAM ·${music.last4}`));
    expect(list.text).toMatch(new RegExp(`3\\. ✔️ ${words.pay} .*META ADS ·${ads.last4}`));
    expect(list.text.match(/SPOTIFY/g)).toHaveLength(2);
    expect(list.text).toContain(words.zone);
    expect(reads()).toHaveLength(1);

    expect(await pick(ann, words.filters, words.kind, words.decline)).toContain(words.decline);
    const declines = await pick(ann, words.show);
    expect(declines).toContain("STEAM");
    expect(declines).not.toMatch(/SPOTIFY|META/);

    await pick(ann, words.filters, words.clear, words.period, words.todayOnly);
    const today = await pick(ann, words.show);
    expect(today.match(/SPOTIFY/g)).toHaveLength(1);

    await pick(ann, words.filters, words.clear, words.card, `Music ·${music.last4}`);
    const ofCard = await pick(ann, words.show);
    expect(ofCard).toContain(`Music ·${music.last4}`);
    expect(ofCard).not.toContain("META");

    await pick(ann, words.filters, words.clear);
    await answers(ann, words.shop, words.which.shop, "spot", words.named);
    await answers(ann, words.amount, words.which.amount, "10-9", words.badAmount);
    await person.send("9-10");
    await person.waitFor((message) => plain(message.text).includes(words.range));
    const found = await pick(ann, words.show);
    expect(found).toContain(words.named);
    expect(found).not.toMatch(/STEAM|META/);
    expect(reads().at(-1)?.query).toMatchObject({ merchant: "spot", min_amount: "9", max_amount: "10" });

    await pick(ann, words.filters, words.clear, words.period);
    await answers(ann, words.otherDays, words.which.days, "when it rained", words.badDays);
    await person.send("01.01.2020-02.01.2020");
    await person.waitFor(/2020/);
    expect(await pick(ann, words.show)).toContain(words.nothing);
    expect(reads().at(-1)?.query).toMatchObject({ from: "2020-01-01T00:00:00.000Z", to: "2020-01-02T23:59:59.999Z" });

    for (let count = 0; count < 3; count++) ann.pay(ads.pan, 1, "BAKERY", "5462");
    await pick(ann, words.filters, words.clear, words.lines, "5");
    const first = await pick(ann, words.show);
    expect(first).toMatch(/^5\. /m);
    expect(first).not.toMatch(/^6\. /m);
    expect(await pick(ann, "▶️")).toContain(words.page);
    expect(reads().at(-1)?.query).toMatchObject({ per_page: "5", page: "2" });
  });

  test("has a receipt for every line, with what can be done about it", async () => {
    const ann = await shopper(language);
    const { world, person, ads, words } = ann;
    const { control } = world.cryptocardy;
    await person.send("/history");
    await person.waitFor(words.today);
    control.clearCalls();
    const receipt = await pick(ann, "3");
    expect(control.calls().map(({ method, path }) => `${method} ${path.split("/")[1]}`)).toEqual(["GET transactions"]);
    for (const line of [words.category, words.country, words.threeDs, words.balance, `Ads ·${ads.last4}`]) {
      expect(receipt).toContain(line);
    }
    expect(receipt).toMatch(words.steps);
    expect(person.buttons().join()).toContain(words.freeze);
    expect((await tap(person, "📋")).copied).toMatch(/^txn_/);

    expect(await pick(ann, words.block)).toContain(words.honest);
    expect(await pick(ann, words.confirmBlock)).toMatch(words.blocked);
    const patch = control.calls().filter(({ method }) => method === "PATCH");
    expect(patch).toHaveLength(1);
    const allowed = patch[0]?.body?.allowed_categories;
    expect(allowed).not.toContain("7311");
    expect(allowed).toContain("5968");
    expect(ann.pay(ads.pan, 5, "META ADS", "7311")).toMatchObject({ reason: "category_not_allowed" });
    expect(ann.pay(ads.pan, 5, "SPOTIFY", "5968")).toMatchObject({ status: "approved" });

    await tap(person, "⬅️");
    await person.waitFor(words.category);
    expect(await pick(ann, words.block)).toContain(words.already);
    await pick(ann, "⬅️");
    const same = await pick(ann, words.same);
    expect(same).toContain(words.sameShown);
    expect(same).not.toContain("SPOTIFY");

    await person.send("/history");
    const mark = person.mark();
    await person.waitFor(words.today, { since: mark - 1 });
    await pick(ann, words.filters, words.kind, words.decline, words.show);
    await tap(person, /^2$/);
    await person.waitFor(words.reason);
    await tap(person, "⬅️");
    await person.waitFor((message) => message.text.includes("STEAM") && message.text.includes(words.zone));
  });
});

describe("amounts of the history", () => {
  test("are found where the API compares them with their sign", async () => {
    const ann = await shopper("en", { amountFilter: "signed" });
    const { person, words } = ann;
    await person.send("/history");
    await person.waitFor(words.today);
    await pick(ann, words.filters);
    await answers(ann, words.amount, words.which.amount, "9-10", words.range);
    const found = await pick(ann, words.show);
    expect(found.match(/SPOTIFY/g)).toHaveLength(2);
    expect(found).not.toMatch(/STEAM|META/);
  });

  test("an empty history says what will stand there", async () => {
    const world = await startWorld();
    const { person } = await someone(world);
    await person.send("/history");
    await person.waitFor(WORDS.en.empty);
  });
});
