import { describe, expect, test } from "vitest";
import { cardOf, dump } from "../bot/features/hands.ts";
import { enter, LOCK, setsLock } from "../bot/features/keys.ts";
import { freshSeed, LANGUAGES, someone, tap } from "../people.ts";
import { startWorld } from "../world.ts";

const PIN = "2580";

describe.each(LANGUAGES)("the app lock (%s)", (language) => {
  const lock = LOCK[language];

  test("asks for the PIN before details, and leads where the person was going", async () => {
    const world = await startWorld();
    const { person, seed, words } = await someone(world, { dollars: 50, language });
    const card = await cardOf(world, seed);
    await setsLock(person, language, PIN);

    await person.send("/cards");
    await tap(person, `·${card.last4}`);
    await tap(person, words.details);
    const keypad = await person.waitFor(lock.ask);
    const keys = (keypad.keyboard ?? []).flat();
    const data = keys.map((key) => person.find(key.text, keypad.id)?.data ?? "");
    expect(data.filter((one) => /^lock\.key\|\|[\w-]{8}\|[0-9x]$/.test(one))).toHaveLength(11);

    await person.send("25 80");
    await person.waitFor(language === "en" ? "I deleted that message" : "Сообщение удалено");
    expect(person.messages().some(({ text }) => text === "25 80")).toBe(false);

    await enter(person, "1111", lock.ask);
    await person.waitFor(language === "en" ? "4 tries are left" : "Осталось 4 попытки");
    await enter(person, PIN, language === "en" ? "Wrong PIN" : "Неверный PIN-код");
    const shown = await tap(person, words.showOnce);
    expect(shown.text).toContain(card.cvv);

    const stale = await person.stalePress(keypad.id, data.find((one) => one.startsWith("lock.key")) ?? "");
    expect(stale).toMatchObject({ alert: true });
    expect(`${person.transcript()}${world.logged.join("")}`).not.toMatch(/\b2580\b/);
    expect(await dump(world.redisUrl)).not.toContain(`"${PIN}"`);
  });

  test("shuts for a quarter of an hour after five wrong PINs, and freezing stays possible", async () => {
    const world = await startWorld();
    const { person, seed, words } = await someone(world, { dollars: 50, language });
    const card = await cardOf(world, seed);
    await setsLock(person, language, PIN);
    await person.send("/cards");
    await tap(person, `·${card.last4}`);
    await tap(person, words.freeze);
    await tap(person, words.unfreeze);
    const said =
      language === "en"
        ? ["4 tries", "3 tries", "2 tries", "1 try"]
        : ["4 попытки", "3 попытки", "2 попытки", "1 попытка"];
    for (const words of [lock.ask, ...said]) await enter(person, "1357", words);
    await person.waitFor(language === "en" ? "Too many wrong PINs" : "Слишком много неверных");
    expect(world.cryptocardy.control.state(seed).cards[0]?.status).toBe("frozen");
    await tap(person, language === "en" ? "Freeze everything" : "Заморозить всё");
    await person.waitFor(language === "en" ? "was frozen already" : "уже была заморожена");
  });
});

test("closing, withdrawing, the seed, export and turning the lock off need the PIN; so does an old confirm screen", async () => {
  const world = await startWorld();
  const { person, seed, words } = await someone(world, { dollars: 50 });
  const card = await cardOf(world, seed);
  await person.send("/cards");
  await tap(person, `·${card.last4}`);
  await tap(person, words.close);
  const confirm = await person.waitFor("Close Ads");
  const go = person.find(/Close ·/, confirm.id)?.data ?? "";
  await setsLock(person, "en", PIN);

  await person.stalePress(confirm.id, go);
  await enter(person, PIN, "Enter the PIN");
  await expect.poll(() => world.cryptocardy.control.state(seed).cards[0]?.status).toBe("terminated");

  await person.send("/settings");
  await tap(person, "App lock");
  await tap(person, "Turn off");
  const since = person.mark();
  await enter(person, PIN, "Enter the PIN");
  await person.waitFor("App lock: off", { since });
  await person.send("/export");
  await person.waitFor("Your data is in the file below");
});

test("the pop-up with the seed comes after the PIN, with its screen behind it", async () => {
  const world = await startWorld();
  const { person, seed, words } = await someone(world);
  await setsLock(person, "en", PIN);
  await person.send("/settings");
  await tap(person, words.showSeed);
  await person.waitFor("Write down the seed");
  await tap(person, words.showSeed);
  const shown = await enter(person, PIN, "Enter the PIN");
  expect(shown.alert).toBe(true);
  expect(shown.text).toContain(seed);
  await person.waitUntil(() => person.find(words.showSeed) !== undefined);
});

test.each(LANGUAGES)(
  "a forgotten PIN is lifted by the seed of a wallet that was here before it, and by no other (%s)",
  async (language) => {
    const world = await startWorld();
    const { person, seed } = await someone(world, { language });
    await setsLock(person, language, PIN);
    const strange = freshSeed();
    world.cryptocardy.control.addWallet(strange);
    const since = person.mark();
    await person.send(strange);
    await tap(person, language === "en" ? "Connect this wallet" : "Подключить кошелёк");
    await person.waitFor(language === "en" ? "Balance: $0.00" : "Баланс: 0,00", { since });
    await person.send("/export");
    await person.waitFor(LOCK[language].ask);
    await tap(person, language === "en" ? "Forgot the PIN" : "PIN-код забыт");
    await person.waitFor(language === "en" ? "Send the seed" : "Пришлите одним сообщением seed");
    await person.send(strange);
    await person.waitFor(language === "en" ? "That is not the seed" : "Это не seed");
    await person.send(seed);
    await person.waitFor(language === "en" ? "The app lock is off" : "PIN-код снят");
    expect(person.transcript()).not.toContain(seed);
    await person.send("/export");
    await person.waitFor((message) => message.document !== undefined);
  },
);
