import { Redis } from "ioredis";
import { describe, expect, onTestFinished, test } from "vitest";
import { cardOf } from "../bot/features/hands.ts";
import { hasButton, LANGUAGES, type Language, someone } from "../people.ts";
import { startWorld } from "../world.ts";

type Message = Parameters<typeof hasButton>[0];

const TEXTS = {
  en: {
    mute: "🔕 Mute shop",
    unmute: "🔔 Unmute shop",
    muted: "SPOTIFY: payments come without a sound now. To undo: the same button",
    loud: "SPOTIFY: payments make a sound again",
    notifications: "Notifications",
    shops: "Muted shops: ",
    unmuteShop: "Unmute SPOTIFY",
    none: "None.",
    keep: "🔒 Keep to SPOTIFY",
    keepNote: "Kept to SPOTIFY. A payment anywhere else freezes the card, but only after it was authorised.",
    kept: "Kept to SPOTIFY.",
    any: "Any shop",
    stranger: "NETFLIX charged it",
    rules: "Card rules",
    once: "One-time card",
    onceOn: "One-time card: on",
    low: "🪫 Low balance",
    general: "Low balance: off",
    asSet: "Low balance: as in the settings (below $50.00)",
    own: "Low balance: below $37.50, for this card",
    never: "Never for this card",
    neverSaid: "Low balance: no warnings for this card",
    asSettings: "As in settings: ",
    warned: "Little is left on",
  },
  ru: {
    mute: "🔕 Магазин без звука",
    unmute: "🔔 Вернуть звук",
    muted: "SPOTIFY: теперь без звука. Вернуть звук: та же кнопка",
    loud: "SPOTIFY: платежи снова со звуком",
    notifications: "Уведомления",
    shops: "Магазины без звука: ",
    unmuteShop: "Вернуть звук: SPOTIFY",
    none: "Таких нет.",
    keep: "🔒 Только SPOTIFY",
    keepNote: "Карта только для SPOTIFY. Платёж в другом месте её заморозит, но уже после авторизации.",
    kept: "Только для SPOTIFY.",
    any: "Любой магазин",
    stranger: "платёж в NETFLIX",
    rules: "Правила карты",
    once: "Разовая карта",
    onceOn: "Разовая карта: включено",
    low: "🪫 Низкий баланс",
    general: "Низкий баланс: выкл.",
    asSet: "Низкий баланс: как в настройках (ниже 50,00 $)",
    own: "Низкий баланс: ниже 37,50 $, для этой карты",
    never: "Не предупреждать",
    neverSaid: "Низкий баланс: не предупреждать об этой карте",
    asSettings: "Как в настройках: ",
    warned: "мало денег",
  },
} as const satisfies Record<Language, Record<string, string>>;

const spaced = (text: string): string => text.replace(/\s+/g, " ");

async function paying(language: Language) {
  const world = await startWorld();
  const { control } = world.cryptocardy;
  const ann = await someone(world, { dollars: 500, language });
  const { person } = ann;
  const say = TEXTS[language];

  /** Does something, and waits for the message (new or changed) that says so, or has such a button. */
  const until = async (ready: string | RegExp, act: () => Promise<unknown>) => {
    const since = person.mark();
    await act();
    const fits = (text: string) =>
      typeof ready === "string" ? spaced(text).includes(ready) : ready.test(spaced(text));
    const labels = (message: Message) => (message.keyboard ?? []).flat().map(({ text }) => text);
    return person.waitFor((message) => [message.text, ...labels(message)].some(fits), { since });
  };
  const press = (from: Message, label: string | RegExp) => person.press(label, { message: from.id });
  /** Presses a button of a message, and waits for what comes of it. */
  const go = (from: Message, label: string | RegExp, ready: string | RegExp) => until(ready, () => press(from, label));

  const newCard = async (label: string) => {
    const card = await cardOf(world, ann.seed, label, 100);
    await person.waitFor((message) => message.text.includes(`·${card.last4}`));
    const buy = (merchant: string, cost: number) => {
      const bought = control.purchase({ pan: card.pan, amount: cost, merchant, threeDs: false });
      if (bought.status !== "approved") throw new Error(bought.status);
      return bought.transactionId;
    };
    const rules = async () => {
      const list = await until(`·${card.last4} —`, () => person.send("/cards"));
      return go(await go(list, `·${card.last4}`, say.rules), say.rules, say.low);
    };
    return { ...card, buy, rules };
  };
  /** The message that tells of a payment: amounts are whole dollars, and no two the same. */
  const told = (dollars: number) =>
    person.waitFor(({ text }) => text.startsWith("🧪 💳") && new RegExp(`−\\$?${dollars}[.,]`).test(text));
  const settings = async () => {
    const menu = await until(say.notifications, () => person.send("/settings"));
    return go(menu, say.notifications, say.shops);
  };
  return { control, world, ...ann, newCard, told, settings, press, go, until, say };
}

describe.each(LANGUAGES)("shops and bounds (%s)", (language) => {
  test("a shop is muted below its payment, and heard again by the same button or from the list; the API is not asked", async () => {
    const { person, control, newCard, told, settings, press, go, say } = await paying(language);
    const card = await newCard("Ads");
    card.buy("SPOTIFY", 10);
    const push = await told(10);
    expect(push.silent).toBe(false);
    control.clearCalls();
    const turned = (label: string, { id }: Message) =>
      person.waitFor((message) => message.id === id && hasButton(message, label));

    expect((await press(push, say.mute)).text).toContain(say.muted);
    expect((await turned(say.unmute, push)).text).toBe(push.text);
    card.buy("Spotify P12A", 11);
    const silent = await told(11);
    expect(silent.silent).toBe(true);
    expect((await press(silent, say.unmute)).text).toContain(say.loud.replace("SPOTIFY", "Spotify P12A"));
    await turned(say.mute, silent);
    // What was pressed before does no harm: it says what holds now.
    expect((await press(push, say.unmute)).text).toContain(say.loud);
    await turned(say.mute, push);
    await press(push, say.mute);
    await turned(say.unmute, push);

    const list = await go(await settings(), `${say.shops}1`, say.unmuteShop);
    const since = person.mark();
    expect((await press(list, say.unmuteShop)).text).toContain(say.loud);
    await person.waitFor(say.none, { since });
    expect(control.calls().filter(({ path }) => path.startsWith("/transactions/"))).toEqual([]);
    card.buy("SPOTIFY", 12);
    const loud = await told(12);
    expect(loud.silent).toBe(false);
    expect(hasButton(loud, say.mute)).toBe(true);
  });

  test("below a card's first payment it can be kept to that shop; not below the second, nor where a rule is set", async () => {
    const { person, control, newCard, told, seed, press, go, say } = await paying(language);
    const card = await newCard("Ads");
    control.clearCalls();
    const first = card.buy("SPOTIFY", 10);
    const push = await told(10);
    expect(hasButton(push, say.keep)).toBe(true);
    expect(control.calls().filter(({ path }) => /^\/(cards|transactions)\/./.test(path))).toEqual([]);
    card.buy("SPOTIFY", 11);
    expect(hasButton(await told(11), say.keep)).toBe(false);
    control.settle(first);
    const settled = await person.waitFor((message) => message.id === push.id && message.text.includes("✔️"));
    expect(hasButton(settled, say.keep)).toBe(true);

    expect((await press(push, say.keep)).text).toContain(say.keepNote);
    await person.waitFor((message) => message.text.includes(say.kept) && hasButton(message, say.any));
    card.buy("NETFLIX", 12);
    await person.waitFor(say.stranger);
    expect(control.state(seed).cards.find(({ id }) => id === card.id)?.status).toBe("frozen");

    const other = await newCard("Once");
    await go(await other.rules(), say.once, say.onceOn);
    other.buy("SPOTIFY", 13);
    expect(hasButton(await told(13), say.keep)).toBe(false);
  });

  test("a card's own low balance wins over that of the settings: an amount, never, or as in the settings", async () => {
    const { person, control, newCard, told, settings, go, until, say } = await paying(language);
    const warnings = () => person.messages().filter(({ text }) => text.includes(say.warned));
    await go(await go(await settings(), say.general, "🪫"), /50[.,]00/, say.shops);

    const card = await newCard("Ads");
    const rules = await card.rules();
    expect(spaced(rules.text)).toContain(say.asSet);
    await go(rules, say.low, say.never);
    await until(/25[.,]50/, () => person.send("much"));
    await until(say.own, () => person.send("37,50"));
    const bought = card.buy("SHOP", 55);
    await told(55);
    control.settle(bought);
    control.refund({ transactionId: bought, amount: 1 });
    await person.waitFor((message) => message.text.includes("↩️") && message.text.includes("+"));
    card.buy("SHOP", 10);
    const warned = await person.waitFor(say.warned);
    expect(warned.text).toMatch(/36[.,]00/);

    // The way to the bound stands below the warning.
    const bound = await go(warned, say.low, say.never);
    expect(bound.id).toBeGreaterThan(warned.id);

    const other = await newCard("Quiet");
    await go(await go(await other.rules(), say.low, say.never), say.never, say.neverSaid);
    other.buy("SHOP", 90);
    await told(90);
    await go(await go(await other.rules(), say.low, say.never), say.asSettings, say.asSet);
    other.buy("SHOP", 2);
    await person.waitUntil(() => warnings().length === 2);
    expect(warnings()[1]?.text).toMatch(/8[.,]00/);
  });
});

test("below a message whose record is gone the buttons still know their payment: it is asked for", async () => {
  const { world, person, control, newCard, told, press, say } = await paying("en");
  const card = await newCard("Ads");
  const id = card.buy("SPOTIFY", 10);
  const push = await told(10);
  const redis = new Redis(world.redisUrl);
  onTestFinished(() => redis.disconnect());
  // A stop finishes what is in work: nothing is written down any more.
  await world.stop();
  await redis.del(...(await redis.keys("b:*")));
  await world.restart();
  control.clearCalls();
  expect((await press(push, say.mute)).text).toContain(say.muted);
  expect((await press(push, say.keep)).text).toContain(say.keepNote);
  await person.waitFor((message) => message.text.includes(say.kept));
  expect(control.calls().filter(({ path }) => path === `/transactions/${id}`)).not.toEqual([]);
});
