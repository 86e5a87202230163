import { expect, test } from "vitest";
import { cardOf } from "../bot/features/hands.ts";
import { hasButton, LANGUAGES, type Language, someone, tap } from "../people.ts";
import { startWorld, type World } from "../world.ts";

const WORDS = {
  en: {
    queued: /Busy at the moment: your request is queued \(≈ 1 s\)\. The screen comes by itself/,
    later: "Try again in 60 seconds.",
    settings: "Settings",
    balance: "Valid until:",
  },
  ru: {
    queued: /Сейчас много запросов: ваш стоит в очереди \(≈ 1 с\)\. Экран откроется сам/,
    later: "Повторите через 60 секунд.",
    settings: "Настройки",
    balance: "Действует до:",
  },
} as const satisfies Record<Language, object>;

const READ = { method: "GET", path: "/cards/*", kind: "status", status: 429 } as const;

async function atCards(world: World, language: Language) {
  const { person, seed, words } = await someone(world, { dollars: 50, language });
  const card = await cardOf(world, seed);
  await person.waitFor(new RegExp(`Ads ·${card.last4}`));
  await person.send("/cards");
  await person.waitUntil(() => person.find(/^🟢 Ads/) !== undefined);
  const { calls } = world.cryptocardy.control;
  return {
    person,
    words: { ...words, ...WORDS[language] },
    card,
    asked: (method: string, path: string) => calls().filter((call) => call.method === method && call.path === path),
  };
}

test.each(LANGUAGES)("a screen that has to wait says for how long, and comes by itself (%s)", async (language) => {
  const world = await startWorld();
  const { person, words, card, asked } = await atCards(world, language);
  world.cryptocardy.control.faults.add({ ...READ, retryAfter: 1 });
  const before = asked("GET", `/cards/${card.id}`).length;
  const pressed = await person.press(/^🟢 Ads/);
  expect(pressed.alert).toBe(false);
  const queued = await person.waitFor(words.queued);
  expect(hasButton(queued, words.retry)).toBe(true);
  expect(world.telegram.journal().map(({ method }) => method)).toContain("sendChatAction");
  const shown = await person.waitFor(words.balance);
  expect(shown.id).toBe(queued.id);
  expect(asked("GET", `/cards/${card.id}`)).toHaveLength(before + 2);
});

test.each(LANGUAGES)(
  "a wait nobody would sit out is told with its seconds, and nothing comes (%s)",
  async (language) => {
    const world = await startWorld();
    const { person, words } = await atCards(world, language);
    world.cryptocardy.control.faults.add({ ...READ, retryAfter: 60 });
    await tap(person, /^🟢 Ads/);
    const told = await person.waitFor(words.later);
    expect(hasButton(told, words.retry)).toBe(true);
  },
);

test("who is refused a second time is told, and not queued again", async () => {
  const world = await startWorld();
  const { person, words } = await atCards(world, "en");
  world.cryptocardy.control.faults.add({ ...READ, retryAfter: 1, times: 2 });
  await tap(person, /^🟢 Ads/);
  await person.waitFor(words.queued);
  await person.waitFor("Try again in 1 second.");
  await tap(person, words.retry);
  await person.waitFor(words.balance);
});

test("whoever is queued can do something else at once, and is not pulled away from it", async () => {
  const world = await startWorld();
  const ann = await atCards(world, "en");
  const anya = await atCards(world, "ru");
  world.cryptocardy.control.faults.add({ ...READ, retryAfter: 1, times: 2 });
  await tap(ann.person, /^🟢 Ads/);
  await ann.person.waitFor(ann.words.queued);
  await ann.person.send("/settings");
  await ann.person.waitFor(ann.words.settings);
  // Pressed later, so Ann's turn would be over by the time this screen comes.
  await tap(anya.person, /^🟢 Ads/);
  await anya.person.waitFor(anya.words.queued);
  await anya.person.waitFor(anya.words.balance);
  expect(ann.person.lastFromBot()?.text).toContain(ann.words.settings);
  expect(ann.person.transcript()).not.toContain(ann.words.balance);
  await tap(ann.person, ann.words.retry);
  await ann.person.waitFor(ann.words.balance);
});

test("a write that is queued on its way is the same write when it is done again", async () => {
  const world = await startWorld();
  const { person, words, card, asked } = await atCards(world, "en");
  await tap(person, /^🟢 Ads/);
  await person.waitFor(words.balance);
  world.cryptocardy.control.faults.add({ ...READ, retryAfter: 1 });
  await tap(person, words.freeze);
  await person.waitFor(words.queued);
  await person.waitFor((message) => hasButton(message, words.unfreeze));
  const freezes = asked("POST", `/cards/${card.id}/freeze`);
  expect(new Set(freezes.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
  expect(freezes.map(({ replayed = false }) => replayed)).toEqual([false, true]);
});

test.each(LANGUAGES)("home is there at once, and its figures come by themselves (%s)", async (language) => {
  const world = await startWorld();
  const { person, words } = await atCards(world, language);
  world.cryptocardy.control.faults.add({ ...READ, path: "/wallet/balance", retryAfter: 1 });
  await person.send("/start");
  const queued = await person.waitFor(words.queued);
  expect(hasButton(queued, words.cards)).toBe(true);
  const shown = await person.waitFor("💰");
  expect(shown.id).toBe(queued.id);
});
