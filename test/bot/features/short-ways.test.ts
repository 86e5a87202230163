import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readShortWay } from "../../../src/bot/features/short-ways/parse.ts";
import { translator } from "../../../src/i18n.ts";
import { parseAmount } from "../../../src/lib/money.ts";
import { hasButton, LANGUAGES, someone } from "../../people.ts";
import { startWorld } from "../../world.ts";
import { cardOf, tap } from "./hands.ts";

const money = (verb: "fund" | "withdraw", digits: string, cents?: number) => ({
  kind: "money",
  verb,
  digits,
  ...(cents !== undefined && { amount: { ok: true, value: cents } }),
});

describe("typed words", () => {
  test.each([
    ["freeze 2039", { kind: "card", verb: "freeze", digits: "2039" }],
    ["Freeze card ·2039!", { kind: "card", verb: "freeze", digits: "2039" }],
    ["заморозь 2039", { kind: "card", verb: "freeze", digits: "2039" }],
    ["Заморозь карту 2039.", { kind: "card", verb: "freeze", digits: "2039" }],
    ["unfreeze 2039", { kind: "card", verb: "unfreeze", digits: "2039" }],
    ["разморозь 2039", { kind: "card", verb: "unfreeze", digits: "2039" }],
    ["card 2039", { kind: "card", verb: "open", digits: "2039" }],
    ["покажи карту 2039", { kind: "card", verb: "open", digits: "2039" }],
    ["details 2039", { kind: "card", verb: "details", digits: "2039" }],
    ["top up 2039 50", money("fund", "2039", 5000)],
    ["fund 2039 with 50", money("fund", "2039", 5000)],
    ["fund 2039 with $1,000.50", money("fund", "2039", 100_050)],
    ["add 1000 to 2039", money("fund", "2039", 100_000)],
    ["fund 2039", money("fund", "2039")],
    ["пополни 2039 на 50", money("fund", "2039", 5000)],
    ["пополни карту 2039 на 1 000,50", money("fund", "2039", 100_050)],
    ["положи 1000 на 2039", money("fund", "2039", 100_000)],
    ["withdraw 20 from 2039", money("withdraw", "2039", 2000)],
    ["withdraw 1000 from 2039", money("withdraw", "2039", 100_000)],
    ["withdraw 2039 20", money("withdraw", "2039", 2000)],
    ["выведи 20 с 2039", money("withdraw", "2039", 2000)],
    ["выведи 1000 с карты 2039", money("withdraw", "2039", 100_000)],
    ["сними с 2039", money("withdraw", "2039")],
    ["fund 2039 with 1,000", { ...money("fund", "2039"), amount: parseAmount("1,000") }],
    ["fund 2039 with 50 euro", { ...money("fund", "2039"), amount: parseAmount("50 euro") }],
    ["balance", { kind: "screen", screen: "home" }],
    ["Баланс?", { kind: "screen", screen: "home" }],
    ["cards", { kind: "screen", screen: "cards" }],
    ["карты", { kind: "screen", screen: "cards" }],
    ["код", { kind: "screen", screen: "codes" }],
    ["freeze", { kind: "screen", screen: "freeze" }],
    ["freeze all", { kind: "screen", screen: "freeze" }],
    ["Freeze everything!", { kind: "screen", screen: "freeze" }],
    ["заморозить всё", { kind: "screen", screen: "freeze" }],
    ["заморозь все карты", { kind: "screen", screen: "freeze" }],
    ["freeze all 2039", undefined],
    ["hello", undefined],
    ["2039", undefined],
    ["freeze 20391", undefined],
    ["freezer 2039", undefined],
  ])("%s", (text, expected) => {
    expect(readShortWay(text)).toEqual(expected);
  });

  test("nothing that is typed breaks the reading, and an amount is never read differently from everywhere else", () => {
    const words = fc.constantFrom(
      "fund",
      "top up",
      "withdraw",
      "пополни",
      "выведи",
      "from",
      "на",
      "с",
      "with",
      "2039",
      "50",
    );
    const sentence = fc
      .array(fc.oneof(words, fc.string({ maxLength: 8 })), { maxLength: 7 })
      .map((all) => all.join(" "));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "grapheme" }), sentence), (text) => {
        const way = readShortWay(text);
        if (way?.kind === "screen" || way === undefined) return;
        expect(way.digits).toMatch(/^\d{4}$/);
      }),
      { numRuns: 2_000 },
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000_000 }),
        fc.constantFrom("en" as const, "ru" as const),
        (cents, locale) => {
          const typed = translator(locale).money(cents);
          for (const text of [`fund 2039 with ${typed}`, `пополни 2039 на ${typed}`]) {
            expect(readShortWay(text)).toEqual({ ...money("fund", "2039"), amount: parseAmount(typed) });
          }
          for (const text of [`withdraw ${typed} from 2039`, `выведи ${typed} с 2039`]) {
            expect(readShortWay(text)).toEqual({ ...money("withdraw", "2039"), amount: parseAmount(typed) });
          }
        },
      ),
    );
  });
});

const TEXTS = {
  en: {
    freeze: "freeze",
    unfreeze: "unfreeze",
    fund: (digits: string) => `top up ${digits} 50`,
    withdraw: (digits: string) => `withdraw 20 from ${digits}`,
    unclear: (digits: string) => `fund ${digits} with 1,000`,
    which: "Which amount do you mean?",
    fundTitle: /Fund .*·\d{4} with \$50\.00\?/,
    withdrawTitle: /Withdraw \$20\.00 from /,
    tooMuch: (digits: string) => `fund ${digits} with 9000`,
    most: "At most $5,000.00 at a time",
    none: "No card ends with 0000",
    frozen: "Frozen",
    active: "Active",
    balance: "balance",
    inWallet: "in the wallet",
    noCard: "This card is not in your wallets",
    codes: "codes",
    everything: "Freeze everything",
    screens: [
      ["stats", /📊/],
      ["settings", /Notifications/],
      ["status", /Reconnect|📶/],
      ["help", /What you can do here/],
      ["deposit", /BTC · Bitcoin/],
      ["history", /🧾/],
      ["freeze all", /Freeze everything/],
    ] as const,
  },
  ru: {
    freeze: "заморозь",
    unfreeze: "разморозь",
    fund: (digits: string) => `пополни ${digits} на 50`,
    withdraw: (digits: string) => `выведи 20 с ${digits}`,
    unclear: (digits: string) => `пополни ${digits} на 1,000`,
    which: "Какую сумму вы имели в виду?",
    fundTitle: /Пополнить .*·\d{4} на 50,00\s\$\?/,
    withdrawTitle: /Вывести 20,00\s\$ с /,
    tooMuch: (digits: string) => `пополни ${digits} на 9000`,
    most: "не больше 5 000,00 $",
    none: "Ни одна карта не заканчивается на 0000",
    frozen: "Заморожена",
    active: "Активна",
    balance: "баланс",
    inWallet: "в кошельке",
    noCard: "Этой карты нет в ваших кошельках",
    codes: "код",
    everything: "Заморозить всё",
    screens: [
      ["статистика", /📊/],
      ["настройки", /Уведомления/],
      ["статус", /📶/],
      ["помощь", /Что здесь можно/],
      ["пополнить кошелёк", /BTC · Bitcoin/],
      ["история", /🧾/],
      ["заморозить всё", /Заморозить всё/],
    ] as const,
  },
};
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, " ");

describe.each(LANGUAGES)("typed in the chat (%s)", (language) => {
  const texts = TEXTS[language];

  test("freezing is done, money gets as far as its confirm screen, the rest is a screen", async () => {
    const world = await startWorld();
    const { control } = world.cryptocardy;
    const { person, seed, words } = await someone(world, { dollars: 6_000, language });
    const { id, last4 } = await cardOf(world, seed, "Ads", 100);
    const card = () => control.state(seed).cards.find((one) => one.id === id);

    await person.send(`${texts.freeze} ${last4}`);
    await person.waitFor(texts.frozen);
    expect(card()?.status).toBe("frozen");
    let since = person.mark();
    await person.send(`${texts.unfreeze} ${last4}`);
    await person.waitFor(texts.active, { since });
    expect(card()?.status).toBe("active");

    await person.send(texts.fund(last4));
    const fund = await person.waitFor(texts.fundTitle);
    expect(hasButton(fund, words.confirm)).toBe(true);
    expect(card()?.balance).toBe(100);
    since = person.mark();
    await tap(person, words.confirm);
    await person.waitFor(/✅.*50[.,]00/, { since });
    expect(card()?.balance).toBe(150);

    await person.send(texts.withdraw(last4));
    await person.waitFor(texts.withdrawTitle);
    expect(card()?.balance).toBe(150);
    await tap(person, words.cancel);

    await person.send(texts.unclear(last4));
    await person.waitFor(texts.which);
    await tap(person, /1[,\u00a0\u202f ]?000[.,]00/);
    await person.waitFor((message) => hasButton(message, words.confirm) && /1[,\s]?000[.,]00/.test(message.text));
    since = person.mark();
    await person.send(texts.tooMuch(last4));
    const over = await person.waitFor((message) => plain(message.text).includes(texts.most), { since });
    expect(hasButton(over, words.confirm)).toBe(false);
    expect(card()?.balance).toBe(150);
    await person.send("/cancel");

    await person.send(`${texts.freeze} 0000`);
    await person.waitFor(texts.none);
    since = person.mark();
    control.clearCalls();
    await person.send(texts.balance);
    await person.waitFor(texts.inWallet, { since });
    // What is looked at when a wallet comes is something else.
    expect(control.calls().filter(({ path }) => path === "/wallet/balance")).toHaveLength(1);
  });

  test("words open the screens of their commands, and everything is frozen by no word alone", async () => {
    const world = await startWorld();
    const { person, seed } = await someone(world, { dollars: 100, language });
    await cardOf(world, seed, "Ads");
    for (const [word, seen] of texts.screens) {
      const since = person.mark();
      await person.send(word);
      await person.waitFor(({ text, keyboard }) => seen.test(`${text}\n${keyboard?.flat().map((one) => one.text)}`), {
        since,
      });
    }
    expect(world.cryptocardy.control.state(seed).cards.map(({ status }) => status)).toEqual(["active"]);
    await tap(person, texts.everything);
    await person.waitFor("🚨");
    expect(world.cryptocardy.control.state(seed).cards.map(({ status }) => status)).toEqual(["frozen"]);
  });

  test("links open the person's own card, codes, deposits and history, and nobody else's card", async () => {
    const world = await startWorld();
    const [own, other] = [await someone(world, { dollars: 50, language }), await someone(world, { dollars: 50 })];
    const { person, words } = own;
    const mine = await cardOf(world, own.seed, "Mine");
    const theirs = await cardOf(world, other.seed, "Theirs");
    for (const payload of [mine.id, `card_${mine.id}`]) {
      const since = person.mark();
      await person.send(`/start ${payload}`);
      await person.waitFor(`Mine ·${mine.last4}`, { since });
    }
    await person.send(`/start ${theirs.id}`);
    await person.waitFor(texts.noCard);
    expect(person.transcript()).not.toContain("Theirs");
    await person.send("/start deposit");
    await person.waitFor((message) => hasButton(message, "BTC · Bitcoin"));
    await person.send("/start history");
    await person.waitFor("🧾");
    await person.send("/start otp");
    await person.waitFor("🔐");
    const since = person.mark();
    await person.send("/start ../../etc/passwd");
    await person.waitFor((message) => hasButton(message, words.cards), { since });
  });
});

test("several cards with the same last digits are chosen from, and a text that answers a question is no command", async () => {
  const world = await startWorld({ cryptocardy: { limits: false } });
  const { person, seed, words } = await someone(world, { dollars: 5_000 });
  const { control } = world.cryptocardy;
  const seen = new Map<string, string[]>();
  let twins: string[] = [];
  let digits = "";
  for (let count = 0; twins.length < 2 && count < 1_000; count++) {
    const { id, last4 } = await cardOf(world, seed, `Card ${count}`, 1);
    twins = [...(seen.get(last4) ?? []), id];
    seen.set(last4, twins);
    digits = last4;
  }
  await person.send(`freeze ${digits}`);
  const choice = await person.waitFor(`Several cards end with ${digits}`);
  expect((choice.keyboard ?? []).flat().filter(({ text }) => text.includes(`·${digits}`))).toHaveLength(2);
  const since = person.mark();
  await tap(person, new RegExp(`·${digits}`));
  await person.waitFor("Frozen", { since });
  const frozen = control.state(seed).cards.filter(({ status }) => status === "frozen");
  expect(frozen).toHaveLength(1);
  expect(twins).toContain(frozen[0]?.id);

  await person.send("/newcard");
  await tap(person, "Visa");
  await tap(person, /491653/);
  await person.waitFor((message) => hasButton(message, words.most));
  await person.send(`freeze ${digits}`);
  await person.waitFor("I did not understand the amount");
  expect(control.state(seed).cards.filter(({ status }) => status === "frozen")).toHaveLength(1);
});
