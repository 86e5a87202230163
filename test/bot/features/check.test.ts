import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseHtml } from "../../../sandbox/telegram/entities/html.ts";
import { toKeyboard } from "../../../src/bot/callback.ts";
import { readCheck, readPurchase } from "../../../src/bot/features/check/parse.ts";
import { type CheckFacts, checkPayment, inAll } from "../../../src/bot/features/check/verdict.ts";
import { checkScreen } from "../../../src/bot/features/check/view.ts";
import { withBadge } from "../../../src/bot/screen.ts";
import { LOCALES, translator } from "../../../src/i18n.ts";
import { hasButton, LANGUAGES, someone } from "../../people.ts";
import { startWorld } from "../../world.ts";
import { cardOf, tap } from "./hands.ts";

const NOW = Date.UTC(2026, 10, 23);
const cents = fc.integer({ min: 0, max: 1_000_000 });
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const facts: fc.Arbitrary<CheckFacts> = fc
  .record({
    amount: cents.map((amount) => amount + 1),
    status: fc.constantFrom("active", "active", "active", "frozen", "terminated", "pending_top_up", "new"),
    balance: cents,
    spendingLimit: maybe(cents),
    allowedCategories: maybe(fc.subarray(["7311", "streaming", "4899"])),
    expiresAt: maybe(fc.constantFrom(NOW - 1, NOW, NOW + 1)),
    bin: maybe(fc.record({ threeDs: fc.boolean(), maxTransaction: cents, maxMonthly: cents })),
    spent: maybe(cents),
    shop: maybe(
      fc.record({ mcc: fc.constantFrom("7311", "4899", "5411"), category: fc.constantFrom("Streaming", "other") }),
    ),
  })
  .map(({ amount, bin, spent, shop, status, balance, spendingLimit, allowedCategories, expiresAt }) => ({
    amount,
    card: {
      status,
      balance,
      ...(spendingLimit !== undefined && { spendingLimit }),
      ...(allowedCategories && { allowedCategories }),
      ...(expiresAt !== undefined && { expiresAt }),
    },
    ...(bin && { bin }),
    ...(spent !== undefined && { spent }),
    ...(shop && { shop }),
    now: NOW,
  }));

/** The same question answered the way a card scheme would, by one long condition. */
function passes({ amount, card, bin, spent = 0, shop, now }: CheckFacts): boolean {
  const allowed = card.allowedCategories ?? [];
  return (
    card.status === "active" &&
    (card.expiresAt === undefined || now <= card.expiresAt) &&
    amount <= card.balance &&
    (card.spendingLimit === undefined || spent + amount <= card.spendingLimit) &&
    (bin?.maxTransaction === undefined || amount <= bin.maxTransaction) &&
    (bin?.maxMonthly === undefined || spent + amount <= bin.maxMonthly) &&
    (allowed.length === 0 || !shop || allowed.some((one) => one === shop.mcc || one === shop.category?.toLowerCase()))
  );
}

describe("the verdict", () => {
  test("is no exactly when something known stands against the payment, and yes only when all is known and for it", () => {
    fc.assert(
      fc.property(facts, (one) => {
        const lines = checkPayment(one);
        const all = inAll(lines);
        expect(all === "no").toBe(!passes(one));
        if (all === "yes") expect(lines.every(({ verdict }) => verdict === "yes")).toBe(true);
        expect(new Set(lines.map(({ about }) => about)).size).toBe(lines.length);
      }),
      { numRuns: 1_000 },
    );
  });

  test("never gets worse by more money on the card, a smaller amount or less spent", () => {
    fc.assert(
      fc.property(facts, cents, (one, more) => {
        if (inAll(checkPayment(one)) === "no") return;
        const easier = {
          ...one,
          amount: Math.max(1, one.amount - more),
          card: { ...one.card, balance: one.card.balance + more },
        };
        expect(inAll(checkPayment(easier))).not.toBe("no");
      }),
    );
  });

  test("is drawn in both languages so that Telegram takes it, with a way out of every reason that fails", () => {
    fc.assert(
      fc.property(facts, fc.string({ maxLength: 40 }), cents, (one, merchant, walletBalance) => {
        const card = { id: "card_8xK2m9Lp4q", binId: "1", network: "visa", last4: "2039", createdAt: 0, ...one.card };
        const lines = checkPayment(one);
        for (const locale of LOCALES) {
          const t = translator(locale);
          const purchase = { amount: one.amount, ...(merchant.trim() && { merchant }) };
          const screen = checkScreen(t, { walletId: "zZ9zZ9", card, purchase, lines, walletBalance });
          expect(parseHtml(withBadge(t, true, screen.text)).text.length).toBeLessThanOrEqual(4096);
          const names = toKeyboard(screen.buttons).inline_keyboard.flat();
          if (inAll(lines) === "no") expect(names.length).toBeGreaterThan(4);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe("a payment as it is typed", () => {
  test.each([
    ["/check 2039 49.99 netflix", { amount: 4999, merchant: "netflix" }],
    ["check 2039 $49.99 at Netflix", { amount: 4999, merchant: "netflix" }],
    ["проверь 2039 49,99 netflix", { amount: 4999, merchant: "netflix" }],
    ["пройдёт ли 2039 1 000,50 $ в ozon?", { amount: 100_050, merchant: "ozon" }],
    ["will it pass 2039 25", { amount: 2500 }],
    ["check card ·2039 50 usd spotify ads", { amount: 5000, merchant: "spotify ads" }],
  ])("%s", (text, value) => {
    expect(readCheck(text)).toEqual({ digits: "2039", purchase: { ok: true, value } });
  });

  test("without an amount, or with one that can be read two ways, it is asked for", () => {
    expect(readCheck("check 2039")).toEqual({ digits: "2039" });
    expect(readPurchase("1,000 netflix")).toMatchObject({
      ok: false,
      failure: { problem: { kind: "ambiguous" }, merchant: "netflix" },
    });
    expect(readPurchase("50 € lidl")).toMatchObject({ ok: false });
    expect(readPurchase("0")).toMatchObject({ ok: false });
    expect(readCheck("check in at 2039")).toBeUndefined();
  });

  test("nothing breaks the reading", () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ unit: "grapheme" }), (one, other) => {
        const read = readPurchase(`${one} ${other}`);
        if (read.ok) expect(Number.isSafeInteger(read.value.amount) && read.value.amount > 0).toBe(true);
        readCheck(`check 2039 ${one}${other}`);
        readCheck(one);
      }),
      { numRuns: 1_000 },
    );
  });
});

const TEXTS = {
  en: {
    open: "Will it pass?",
    ask: "Which payment?",
    yes: "It should pass",
    no: "It will not pass",
    short: "$75.00 too little",
    fund: "Fund with $75.00",
    frozen: "Card: Frozen",
    unfreeze: "Unfreeze",
    limit: "Monthly limit $20.00: $20.00 left",
    category: "not one of those you allow",
    unknown: "this shop's is not known",
    max: "up to $200.00 for one payment",
    noSecure: "shops that insist on it will refuse",
    ask25: "$25.00",
    refresh: "Refresh",
    verb: "check",
    usage: "/check 2039 49.99 netflix",
    limitTitle: "📊 Monthly limit",
  },
  ru: {
    open: "Пройдёт ли?",
    ask: "Какой платёж?",
    yes: "Должно пройти",
    no: "Сейчас не пройдёт",
    short: "не хватает 75,00 $",
    fund: "Пополнить на 75,00",
    frozen: "Карта: Заморожена",
    unfreeze: "Разморозить",
    limit: "Лимит на месяц 20,00 $: осталось 20,00 $",
    category: "не входит в разрешённые вами",
    unknown: "какая у этого магазина — неизвестно",
    max: "до 200,00 $ за один платёж",
    noSecure: "магазины, которые его требуют, откажут",
    ask25: "25,00",
    refresh: "Обновить",
    verb: "проверь",
    usage: "/check 2039 49,99 netflix",
    limitTitle: "📊 Лимит на месяц",
  },
};
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, " ");

describe.each(LANGUAGES)("will it pass? (%s)", (language) => {
  const texts = TEXTS[language];

  test("a question without a card is answered with how to ask it", async () => {
    const world = await startWorld();
    const { person } = await someone(world, { dollars: 100, language });
    for (const text of [
      "/check",
      "/check my card please",
      "/check 20 netflix",
      `/check ${"x".repeat(500)}`,
      texts.verb,
    ]) {
      const since = person.mark();
      await person.send(text);
      await person.waitFor(texts.usage, { since });
    }
  });

  test("says reason by reason what stands against a payment, each with the button that mends it, and agrees with the shop", async () => {
    const world = await startWorld();
    const { control, url } = world.cryptocardy;
    const { person, seed, words } = await someone(world, { dollars: 500, language });
    const { id, last4, pan } = await cardOf(world, seed, "Ads", 25);
    const send = async (method: string, path: string, body: object) => {
      const headers = { "content-type": "application/json", "x-seed": seed };
      const answer = await fetch(`${url}${path}`, { method, headers, body: JSON.stringify(body) });
      expect(answer.ok).toBe(true);
    };
    const asks = async (text: string) => {
      const since = person.mark();
      await person.send(text);
      const shown = await person.waitFor(/[✅❌❔] (?:It|Должно|Сейчас|Может)/, { since });
      return { ...shown, text: plain(shown.text) };
    };
    /** What was read a moment ago is kept for four seconds. */
    const comesToSay = (text: string, line: string) =>
      expect.poll(async () => (await asks(text)).text, { interval: 700 }).toContain(line);

    await person.send("/cards");
    await tap(person, /Ads/);
    await tap(person, texts.open);
    await person.waitFor(texts.ask);
    control.clearCalls();
    await tap(person, texts.ask25);
    await person.waitFor(texts.yes);
    // What is looked at when a wallet comes is something else, and nothing here writes.
    const calls = control.calls().filter(({ path }) => !path.startsWith("/webhooks"));
    expect(calls.every(({ method }) => method === "GET")).toBe(true);
    expect(calls.filter(({ path }) => path === `/cards/${id}` || path === "/bins").length).toBeLessThanOrEqual(2);
    expect(calls.filter(({ path }) => path === "/wallet/balance")).toEqual([]);

    const short = await asks(`${texts.verb} ${last4} 100 netflix`);
    for (const line of [texts.no, texts.short]) expect(short.text).toContain(line);
    await tap(person, texts.fund);
    await person.waitFor((message) => hasButton(message, words.confirm) && /75[.,]00/.test(message.text));
    const since = person.mark();
    await tap(person, words.confirm);
    await person.waitFor(/✅.*75[.,]00/, { since });
    await comesToSay(`/check ${last4} 100 netflix`, texts.yes);

    await send("PATCH", `/cards/${id}`, { spending_limit: 20, allowed_categories: ["7311"] });
    await send("POST", `/cards/${id}/freeze`, {});
    control.purchase({ pan, amount: 5, merchant: "NETFLIX", mcc: "4899", threeDs: false });
    await comesToSay(`${texts.verb} ${last4} 50 netflix`, texts.category);
    const refused = await asks(`${texts.verb} ${last4} 50 netflix`);
    for (const line of [texts.frozen, texts.limit]) expect(refused.text).toContain(line);
    for (const fix of [texts.unfreeze, texts.limitTitle]) expect(hasButton(refused, fix)).toBe(true);
    expect(control.purchase({ pan, amount: 50, merchant: "NETFLIX", mcc: "4899" }).status).toBe("declined");
    expect((await asks(`${texts.verb} ${last4} 10 nobody`)).text).toContain(texts.unknown);
    await tap(person, texts.unfreeze);
    await expect.poll(() => control.state(seed).cards.find((card) => card.id === id)?.status).toBe("active");
    const micro = await fetch(`${url}/cards`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-seed": seed },
      body: JSON.stringify({ bin_id: "552433", amount: 250, label: "Micro" }),
    });
    const { last4: small } = (await micro.json()) as { last4: string };
    // The list of cards was read a moment ago as well.
    let shown = "";
    const weigh = async () => {
      const since = person.mark();
      await person.send(`${texts.verb} ${small} 210`);
      shown = plain((await person.waitFor(new RegExp(`·?${small}`), { since })).text);
      return shown;
    };
    await expect.poll(weigh, { interval: 700 }).toContain(texts.max);
    expect(shown).toContain(texts.noSecure);
  });
});
