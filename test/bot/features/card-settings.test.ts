import { describe, expect, test } from "vitest";
import { hasButton, LANGUAGES, type Language, someone, tap } from "../../people.ts";
import { startWorld, type World } from "../../world.ts";
import { cardOf } from "./hands.ts";

const WORDS = {
  en: {
    settings: "Card settings",
    label: "Label",
    limit: "Monthly limit",
    categories: "Categories",
    autoFreeze: "Auto-freeze",
    tags: "Tags",
    save: "Save",
    saved: "Saved",
    settingsOf: /Settings of Ads/,
    rename: /New label for Ads/,
    willBe: /Ads ·\d{4} will be called Кофе ☕ ·\d{4}/,
    tooLong: "That is 41 characters, and 40 fit.",
    unlimited: "Monthly limit: not set",
    spent: "Spent this month: $12.50",
    left: "Left this month: $37.50",
    notBalance: "is not the balance",
    noLift: "no way to take a limit off. $50,000.00 has the same effect",
    highest: /Highest · \$50,000\.00/,
    tooLittle: "The smallest amount is $1.00",
    everything: "Now: everything",
    ads: "Ads",
    games: "Games",
    after: "After saving: 📣 Ads",
    afterAll: "After saving: everything",
    adsOnly: "Now: 📣 Ads",
    all: "All categories",
    off: "Auto-freeze: off",
    both: "“freeze when spending reaches the amount” or “freeze when the balance falls to it”",
    threshold: "Auto-freeze threshold: $20.00",
    turnOff: "Turn off",
    asSaved: "CryptoCardy does not show this setting",
    noTags: "No tags yet",
    remove: "Remove campaign=spring",
    reserved: "reserved",
  },
  ru: {
    settings: "Настройки карты",
    label: "Название",
    limit: "Лимит на месяц",
    categories: "Категории",
    autoFreeze: "Автозаморозка",
    tags: "Теги",
    save: "Сохранить",
    saved: "Сохранено",
    settingsOf: /Настройки карты Ads/,
    rename: /Новое название карты Ads/,
    willBe: /Ads ·\d{4} будет называться Кофе ☕ ·\d{4}/,
    tooLong: "Получилось 41 знак, а можно не больше 40.",
    unlimited: "Лимит на месяц: не задан",
    spent: "Потрачено в этом месяце: 12,50 $",
    left: "Осталось в этом месяце: 37,50 $",
    notBalance: "это не баланс",
    noLift: "Способа снять лимит CryptoCardy не описывает. Можно поставить 50 000,00 $",
    highest: /Наибольший · 50\s000,00\s\$/,
    tooLittle: "Наименьшая сумма — 1,00 $",
    everything: "Сейчас: всё",
    ads: "Реклама",
    games: "Игры",
    after: "После сохранения: 📣 Реклама",
    afterAll: "После сохранения: всё",
    adsOnly: "Сейчас: 📣 Реклама",
    all: "Все категории",
    off: "Автозаморозка: выключена",
    both: "«заморозить, когда расходы достигнут суммы» или «заморозить, когда баланс опустится до неё»",
    threshold: "Порог автозаморозки: 20,00 $",
    turnOff: "Выключить",
    asSaved: "CryptoCardy эту настройку не показывает",
    noTags: "Тегов пока нет",
    remove: "Убрать campaign=spring",
    reserved: "заняты",
  },
} as const;

/** Somebody at the settings of a card with $487.50 on it. */
async function atSettings(world: World, language: Language, changes: object = {}) {
  const { person, seed } = await someone(world, { dollars: 1000, language });
  const card = await cardOf(world, seed, "Ads", 500);
  const { control } = world.cryptocardy;
  control.purchase({ pan: card.pan, amount: 12.5, merchant: "FACEBK ADS", mcc: "7311", threeDs: false });
  const words = WORDS[language];
  if (Object.keys(changes).length > 0) {
    const headers = { "content-type": "application/json", "x-seed": seed };
    const body = JSON.stringify(changes);
    await fetch(`${world.cryptocardy.url}/cards/${card.id}`, { method: "PATCH", headers, body });
  }
  await person.send("/cards");
  await tap(person, /Ads ·/);
  await tap(person, words.settings);
  await person.waitFor(words.settingsOf);
  /** Waits for words, with the spaces of amounts as plain ones. */
  const sees = (text: string | RegExp, since = 0) =>
    person.waitFor(
      (message) => {
        const shown = message.text.replaceAll(/[\u00a0\u202f]/g, " ");
        return typeof text === "string" ? shown.includes(text) : text.test(shown);
      },
      { since },
    );
  const calls = async (work: () => Promise<unknown>) => {
    control.clearCalls();
    await work();
    return control.calls().map(({ method, path, query }) => `${method} ${path}${query.page ? ` ${query.page}` : ""}`);
  };
  const stored = async () => {
    const response = await fetch(`${world.cryptocardy.url}/cards/${card.id}`, { headers: { "x-seed": seed } });
    return (await response.json()) as Record<string, unknown>;
  };
  const pay = (amount: number, mcc: string) =>
    control.purchase({ pan: card.pan, amount, merchant: "SHOP", mcc, threeDs: false });
  return { person, card, words, sees, calls, stored, pay, control };
}

describe.each(LANGUAGES)("settings of a card (%s)", (language) => {
  test("a label is previewed, then saved; one that is too long is not taken", async () => {
    const { person, words, sees, stored, calls } = await atSettings(await startWorld(), language);
    await tap(person, words.label);
    await sees(words.rename);
    await person.send("x".repeat(41));
    await sees(words.tooLong);
    await person.send("Кофе\n ☕");
    await sees(words.willBe);
    expect((await stored()).label).toBe("Ads");
    const made = await calls(async () => {
      await tap(person, words.save);
      await sees(words.saved);
    });
    expect(made.filter((call) => call.startsWith("PATCH"))).toHaveLength(1);
    expect(made).toHaveLength(1);
    expect((await stored()).label).toBe("Кофе ☕");
  });

  test("a monthly limit is chosen or typed, beside what was spent and what is left; it cannot be lifted, only raised", async () => {
    const { person, words, sees, stored, calls, pay, card } = await atSettings(await startWorld(), language);
    const opening = await calls(async () => {
      await tap(person, words.limit);
      await sees(words.spent);
    });
    // The card itself was read a moment ago; on a busy machine that may be longer ago than it is kept.
    expect(opening.filter((call) => call !== `GET /cards/${card.id}`)).toEqual(["GET /transactions 1"]);
    const first = await sees(words.unlimited);
    expect(first.text).toContain(words.notBalance);
    await person.send("0");
    await sees(words.tooLittle);
    const setting = await calls(async () => {
      await person.send("50");
      await sees(words.left);
    });
    expect(setting.toSorted()).toEqual(["GET /bins", `PATCH /cards/${card.id}`]);
    expect(await stored()).toMatchObject({ spending_limit: 50 });
    const limited = await sees(words.noLift);
    expect(limited.text).toContain("▓▓▓░░░░░░░");
    expect(pay(40, "7311")).toMatchObject({ status: "declined", reason: "monthly_limit_exceeded" });
    await tap(person, words.highest);
    await expect.poll(async () => (await stored()).spending_limit).toBe(50_000);
    expect(pay(40, "7311")).toMatchObject({ status: "approved" });
    await expect.poll(() => person.find(words.highest)).toBeUndefined();
  });

  test("categories are ticked as groups and saved as codes; ticking asks the provider nothing", async () => {
    const { person, words, sees, stored, calls, pay, card } = await atSettings(await startWorld(), language);
    await tap(person, words.categories);
    await sees(words.everything);
    const ticking = await calls(async () => {
      await tap(person, new RegExp(`⬜ .*${words.ads}`));
      await sees(words.after);
      await tap(person, new RegExp(`⬜ .*${words.games}`));
      await tap(person, new RegExp(`✅ .*${words.games}`));
      await person.waitFor((message) => message.text.includes("MCC 7311") && !message.text.includes("5816"));
    });
    expect(ticking).toEqual([]);
    expect((await stored()).allowed_categories).toBeUndefined();
    const saving = await calls(async () => {
      await tap(person, words.save);
      await sees(words.adsOnly);
    });
    expect(saving).toEqual([`PATCH /cards/${card.id}`]);
    expect((await stored()).allowed_categories).toEqual(["7311"]);
    expect(pay(1, "5816")).toMatchObject({ status: "declined", reason: "category_not_allowed" });
    expect(pay(1, "7311")).toMatchObject({ status: "approved" });
    await tap(person, words.all);
    await sees(words.afterAll);
    await tap(person, words.save);
    await sees(words.everything);
    expect((await stored()).allowed_categories).toBeUndefined();
  });

  test("auto-freeze says that its meaning is not known, and takes an amount, or 0 to be turned off", async () => {
    const { person, words, sees, stored, pay } = await atSettings(await startWorld(), language);
    await tap(person, words.autoFreeze);
    const first = await sees(words.both);
    expect(first.text).toContain(words.off);
    await person.send("20");
    await sees(words.threshold);
    expect(await stored()).toMatchObject({ auto_freeze_at: 20 });
    const since = person.mark();
    await person.send("0");
    await sees(words.off, since);
    expect(await stored()).not.toHaveProperty("auto_freeze_at");
    const again = person.mark();
    await person.send("20");
    await sees(words.threshold, again);
    expect(pay(10, "7311")).toMatchObject({ status: "approved" });
    expect(await stored()).toMatchObject({ status: "frozen" });
    await tap(person, words.turnOff);
    await sees(words.off);
  });

  test("what the API accepts and does not show stands as it was saved here", async () => {
    const world = await startWorld({ cryptocardy: { variants: { toldSettings: false } } });
    const { person, words, sees, pay, control } = await atSettings(world, language);
    await tap(person, words.categories);
    await tap(person, new RegExp(`⬜ .*${words.ads}`));
    await sees(words.after);
    await tap(person, words.save);
    expect((await sees(words.adsOnly)).text).toContain(words.asSaved);
    expect(pay(1, "5816")).toMatchObject({ status: "declined", reason: "category_not_allowed" });
    await tap(person, language === "en" ? "Back" : "Назад");
    await sees(new RegExp(`: 📣 ${words.ads}\\n`));
    await tap(person, words.autoFreeze);
    await sees(words.off);
    await person.send("20");
    const kept = await sees(words.threshold);
    expect(kept.text).toContain(words.saved);
    expect(kept.text).toContain(words.asSaved);
    await tap(person, language === "en" ? "Refresh" : "Обновить");
    await person.waitFor(({ text }) => text.includes(words.asSaved) && !text.includes(words.saved));
    const since = person.mark();
    await person.send("0");
    await sees(words.off, since);
    control.variants({ toldSettings: true });
    await tap(person, language === "en" ? "Back" : "Назад");
    await sees(new RegExp(`: 📣 ${words.ads}\\n`));
  });

  test("tags are typed and pressed away, and what programs keep beside them stays hidden", async () => {
    const { person, words, sees, stored } = await atSettings(await startWorld(), language);
    await tap(person, words.tags);
    await sees(words.noTags);
    await person.send("campaign=spring");
    await sees("• campaign=spring");
    await person.send("#работа");
    await sees("• работа");
    await person.send("bot_ref=x");
    await sees(words.reserved);
    expect((await stored()).metadata).toEqual({ campaign: "spring", работа: "true" });
    await tap(person, words.remove);
    await person.waitFor((message) => message.text.includes("• работа") && !message.text.includes("• campaign"));
    expect((await stored()).metadata).toEqual({ работа: "true" });
  });
});

test("what was typed is not lost when saving it fails: Retry saves it", async () => {
  const { person, words, sees, stored, control } = await atSettings(await startWorld(), "en");
  const fails = () => control.faults.add({ method: "PATCH", path: "/cards/*", times: 1, kind: "status", status: 409 });
  const retries = async () => {
    const since = person.mark();
    await person.waitFor((message) => hasButton(message, "Retry"));
    await tap(person, "Retry");
    await sees(words.saved, since);
  };
  await tap(person, words.label);
  await sees(words.rename);
  await person.send("Кофе ☕");
  await sees(words.willBe);
  fails();
  await tap(person, words.save);
  await retries();
  expect((await stored()).label).toBe("Кофе ☕");
  await tap(person, words.tags);
  await sees(words.noTags);
  fails();
  await person.send("campaign=spring");
  await retries();
  expect((await stored()).metadata).toEqual({ campaign: "spring" });
  await tap(person, "Back");
  await tap(person, words.limit);
  await sees(words.unlimited);
  fails();
  await person.send("50");
  await retries();
  expect((await stored()).spending_limit).toBe(50);
});

test.each(["spent", "balance"] as const)(
  "auto-freeze may mean what was %s: either way it can be set and is warned about",
  async (meaning) => {
    const world = await startWorld({ cryptocardy: { variants: { autoFreeze: meaning } } });
    const { person, words, sees, stored, pay } = await atSettings(world, "en");
    await tap(person, words.autoFreeze);
    await sees(words.both);
    await person.send(meaning === "spent" ? "12" : "600");
    await sees(meaning === "spent" ? "If it means spending, the threshold is reached" : "If it means the balance, the");
    expect(pay(1, "7311")).toMatchObject({ status: "approved" });
    expect(await stored()).toMatchObject({ status: "frozen" });
  },
);

test("a tag is taken off though the provider does not take notice of null", async () => {
  const world = await startWorld({ cryptocardy: { variants: { metadataNull: "ignored" } } });
  const { person, words, sees, stored } = await atSettings(world, "en");
  await tap(person, words.tags);
  await sees(words.noTags);
  await person.send("campaign=spring");
  await sees("• campaign=spring");
  const since = person.mark();
  await tap(person, words.remove);
  await sees(words.noTags, since);
  expect((await stored()).metadata).toEqual({ campaign: "" });
});

test("a limit that was saved is told to be saved, though nothing is known of how high it could be", async () => {
  const { person, words, sees, control } = await atSettings(await startWorld(), "en");
  await tap(person, words.limit);
  await sees(words.unlimited);
  control.faults.add({ method: "GET", path: "/bins", times: 10, kind: "status", status: 503 });
  await person.send("50");
  const saved = await sees(words.left);
  expect(saved.text).toContain(words.saved);
  expect(saved.text).toContain("it can only be raised");
});

test("a shop's category is ticked alone, added or left out from elsewhere, and counts when it is saved", async () => {
  const { person, card, words, sees, stored, pay } = await atSettings(await startWorld(), "en");
  const wallet = (person.find(words.label)?.data ?? "").split("|")[1];
  const from = (act: string, mcc: string) => person.forge(`${act}|${wallet}|${card.id}|${mcc}`);
  await from("cats.only", "5816");
  await sees("After saving: 🎮 Games");
  await tap(person, words.save);
  await sees("Now: 🎮 Games");
  await from("cats.with", "7311");
  await sees("After saving: 📣 Ads, 🎮 Games");
  expect((await stored()).allowed_categories).toEqual(["5816", "5945", "7993", "7994"]);
  await from("cats.without", "7995");
  await sees(/After saving: 📣 Ads, .*Finance, 🏛/);
  await tap(person, words.save);
  await sees(/Now: 📣 Ads, .*Finance, 🏛/);
  expect(pay(1, "7995")).toMatchObject({ status: "declined", reason: "category_not_allowed" });
  expect(pay(1, "3000")).toMatchObject({ status: "approved" });
  expect(await from("cats.only", "0001")).toMatchObject({ alert: true });
});

test("codes that were set elsewhere and belong to no group stay when a group is added", async () => {
  const elsewhere = { allowed_categories: ["software", "5945"] };
  const { person, words, sees, stored } = await atSettings(await startWorld(), "en", elsewhere);
  await tap(person, words.categories);
  await sees("Now: 🎮 Games, software");
  await tap(person, /⬜ 📣 Ads/);
  await sees("After saving: 📣 Ads, 🎮 Games, software");
  await tap(person, words.save);
  await sees("Now: 📣 Ads, 🎮 Games, software");
  expect((await stored()).allowed_categories).toEqual(["7311", "5945", "software"]);
});

test("a button of the settings that names no amount changes nothing", async () => {
  const { person, card, stored } = await atSettings(await startWorld(), "en");
  const wallet = (person.find("Label")?.data ?? "").split("|")[1];
  for (const data of [
    `limit.set|${wallet}|${card.id}|0`,
    `limit.set|${wallet}|${card.id}|x`,
    `freezeat.set|${wallet}`,
  ]) {
    expect(await person.forge(data)).toMatchObject({ alert: true });
  }
  expect(await stored()).not.toHaveProperty("spending_limit");
  const opened = await person.waitFor((message) => hasButton(message, "Label"));
  expect(opened.text).toContain("Monthly limit: not set");
});
