import { describe, expect, test } from "vitest";
import { cardOf } from "../bot/features/hands.ts";
import { hasButton, LANGUAGES, type Language, someone, tap } from "../people.ts";
import { startWorld, type World } from "../world.ts";

const TEXTS = {
  en: {
    rules: "Card rules",
    once: "One-time card",
    used: "made its one payment and is frozen",
    closed: "is closed",
    keep: "Keep to SPOTIFY",
    stranger: "NETFLIX charged it",
    topUp: "Auto top-up",
    on: "Turn on",
    runs: "Auto top-up: on",
    toppedUp: "topped up with",
    full: "limit is used up",
    pause: "Pause rule",
    paused: "Auto top-up: off",
  },
  ru: {
    rules: "Правила карты",
    once: "Разовая карта",
    used: "её единственный платёж прошёл",
    closed: "закрыта",
    keep: "Только SPOTIFY",
    stranger: "платёж в NETFLIX",
    topUp: "Автопополнение",
    on: "Включить",
    runs: "Автопополнение: включено",
    toppedUp: "пополнена на",
    full: "предел на сегодня исчерпан",
    pause: "Приостановить правило",
    paused: "Автопополнение: выключено",
  },
} as const;

async function withCard(world: World, language: Language, { dollars = 300, amount = 100 } = {}) {
  const ann = await someone(world, { dollars, language });
  const card = await cardOf(world, ann.seed, "Ads", amount);
  const { control } = world.cryptocardy;
  const buy = (merchant: string, cost: number) => {
    const bought = control.purchase({ pan: card.pan, amount: cost, merchant, threeDs: false });
    if (bought.status !== "approved") throw new Error(bought.status);
    return bought;
  };
  const state = () => control.state(ann.seed).cards.find(({ id }) => id === card.id);
  const rules = async () => {
    await ann.person.send("/cards");
    await tap(ann.person, `·${card.last4}`);
    await tap(ann.person, TEXTS[language].rules);
  };
  return { ...ann, card, buy, state, rules, texts: TEXTS[language] };
}

describe.each(LANGUAGES)("rules of a card (%s)", (language) => {
  test("a one-time card ignores a test, is frozen after its payment and closed when that is settled", async () => {
    const world = await startWorld();
    const { person, buy, state, rules, texts } = await withCard(world, language);
    await rules();
    await tap(person, texts.once);
    await person.waitFor(language === "en" ? "One-time card: on" : "Разовая карта: включено");
    buy("SHOP", 1);
    await person.waitFor(/SHOP/);
    const payment = buy("SHOP", 20);
    await person.waitFor(texts.used);
    expect(state()?.status).toBe("frozen");
    world.cryptocardy.control.settle(payment.transactionId);
    await person.waitFor((message) => message.text.includes("✅") && message.text.includes(texts.closed));
    expect(state()?.status).toBe("terminated");
    expect(person.messages().filter(({ text }) => text.includes(texts.used))).toHaveLength(1);
  });

  test("a card kept to one merchant is frozen when another charges it", async () => {
    const world = await startWorld();
    const { person, buy, state, rules, texts } = await withCard(world, language);
    buy("SPOTIFY", 10);
    await person.waitFor(/SPOTIFY/);
    await rules();
    await person.waitFor((message) => hasButton(message, texts.topUp));
    await tap(person, texts.keep);
    await person.waitFor(language === "en" ? "Kept to SPOTIFY" : "Только для SPOTIFY");
    buy("Spotify P12A", 10);
    await person.waitFor(/Spotify P12A/);
    expect(state()?.status).toBe("active");
    buy("NETFLIX", 15);
    const alert = await person.waitFor(texts.stranger);
    expect(state()?.status).toBe("frozen");
    expect(hasButton(alert, TEXTS[language].rules)).toBe(true);
  });

  test("an automatic top-up is off by default, moves once for each payment, stops at the day's cap and can be paused", async () => {
    const world = await startWorld();
    const { person, seed, buy, state, rules, texts } = await withCard(world, language, { dollars: 300, amount: 25 });
    buy("SHOP", 10);
    await person.waitFor(/SHOP/);
    await rules();
    await tap(person, texts.topUp);
    await person.waitFor(texts.paused);
    await tap(person, /(Per day|В день)/);
    await tap(person, /(Per day|В день) (\$500|500)/);
    await tap(person, /(Per day|В день) (\$1,000|1\s000)/);
    await person.waitUntil(() => person.find(/(Per day|В день) (\$50\.00|50,00)/) !== undefined);
    await tap(person, texts.on);
    await person.waitFor(texts.runs);
    buy("SHOP", 5);
    const told = await person.waitFor(texts.toppedUp);
    expect(state()?.balance).toBe(60);
    expect(hasButton(told, texts.pause)).toBe(true);
    buy("SHOP", 55);
    await person.waitFor(texts.full);
    expect(state()?.balance).toBe(5);
    const funds = world.cryptocardy.control.calls().filter(({ path }) => path.endsWith("/fund"));
    expect(funds).toHaveLength(1);
    await person.press(texts.pause, { message: told.id });
    await person.waitFor(texts.paused);
    expect(seed).not.toBe("");
  });
});
