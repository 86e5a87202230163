import { Redis } from "ioredis";
import { describe, expect, test } from "vitest";
import { hasButton, someone } from "../../people.ts";
import { startWorld } from "../../world.ts";
import { cardOf, opensWallet, tap } from "./hands.ts";

describe("/delete", () => {
  test.each([
    {
      language: "en" as const,
      ask: "Delete everything this bot keeps about you?",
      consequence: "cards go on being charged",
      go: "Delete everything",
      done: "Everything this bot kept about you is deleted",
      welcome: "Virtual Visa",
    },
    {
      language: "ru" as const,
      ask: "Удалить всё, что бот о вас хранит?",
      consequence: "списания с карт продолжатся",
      go: "Удалить всё",
      done: "Всё, что бот о вас хранил, удалено",
      welcome: "Виртуальные карты",
    },
  ])("names the consequence, then leaves nothing behind ($language)", async (words) => {
    const world = await startWorld();
    const { person, seed } = await someone(world, { dollars: 30, language: words.language });
    await cardOf(world, seed);
    await person.send("/cards");
    await person.waitFor((message) => hasButton(message, "Ads"));
    await person.send("/delete");
    const question = await person.waitFor(words.ask);
    expect(question.text).toContain(words.consequence);
    await tap(person, words.go);
    await person.waitFor(words.done);
    await expect.poll(() => world.cryptocardy.control.state(seed)).toMatchObject({ webhooks: [] });

    const redis = new Redis(world.redisUrl);
    const keys = await redis.keys("*");
    redis.disconnect();
    expect(keys.filter((key) => key.includes(String(person.id)))).toEqual([]);

    await person.send("/start");
    await person.waitFor(words.welcome, { since: person.mark() - 1 });
  });

  /** Somebody in whose chat a pushed code and a link stand. */
  async function withSecrets() {
    const world = await startWorld();
    const { person, seed } = await someone(world, { dollars: 50 });
    const card = await cardOf(world, seed);
    await person.send("/cards");
    await tap(person, `·${card.last4}`);
    await tap(person, "Details");
    await tap(person, "One-time page");
    await person.waitFor((message) => hasButton(message, "Open the page"));
    world.cryptocardy.control.purchase({ pan: card.pan, amount: 5, merchant: "SPOTIFY", threeDs: true });
    await person.waitFor((message) => hasButton(message, "Copy code"));
    await person.send("/delete");
    await person.waitUntil(() => person.find("Delete everything") !== undefined);
    return { world, person };
  }

  test("takes codes and links out of the chat", async () => {
    const { person } = await withSecrets();
    await tap(person, "Delete everything");
    const done = await person.waitFor("Everything this bot kept about you is deleted");
    expect(person.find("Open the page")).toBeUndefined();
    expect(person.find("Copy code")).toBeUndefined();
    expect(done.text).not.toContain("may still be in this chat");
  });

  test("says so when a code or a link may be left", async () => {
    const { world, person } = await withSecrets();
    world.telegram.faults.add({ method: "deleteMessages", kind: "error", code: 500, times: 10 });
    await tap(person, "Delete everything");
    await person.waitFor("A code or a link may still be in this chat");
  });

  test("with an unsaved seed leads to it first, and asks twice of whoever goes on", async () => {
    const { person } = await startWorld();
    const ada = person(1, { language: "en" });
    await opensWallet(ada);
    await ada.send("/delete");
    const question = await ada.waitFor("Delete everything this bot keeps about you?");
    expect(question.text).toContain("Not backed up yet: #1");
    expect(ada.find("Back up #1", question.id)).toBeDefined();
    await ada.forge("delete.go");
    await ada.waitFor("Not backed up yet: #1");
    await tap(ada, "Delete without the seed");
    await ada.waitFor("Really delete everything without the seed of #1?");
    await tap(ada, "Delete, I lose the money");
    await ada.waitFor("Everything this bot kept about you is deleted");
  });

  test("a red button of long ago asks anew instead of deleting", async () => {
    const world = await startWorld();
    const { person } = await someone(world, { language: "ru" });
    await person.send("/delete");
    const question = await person.waitFor("Удалить всё, что бот о вас хранит?");
    world.pass(31 * 60_000);
    await person.press("Удалить всё", { message: question.id });
    await person.send("/start");
    await person.waitFor("в кошельке");
    await person.press("Удалить всё", { message: question.id });
    await person.waitFor("Всё, что бот о вас хранил, удалено");
  });

  test("keeps everything when the person thinks better of it", async () => {
    const world = await startWorld();
    const { person } = await someone(world);
    await person.send("/delete");
    await tap(person, "Keep everything");
    await person.waitFor("in the wallet");
  });

  test("says so when there is nothing to delete", async () => {
    const { person } = await startWorld();
    const ada = person(1, { language: "en" });
    await ada.send("/delete");
    await ada.waitFor("There is nothing to delete");
  });
});
