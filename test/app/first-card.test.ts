import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { VariantChanges } from "../../sandbox/cryptocardy/variants.ts";
import { opensWallet } from "../bot/features/hands.ts";
import { WORDS as BASIC, hasButton, LANGUAGES, type Language, tap } from "../people.ts";
import { startWorld } from "../world.ts";

const WORDS = {
  en: {
    any: "Any",
    copyAddress: "Copy address",
    awaited: "Your first Visa card is waiting for a deposit",
    inactive: "Your first card is not active yet",
    credited: "✅ Deposit credited",
    fundFirst: "Fund the first card",
    ready: /Your first card Visa ·\d{4} is ready/,
    byDeposit: "The deposit has made it active",
    elsewhere: "issued somewhere else",
    deposits: "My deposits",
    lastStep: "⏳ 5. First card active",
  },
  ru: {
    any: "Любая",
    copyAddress: "Скопировать адрес",
    awaited: "Ваша первая карта Visa ждёт депозита",
    inactive: "первая карта ещё не активна",
    credited: "✅ Депозит зачислен",
    fundFirst: "Пополнить первую карту",
    ready: /Ваша первая карта Visa ·\d{4} готова/,
    byDeposit: "стала активной после депозита",
    elsewhere: "выпустили не в этом чате",
    deposits: "Мои депозиты",
    lastStep: "⏳ 5. Первая карта активна",
  },
} as const satisfies Record<Language, Record<string, unknown>>;

/** Somebody who has just opened a wallet; its cards were looked at, as they are when its webhook is there. */
async function newcomer(language: Language, variants: VariantChanges = {}) {
  const world = await startWorld({ cryptocardy: { variants } });
  const { control } = world.cryptocardy;
  const words = { ...BASIC[language], ...WORDS[language] };
  const person = world.person(7, { language });
  await opensWallet(person, { start: words.newWallet, any: words.any });
  const looks = () => control.calls().filter(({ method, path }) => method === "GET" && path === "/cards").length;
  await expect.poll(looks).toBeGreaterThan(0);
  const address = person.find(words.copyAddress)?.copy ?? "";
  return {
    person,
    words,
    control,
    /** Calls of the API, as the documents write them. */
    calls: () => control.calls().map(({ method, path }) => `${method} ${path}`),
    deposit: () => control.deposit({ address, currency: "btc", usd: 100, fee: 0, confirm: true }),
    told: (word: string) => person.messages().filter(({ text }) => text.includes(word)),
  };
}

test.each(LANGUAGES)("what the first card waits for is shown wherever a deposit is asked for (%s)", async (lang) => {
  const { person, words } = await newcomer(lang);
  const opened = person.messages().find(({ photo }) => photo !== undefined);
  expect(opened?.text).toContain(words.awaited);
  await person.send("/deposit");
  // The same coins were on a screen of the opening, which may still be on its way out.
  const ways = await person.waitFor((message) => hasButton(message, words.deposits) && message.photo === undefined);
  await person.press("BTC · Bitcoin", { message: ways.id });
  await person.waitFor(({ text, photo }) => photo !== undefined && text.includes(words.inactive));
  await person.send("/cards");
  const since = person.mark();
  await tap(person, /^⏳ Visa ·\d{4}/);
  const card = await person.waitFor("⏳", { since });
  expect((card.keyboard ?? []).flat()[0]?.text).toBe(`💸 ${words.fund}`);
  expect(hasButton(card, words.freeze)).toBe(false);
});

test.each(LANGUAGES)(
  "a card that its first money makes active is funded from the deposit's message (%s)",
  async (lang) => {
    const { person, words, deposit, told, control } = await newcomer(lang);
    deposit();
    const credited = await person.waitFor(
      (message) => message.text.includes(words.credited) && hasButton(message, words.fundFirst),
    );
    await person.press(words.fundFirst, { message: credited.id });
    await person.waitFor((message) => hasButton(message, words.cancel));
    await person.send("20");
    await tap(person, words.confirm);
    await person.waitFor(/✅[\s\S]*20[.,]00/);
    await person.send("/cards");
    await person.waitUntil(() => person.find(/^🟢 Visa ·\d{4}/) !== undefined);
    await control.idle();
    for (const word of [words.elsewhere, words.byDeposit]) expect(told(word)).toHaveLength(0);
  },
);

test.each(LANGUAGES)("a credited deposit has one step more while the first card waits (%s)", async (lang) => {
  const { person, words, deposit } = await newcomer(lang);
  deposit();
  await person.waitFor((message) => hasButton(message, words.fundFirst));
  await tap(person, words.deposits);
  await tap(person, /BTC$/);
  const detail = await person.waitFor(words.lastStep);
  expect(hasButton(detail, words.fundFirst)).toBe(true);
});

test.each(
  LANGUAGES.flatMap((lang) => [
    { lang, activationEvent: true },
    { lang, activationEvent: false },
  ]),
)(
  "a card that a deposit makes active is told as the first one ($lang, event: $activationEvent)",
  async ({ lang, activationEvent }) => {
    const { person, words, deposit, told, control } = await newcomer(lang, {
      pendingCard: "on-deposit",
      activationEvent,
    });
    deposit();
    const ready = await person.waitFor(words.ready);
    expect(ready.text).toContain(words.byDeposit);
    await person.press(words.fund, { message: ready.id });
    await person.waitFor((message) => hasButton(message, words.cancel));
    await control.idle();
    expect(told(words.byDeposit)).toHaveLength(1);
    expect(told(words.elsewhere)).toHaveLength(0);
  },
);

test.each(LANGUAGES)("where no card is ever listed, one is issued from the deposit's message (%s)", async (lang) => {
  const { person, words, deposit, told } = await newcomer(lang, { pendingCard: "never" });
  deposit();
  const credited = await person.waitFor(words.credited);
  expect(hasButton(credited, words.fundFirst)).toBe(false);
  await person.press(words.newCard, { message: credited.id });
  await person.waitFor((message) => hasButton(message, "Mastercard"));
  expect(told(words.byDeposit)).toHaveLength(0);
});

test("no call of a look at the first card is left out of the documents", async () => {
  const { person, words, deposit, control, calls } = await newcomer("en");
  control.clearCalls();
  deposit();
  await person.waitFor(words.credited);
  await expect.poll(calls).toContain("GET /cards");
  const row = readFileSync("docs/features.md", "utf8")
    .split("\n")
    .find((line) => line.startsWith("| A45 |"));
  for (const call of new Set(calls())) expect(row).toContain(`\`${call}\``);
});
