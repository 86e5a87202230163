import { describe, expect, test } from "vitest";
import { hasButton, LANGUAGES, type Language, someone, tap } from "../../people.ts";
import { startWorld, type World } from "../../world.ts";

const WORDS = {
  en: {
    none: "You have no cards yet",
    newCard: "New card",
    filter: "Filter and search",
    frozen: "Frozen",
    all: "All",
    anyBin: "Any BIN",
    show: "Show cards",
    clear: "Clear filter",
    search: "Search by label or tag",
    balance: "Balance",
    next: "Next",
    eight: "8 cards · page 1 of 2",
    second: "8 cards · page 2 of 2",
    one: "1 card · page 1 of 1",
    two: "2 cards · page 1 of 1",
    noneFit: "No card matches",
    lookedFor: "You were looking for: ❄️ Frozen · “zzz”",
    freeze: "Freeze",
    settings: "Card settings",
    tags: "Tags",
    refresh: "Refresh",
  },
  ru: {
    none: "Карт пока нет",
    newCard: "Новая карта",
    filter: "Фильтр и поиск",
    frozen: "Замороженные",
    all: "Все",
    anyBin: "Любой BIN",
    show: "Показать карты",
    clear: "Сбросить фильтр",
    search: "Поиск по названию или тегу",
    balance: "По балансу",
    next: "Следующие",
    eight: "8 карт · страница 1 из 2",
    second: "8 карт · страница 2 из 2",
    one: "1 карта · страница 1 из 1",
    two: "2 карты · страница 1 из 1",
    noneFit: "Подходящих карт нет",
    lookedFor: "Вы искали: ❄️ Замороженные · «zzz»",
    freeze: "Заморозить",
    settings: "Настройки карты",
    tags: "Теги",
    refresh: "Обновить",
  },
} as const;

/** Cards made at the provider, the last of them the newest. */
async function withCards(world: World, language: Language) {
  const { person, seed } = await someone(world, { dollars: 1000, language });
  const { control } = world.cryptocardy;
  const make = async (label: string, amount: number, bin = "491653") => {
    const headers = { "content-type": "application/json", "x-seed": seed };
    const body = JSON.stringify({ bin_id: bin, amount, label });
    const answer = await fetch(`${world.cryptocardy.url}/cards`, { method: "POST", headers, body });
    return ((await answer.json()) as { id: string }).id;
  };
  const patch = (id: string, body: object) =>
    fetch(`${world.cryptocardy.url}/cards/${id}`, {
      method: "PATCH",
      headers: { "content-type": "application/json", "x-seed": seed },
      body: JSON.stringify(body),
    });
  /** The names on the buttons of cards, in their order; as soon as the newest list shows as many. */
  const listed = (count: number, since: number) =>
    person
      .waitFor((message) => cardsOn(message).length === count, { since })
      .then((message) => cardsOn(message).map((text) => text.replace(/^\S+ (.*) ·.*$/u, "$1")));
  return { person, words: WORDS[language], make, patch, listed, control };
}

const cardsOn = (message: { keyboard?: { text: string }[][] }): string[] =>
  (message.keyboard ?? []).flat().flatMap(({ text }) => (/ ·\d{4} — /.test(text) ? [text] : []));

describe.each(LANGUAGES)("the list of cards (%s)", (language) => {
  test("without cards it leads to the first one; with many it has pages; one call each", async () => {
    const { person, words, make, listed, control } = await withCards(await startWorld(), language);
    await person.send("/cards");
    await person.waitFor((message) => message.text.includes(words.none) && hasButton(message, words.newCard));
    for (let number = 1; number <= 8; number++) await make(`Card ${number}`, number);
    // The list is kept for a few seconds, unless an event says that there is news.
    await person.waitFor("Card 8");
    control.clearCalls();
    await person.send("/cards");
    await person.waitFor(words.eight);
    const since = person.mark();
    await tap(person, words.next);
    expect(await listed(2, since)).toEqual(["Card 2", "Card 1"]);
    await person.waitFor(words.second);
    expect(person.find("2/2")).toBeDefined();
    const lists = control.calls().filter(({ path }) => path === "/cards");
    expect(lists.map(({ query }) => query.page)).toEqual(["1", "2"]);
  });

  test("it is narrowed by status, BIN and label, sorted either way, and says so; what finds nothing can be cleared", async () => {
    const { person, words, make, listed, control } = await withCards(await startWorld(), language);
    const ads = await make("Meta Ads", 10);
    await make("Netflix", 30, "531993");
    await make("Google ads", 20);
    await person.send("/cards");
    await tap(person, /Meta Ads/);
    await tap(person, words.freeze);
    await expect.poll(() => control.state().cards.find(({ id }) => id === ads)?.status).toBe("frozen");
    await person.send("/cards");
    await tap(person, words.filter);
    await person.waitFor((message) => hasButton(message, words.anyBin));

    control.clearCalls();
    await tap(person, new RegExp(`^❄️ ${words.frozen}`));
    await person.waitFor((message) => hasButton(message, `✅ ❄️ ${words.frozen}`));
    expect(control.calls().filter(({ path }) => path.startsWith("/cards"))).toEqual([]);
    let since = person.mark();
    await tap(person, words.show);
    expect(await listed(1, since)).toEqual(["Meta Ads"]);
    await person.waitFor(words.one);
    expect(
      control
        .calls()
        .filter(({ path }) => path === "/cards")
        .map(({ query }) => query.status),
    ).toEqual(["frozen"]);

    await tap(person, words.filter);
    await tap(person, words.search);
    await person.waitFor(/#/);
    await person.send("zzz");
    await person.waitFor((message) => message.text.includes(words.noneFit) && message.text.includes(words.lookedFor));
    since = person.mark();
    await tap(person, words.clear);
    expect(await listed(3, since)).toEqual(["Google ads", "Netflix", "Meta Ads"]);

    await tap(person, words.filter);
    await tap(person, /Visa 491653/);
    await person.waitFor((message) => hasButton(message, "✅ Visa 491653"));
    await tap(person, words.balance);
    await person.waitFor((message) => hasButton(message, `✅ ${words.balance} ↓`));
    await tap(person, `✅ ${words.balance} ↓`);
    await person.waitFor((message) => hasButton(message, `✅ ${words.balance} ↑`));
    since = person.mark();
    await tap(person, words.show);
    expect(await listed(2, since)).toEqual(["Meta Ads", "Google ads"]);
    await person.waitFor(new RegExp(`🔎 BIN 491653 · ${words.balance} ↑`));
    await tap(person, words.filter);
    await tap(person, words.search);
    await person.waitFor(/#/);
    since = person.mark();
    await person.send("GOOGLE");
    expect(await listed(1, since)).toEqual(["Google ads"]);
  });

  test("a tag is looked for in cards that were never opened, and each of them is read once", async () => {
    const { person, words, make, patch, listed, control } = await withCards(await startWorld(), language);
    for (const [label, metadata] of [
      ["One", { campaign: "spring" }],
      ["Two", {}],
      ["Three", { campaign: "spring", bot_ref: "x" }],
    ] as const) {
      await patch(await make(label, 5), { metadata });
    }
    await person.send("/cards");
    await tap(person, words.filter);
    await tap(person, words.search);
    await person.waitFor(/#/);
    control.clearCalls();
    let since = person.mark();
    await person.send("#campaign");
    expect(await listed(2, since)).toEqual(["Three", "One"]);
    expect(control.calls().filter(({ path }) => path.startsWith("/cards/"))).toHaveLength(3);
    await person.waitFor(words.two);
    await tap(person, words.filter);
    await tap(person, words.search);
    control.clearCalls();
    since = person.mark();
    await tap(person, "campaign=spring");
    expect(await listed(2, since)).toEqual(["Three", "One"]);
    expect(control.calls().filter(({ path }) => path.startsWith("/cards/"))).toEqual([]);
    expect(person.find("bot_ref")).toBeUndefined();
  });

  test("without page counts of the provider the pages are counted here", async () => {
    const world = await startWorld({ cryptocardy: { variants: { noTotalPages: true } } });
    const { person, words, make } = await withCards(world, language);
    for (let number = 1; number <= 8; number++) await make(`Card ${number}`, number);
    await person.send("/cards");
    await person.waitFor(words.eight);
  });

  test("the screen of a card leads to its settings, and shows the month against the limit without another call", async () => {
    const { person, words, make, patch, control } = await withCards(await startWorld(), language);
    const id = await make("Ads", 50);
    await patch(id, { spending_limit: 40 });
    await person.send("/cards");
    await person.waitFor(words.one);
    control.clearCalls();
    await tap(person, /Ads ·/);
    const card = await person.waitFor((message) => /░{10}/.test(message.text) && hasButton(message, words.settings));
    expect(control.calls().filter(({ path }) => path.startsWith("/cards"))).toHaveLength(1);
    await patch(id, { spending_limit: 70 });
    await tap(person, words.refresh);
    await person.waitFor((message) => message.id === card.id && /70[.,]00/.test(message.text));
    expect(control.calls().filter(({ method, path }) => method === "GET" && path.startsWith("/cards"))).toHaveLength(2);
  });
});
