import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { cardOf, opensWallet } from "../bot/features/hands.ts";
import { WORDS as BASIC, LANGUAGES, type Language, someone, tap } from "../people.ts";
import { startWorld, type World } from "../world.ts";

const WORDS = {
  en: {
    made: "New card",
    wasFunded: "was funded",
    any: "Any",
    money: (dollars: string) => `$${dollars}`,
  },
  ru: {
    made: "Новая карта",
    wasFunded: "пополнена",
    any: "Любая",
    money: (dollars: string) => `${dollars.replace(".", ",")} $`,
  },
} as const satisfies Record<Language, Record<string, unknown>>;

/** How screens begin, whatever their words. */
const SEEN = {
  home: "💰",
  cards: "💳",
  balance: "🟢",
  active: "🟢",
  frozen: "❄️",
  history: "🧾",
  codes: "🔐",
  status: "📶",
  deposit: "📥",
  settings: "⚙️",
  funded: "✅",
  withdrawn: "✅",
  closed: "✅",
};

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ");

type Call = { method: string; path: string; query: Record<string, string> };

/** What is asked in the background whatever the person does. */
const isSweep = ({ path, query }: Call): boolean =>
  path.startsWith("/webhooks") || (query.per_page === "100" && !query.card_id) || query.status === "pending";

/** `GET /cards/{id}`, as the documents write it. */
const named = ({ method, path }: Call): string => `${method} ${path.replace(/card_\w+/, "{id}")}`;

/** What the page of features says of the calls of a row. */
function documented(row: string): string {
  const lines = readFileSync("docs/features.md", "utf8").split("\n");
  const cells = lines.find((line) => line.startsWith(`| ${row} |`))?.split("|") ?? [];
  return cells[4] ?? "";
}

/** What the calls since the last look were, without those of sweeps. */
function createMeter({ cryptocardy: { control } }: World) {
  return {
    reset: () => control.clearCalls(),
    /** Where others are asked, too, by what follows from it. */
    includes(row: string, expected: string[]): void {
      const calls = (control.calls() as Call[]).map(named);
      for (const name of expected) {
        expect(calls.filter((call) => call === name)).toHaveLength(1);
        expect(documented(row), `docs/features.md, ${row}`).toContain(`\`${name}\``);
      }
    },
    /** `unseen`: asked by sweeps, too, so they cannot be told apart. */
    read(row: string, expected: string[], { unseen = [] as string[] } = {}): void {
      const calls = control.calls() as Call[];
      expect(
        calls
          .filter((call) => !isSweep(call))
          .map(named)
          .toSorted(),
        row,
      ).toEqual(expected.toSorted());
      for (const name of unseen) expect(calls.map(named), row).toContain(name);
      for (const name of [...expected, ...unseen]) expect(documented(row), `docs/features.md, ${row}`).toContain(name);
      if (expected.length + unseen.length === 0) expect(documented(row).trim(), row).toMatch(/^none|: none|\(cached\)/);
      control.clearCalls();
    },
  };
}

async function customer(world: World, language: Language) {
  const { person, seed, words } = await someone(world, { dollars: 500, language });
  const card = await cardOf(world, seed, "Ads", 50);
  await person.waitFor(new RegExp(`Ads ·${card.last4}`));
  /** Says or presses something and waits for the screen that must follow. */
  const goes = async (there: () => Promise<unknown>, sees: string): Promise<string> => {
    const since = person.mark();
    await there();
    return plain((await person.waitFor(({ text }) => plain(text).includes(sees), { since })).text);
  };
  return {
    person,
    words: { ...words, ...WORDS[language], ...SEEN },
    says: (text: string, sees: string) => goes(() => person.send(text), sees),
    presses: (label: string | RegExp, sees: string) => goes(() => tap(person, label), sees),
  };
}

test.each(LANGUAGES)("what a screen costs is what the documents say (%s)", async (language) => {
  const world = await startWorld();
  const meter = createMeter(world);
  const { person, words, says, presses } = await customer(world, language);
  meter.reset();

  await says("/start", words.home);
  meter.read("A22", ["GET /wallet/balance"]);
  await says("/cards", words.cards);
  meter.read("A7", ["GET /cards"]);
  await presses(/^🟢 Ads/, words.balance);
  meter.read("A8", ["GET /cards/{id}"]);
  await says("/history", words.history);
  meter.read("A20", ["GET /transactions"]);
  await says("/deposit", words.deposit);
  meter.read("A23, B12", ["GET /wallet/deposit-address"]);
  await says("/otp", words.codes);
  meter.read("A28", [], { unseen: ["GET /3ds"] });
  await says("/status", words.status);
  meter.read("A30, C9", ["GET /wallet/balance"]);
  await says("/settings", words.settings);
  meter.read("A43", []);

  await says("/cards", words.cards);
  await presses(/^🟢 Ads/, words.balance);
  meter.reset();
  await presses(words.freeze, words.frozen);
  meter.read("A15", ["POST /cards/{id}/freeze", "GET /cards/{id}"]);
  await presses(words.unfreeze, words.active);
  meter.read("A16", ["POST /cards/{id}/unfreeze", "GET /cards/{id}"]);
  await tap(person, words.details);
  await tap(person, words.showOnce);
  meter.read("A9", ["GET /cards/{id}/details"]);
});

test.each(LANGUAGES)("money moves after a screen with both sides before and after (%s)", async (language) => {
  const world = await startWorld();
  const meter = createMeter(world);
  const { words, says, presses } = await customer(world, language);
  const opens = async () => {
    await says("/cards", words.cards);
    await presses(/^🟢 Ads/, words.balance);
    meter.reset();
  };
  const shows = (text: string, figures: string[]) => {
    for (const figure of figures) expect(text).toContain(words.money(figure));
  };
  const looks = ["GET /cards/{id}", "GET /wallet/balance"];

  await opens();
  await presses(`💸 ${words.fund}`, words.money("450.00"));
  meter.read("A18", looks);
  shows(await says("20", "→"), ["50.00", "70.00", "450.00", "430.00"]);
  meter.read("A4", []);
  await presses(words.confirm, words.funded);
  meter.read("A18", [...looks, "POST /cards/{id}/fund"]);

  await opens();
  await presses(words.withdraw, words.money("430.00"));
  shows(await says("30", "→"), ["70.00", "40.00", "430.00", "460.00"]);
  meter.reset();
  await presses(words.confirm, words.withdrawn);
  meter.read("A19", [...looks, "POST /cards/{id}/withdraw"]);

  await opens();
  shows(await presses(words.close, "?"), ["40.00"]);
  meter.read("A17", ["GET /transactions"]);
  shows(await presses(words.closeIt, words.closed), ["40.00"]);
  meter.read("A17", [...looks, "DELETE /cards/{id}"]);
});

test.each(LANGUAGES)("a card made or funded elsewhere is told, with its balance (%s)", async (language) => {
  const world = await startWorld();
  const { person, seed } = await someone(world, { dollars: 500, language });
  const { id, last4 } = await cardOf(world, seed, "Ads", 50);
  const { made, wasFunded, money } = WORDS[language];
  const told = await person.waitFor(made);
  for (const words of [`Ads ·${last4}`, money("50.00")]) expect(plain(told.text)).toContain(words);
  await fetch(`${world.cryptocardy.url}/cards/${id}/fund`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-seed": seed },
    body: JSON.stringify({ amount: 20 }),
  });
  const funded = await person.waitFor((message) => plain(message.text).includes(money("70.00")));
  for (const words of [`Ads ·${last4}`, wasFunded]) expect(plain(funded.text)).toContain(words);
});

test.each(LANGUAGES)("opening a wallet costs what the documents say (%s)", async (language) => {
  const world = await startWorld();
  const words = { ...BASIC[language], ...WORDS[language] };
  const person = world.person(7, { language });
  const meter = createMeter(world);
  await opensWallet(person, { start: words.newWallet, any: words.any });
  meter.includes("A1", ["GET /", "GET /wallet/deposit-address"]);
});
