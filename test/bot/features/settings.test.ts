import { describe, expect, test } from "vitest";
import { LANGUAGES, someone } from "../../people.ts";
import { startWorld } from "../../world.ts";
import { cardOf, tap } from "./hands.ts";

describe("settings", () => {
  test("lead to everything that only a person opens", async () => {
    const world = await startWorld();
    const { person } = await someone(world);
    await person.send("/settings");
    await person.waitFor("Settings");
    const leads = [
      ["Wallets", "Your wallets"],
      ["Show seed", "Write down the seed"],
      ["Status", "you are reading its answer"],
      ["Privacy", "What this bot keeps"],
      ["Help", "What you can do here"],
      ["Delete my data", "Delete everything this bot keeps about you?"],
      ["Home", "in the wallet"],
    ] as const;
    for (const [label, text] of leads) {
      await person.send("/settings");
      const since = person.mark();
      await person.waitFor((message) => message.id === person.last()?.id && message.text.includes("⚙️ Settings"));
      await tap(person, label);
      await person.waitFor(text, { since });
    }
  });

  test("change the language, and the screen with it", async () => {
    const world = await startWorld();
    const { person } = await someone(world);
    await person.send("/settings");
    await tap(person, "Language");
    await tap(person, "Русский");
    await person.waitFor("Язык: русский");
    expect(person.buttons()).toContain("👛 Кошельки");
    await person.send("/start");
    await person.waitFor("в кошельке");
  });

  test.each(LANGUAGES)("turn charts and bars off: the words say the same (%s)", async (language) => {
    const world = await startWorld();
    const { person, seed } = await someone(world, { dollars: 100, language });
    const { pan } = await cardOf(world, seed, "Ads");
    world.cryptocardy.control.purchase({ pan, amount: 5, merchant: "SPOTIFY", threeDs: false });
    const stats = async () => {
      const since = person.mark();
      await person.send("/stats");
      return person.waitFor((message) => message.text.startsWith("📊") && message.text.includes("SPOTIFY"), { since });
    };
    const toggle = async () => {
      await person.send("/settings");
      return tap(person, language === "en" ? "Charts and bars" : "Графики и шкалы");
    };
    expect((await stats()).photo).toBeDefined();
    expect((await toggle()).text).toContain(language === "en" ? "No charts and no bars" : "Графиков и шкал больше");
    expect((await stats()).photo).toBeUndefined();
    await toggle();
    expect((await stats()).photo).toBeDefined();
  });

  test("that were drawn in another language draw themselves afresh", async () => {
    const world = await startWorld();
    const { person } = await someone(world);
    await person.send("/settings");
    const english = await person.waitFor("Settings");
    const data = person.find("Delete my data", english.id)?.data ?? "";
    await person.send("/lang");
    await person.waitFor("Which language should I speak?");
    await tap(person, "Русский");
    await person.waitFor("На каком языке говорить?");
    await person.stalePress(english.id, data);
    await person.waitFor((message) => message.id === english.id && message.text.includes("Настройки"));
  });
});

describe("/cancel", () => {
  test("leaves what is asked, and says so when nothing is", async () => {
    const world = await startWorld();
    const { person } = await someone(world);
    await person.send("/cancel");
    await person.waitFor("There is nothing to cancel");
    await person.send("/settings");
    await tap(person, "Wallets");
    await tap(person, "✅ #1");
    await tap(person, "Rename");
    await person.waitFor("be called");
    await person.send("/cancel");
    await person.waitFor("Cancelled");
  });

  test("leaves the question for a seed", async () => {
    const { person } = await startWorld();
    const ada = person(1, { language: "ru" });
    await ada.send("/start");
    await tap(ada, "У меня есть seed");
    await ada.waitFor("Пришлите seed");
    await ada.send("/cancel");
    await ada.waitFor("Отменено");
    await ada.send("просто текст");
    await ada.waitFor("Здесь я не ждал сообщения");
  });
});
