import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { depositScreen } from "../../../src/bot/features/deposit/detail-view.ts";
import { explorerOf } from "../../../src/bot/features/deposit/explorer.ts";
import { filterFromText, filterToText } from "../../../src/bot/features/deposit/filter.ts";
import { STEPS, stepsOf } from "../../../src/bot/features/deposit/steps.ts";
import { translator } from "../../../src/i18n.ts";
import { LANGUAGES, someone } from "../../people.ts";
import { startWorld } from "../../world.ts";
import { tap } from "./hands.ts";

describe("depositing", () => {
  test.each([
    {
      language: "en" as const,
      choose: "What will you deposit?",
      minimum: "Minimum: 5.00 USDT",
      only: "Send only USDT over Ethereum (ERC-20)",
      copy: "Copy address",
    },
    {
      language: "ru" as const,
      choose: "Чем пополните кошелёк?",
      minimum: "Минимум: 5.00 USDT",
      only: "только USDT и только по сети Ethereum (ERC-20)",
      copy: "Скопировать адрес",
    },
  ])("names coin and network before the address, and the minimum with it ($language)", async (words) => {
    const world = await startWorld();
    const { person } = await someone(world, { language: words.language });
    await person.send("/deposit");
    const choice = await person.waitFor(words.choose);
    expect(choice.text).not.toMatch(/0x|bc1/);
    expect(person.find("BTC · Bitcoin", choice.id)).toBeDefined();
    await tap(person, "USDT · Ethereum (ERC-20)");
    const shown = await person.waitFor((message) => message.photo !== undefined);
    expect(shown.text).toContain(words.minimum);
    expect(shown.text).toContain(words.only);
    expect(shown.text.length).toBeLessThanOrEqual(1024);
    const { copied = "" } = await person.press(words.copy);
    expect(shown.text).toContain(copied);
    expect(person.messages().filter(({ from }) => from === "bot" && person.find(words.choose))).toEqual([]);
  });

  test("lists what became of deposits", async () => {
    const world = await startWorld();
    const { control } = world.cryptocardy;
    const { person, seed } = await someone(world);
    await person.send("/deposit");
    await tap(person, "My deposits");
    await person.waitFor("No deposits yet");

    control.deposit({ seed, currency: "btc", usd: 500, fee: 10, confirm: true });
    control.deposit({ seed, currency: "sol", usd: 25 });
    const since = person.mark();
    await tap(person, "Refresh");
    const list = await person.waitFor("🧾 Deposits", { since });
    expect(list.text).toContain("BTC · $490.00 credited");
    expect(list.text).toContain("fee $10.00");
    expect(list.text).toMatch(/⏳ [\d.]+ SOL/);
    expect(list.text).toContain("about $25.00");
  });

  test("back from the address leads to the choice, in one message", async () => {
    const world = await startWorld();
    const { person } = await someone(world);
    await person.send("/deposit");
    await tap(person, "BTC · Bitcoin");
    await person.waitFor((message) => message.photo !== undefined);
    await tap(person, "Another coin");
    await person.waitUntil((messages) => messages.every(({ photo }) => photo === undefined));
    await person.waitFor("What will you deposit?");
  });
});

describe("progress of a deposit", () => {
  test("never goes back: a step is done only when all before it are", () => {
    for (const status of ["pending", "confirmed", "expired", "held", ""]) {
      const steps = stepsOf({ status });
      if (!steps) continue;
      const done = STEPS.map((step) => steps[step] === "done");
      expect(done).toEqual(done.toSorted((a, b) => Number(b) - Number(a)));
    }
    expect(stepsOf({ status: "held" })).toBeUndefined();
  });

  test("a filter fits a button, comes back as it was, and nonsense is no filter", () => {
    const status = fc.constantFrom("pending" as const, "confirmed" as const, "expired" as const, undefined);
    const currency = fc.constantFrom("btc" as const, "usdt" as const, "xmr" as const, undefined);
    fc.assert(
      fc.property(status, currency, fc.integer({ min: 2, max: 500 }), (one, coin, page) => {
        const filter = { ...(one && { status: one }), ...(coin && { currency: coin }), page };
        expect(filterFromText(filterToText(filter))).toEqual(filter);
        expect(filterToText(filter).length).toBeLessThanOrEqual(20);
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => void filterToText(filterFromText(text))));
    expect(filterFromText("fresh")).toEqual({});
  });
});

describe("the explorer of a transaction", () => {
  const hex = "3A1b".repeat(16);
  const signature = "5VERv8NMvzbJMEkV8xnrLkEaWRtSz9CosKDYjCJjBRnbJLgp8uirBgmQpjKhoR4tjF3ZpRzrFmBV6UjKdiSZkQUW";
  const elsewhere = [hex.slice(1), `${hex}0`, `0x${hex}0`, `${signature}0`, "3a1b2c3d4e5f...", "", `${hex}/../..`];

  test.each([
    ["btc", hex, `https://mempool.space/tx/${hex}`],
    ["eth", `0x${hex}`, `https://etherscan.io/tx/0x${hex}`],
    ["usdt", `0x${hex}`, `https://etherscan.io/tx/0x${hex}`],
    ["USDT-SOL", signature, `https://solscan.io/tx/${signature}`],
    ["usdt", signature, `https://solscan.io/tx/${signature}`],
    ["sol", signature, `https://solscan.io/tx/${signature}`],
    ["xmr", hex, undefined],
    ["btc", `0x${hex}`, undefined],
    ["eth", hex, undefined],
    ["usdt", hex, undefined],
    ["sol", hex, undefined],
    ["doge", hex, undefined],
  ])("%s %s is %s", (currency, hash, url) => {
    expect(explorerOf(currency, hash)?.url).toBe(url);
    for (const other of elsewhere) expect(explorerOf(currency, other)).toBeUndefined();
  });

  test.each([
    ["en" as const, "View on mempool.space"],
    ["ru" as const, "Посмотреть на mempool.space"],
  ])("is a button below a real deposit only (%s)", (locale, label) => {
    const deposit = { id: "dep_1", currency: "btc", status: "confirmed", txHash: hex, createdAt: 0 };
    const linksOf = (isReal: boolean) =>
      depositScreen(translator(locale), "zZ9zZ9", deposit, {}, { isReal })
        .buttons.flat()
        .filter((button) => "url" in button);
    expect(linksOf(true)).toEqual([{ text: `🔗 ${label}`, url: `https://mempool.space/tx/${hex}` }]);
    expect(linksOf(false)).toEqual([]);
  });
});

const TEXTS = {
  en: {
    list: "My deposits",
    filter: "Filter",
    pending: "On its way",
    credited: [
      "✅ 4. Credited: $490.00",
      "✅ 3. Confirmed: 6 confirmations",
      "CryptoCardy's fee: $10.00",
      "Worth: $500.00",
    ],
    waiting: [
      "Will be credited: about $24.50",
      "✅ 2. Seen by the network",
      "⏳ 3. Confirmed: no confirmations yet",
      "▫️ 4. Credited",
    ],
    expired: ["❌ 3. Confirmed", "was not confirmed in time"],
    copy: "Copy transaction",
    none: "There are no such deposits",
    back: "Back",
    refresh: "Refresh",
    all: "Show all",
    pendingShown: "Shown: On its way",
    shown: "Shown: On its way · SOL",
  },
  ru: {
    list: "Мои депозиты",
    filter: "Фильтр",
    pending: "В пути",
    credited: [
      "✅ 4. Зачислен: 490,00 $",
      "✅ 3. Подтверждён: 6 подтверждений",
      "Комиссия CryptoCardy: 10,00 $",
      "Стоимость: 500,00 $",
    ],
    waiting: [
      "Будет зачислено: около 24,50 $",
      "✅ 2. Замечен сетью",
      "⏳ 3. Подтверждён: пока ни одного подтверждения",
      "▫️ 4. Зачислен",
    ],
    expired: ["❌ 3. Подтверждён", "не подтвердился вовремя"],
    copy: "Скопировать транзакцию",
    none: "Таких депозитов нет",
    back: "Назад",
    refresh: "Обновить",
    all: "Показать все",
    pendingShown: "Показано: В пути",
    shown: "Показано: В пути · SOL",
  },
};
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, " ");

describe.each(LANGUAGES)("a deposit on its way (%s)", (language) => {
  const texts = TEXTS[language];

  test("is found by status and coin, and shows its steps, fee, confirmations and transaction until its end", async () => {
    const world = await startWorld();
    const { control } = world.cryptocardy;
    const { person, seed } = await someone(world, { language });
    control.deposit({ seed, currency: "btc", usd: 500, fee: 10, confirm: true });
    control.deposit({ seed, currency: "sol", usd: 25, stuck: true });
    control.deposit({ seed, currency: "eth", usd: 40, stuck: true });
    // A look at a new wallet asks without a filter.
    const calls = () =>
      control.calls().filter(({ path, query }) => path === "/wallet/deposits" && query.status === "pending").length;

    await person.send("/deposit");
    await tap(person, texts.list);
    await tap(person, /BTC$/);
    const credited = await person.waitFor("4. ");
    for (const line of texts.credited) expect(plain(credited.text)).toContain(line);
    const { copied = "" } = await person.press(texts.copy);
    expect(credited.text).toContain(copied);
    // It looks like a real one, and is none: no other site is told of it.
    expect(copied).toMatch(/^[0-9a-f]{64}$/);
    expect(credited.keyboard?.flat().some((button) => button.url)).toBe(false);
    await tap(person, texts.back);

    await tap(person, texts.filter);
    control.clearCalls();
    await tap(person, texts.pending);
    await person.waitFor(texts.pendingShown);
    await tap(person, texts.filter);
    await person.waitUntil(() => person.find("XMR") !== undefined);
    await tap(person, "SOL");
    const narrowed = await person.waitFor(texts.shown);
    expect(narrowed.text).not.toContain("ETH");
    expect(calls()).toBe(2);
    await tap(person, texts.filter);
    await tap(person, "XMR");
    await person.waitFor(texts.none);
    await tap(person, texts.all);

    await tap(person, /SOL$/);
    const waiting = await person.waitFor("▫️");
    for (const line of texts.waiting) expect(plain(waiting.text)).toContain(line);
    await control.advance(25 * 3_600_000);
    await tap(person, texts.refresh);
    const expired = await person.waitFor("❌");
    for (const line of texts.expired) expect(plain(expired.text)).toContain(line);
  });
});
