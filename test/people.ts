import { expect } from "vitest";
import type { Person } from "../sandbox/telegram/person.ts";
import type { World } from "./world.ts";

export type Language = "en" | "ru";
export const LANGUAGES: Language[] = ["en", "ru"];

/** The words of the contract's buttons, as a person looks for them. */
export const WORDS = {
  en: {
    newWallet: "New wallet",
    haveSeed: "I have a seed",
    cards: "Cards",
    newCard: "New card",
    home: "Home",
    fund: "Fund",
    withdraw: "Withdraw",
    freeze: "Freeze",
    unfreeze: "Unfreeze",
    details: "Details",
    history: "History",
    close: "Close card",
    keep: "Keep card",
    confirm: "Confirm",
    cancel: "Cancel",
    retry: "Retry",
    showOnce: "Show once",
    copyCode: "Copy code",
    notMe: "Not me",
    closeIt: "Close ·",
    backUp: "Back up the seed",
    showSeed: "Show seed",
    most: "Max",
    noName: "Without a name",
  },
  ru: {
    newWallet: "Новый кошелёк",
    haveSeed: "У меня есть seed",
    cards: "Карты",
    newCard: "Новая карта",
    home: "Домой",
    fund: "Пополнить",
    withdraw: "Вывести",
    freeze: "Заморозить",
    unfreeze: "Разморозить",
    details: "Реквизиты",
    history: "История",
    close: "Закрыть карту",
    keep: "Оставить карту",
    confirm: "Подтвердить",
    cancel: "Отмена",
    retry: "Повторить",
    showOnce: "Показать один раз",
    copyCode: "Скопировать код",
    notMe: "Это не я",
    closeIt: "Закрыть ·",
    backUp: "Записать seed",
    showSeed: "Показать seed",
    most: "Максимум",
    noName: "Без названия",
  },
} as const satisfies Record<Language, Record<string, string>>;

let last = 1000;

/** A seed that no other test uses. */
export function freshSeed(): string {
  last += 1;
  return `5eed-0000-0000-${last.toString(16).padStart(4, "0")}`;
}

/** Somebody whose wallet is connected already and holds so many dollars. */
export async function someone(world: World, { dollars = 0, language = "en" as Language } = {}) {
  const seed = freshSeed();
  const { control } = world.cryptocardy;
  control.addWallet(seed);
  if (dollars > 0) control.deposit({ seed, currency: "usdt", usd: dollars, fee: 0, confirm: true });
  last += 1;
  const person = world.person(last, { name: language === "ru" ? "Аня" : "Ann", language });
  const words = WORDS[language];
  await person.send("/start");
  await person.waitFor((message) => hasButton(message, words.haveSeed));
  await tap(person, words.haveSeed);
  const before = control.calls().length;
  await person.send(seed);
  await person.waitFor((message) => hasButton(message, words.cards));
  // The look at a new wallet is over, so that nobody counts its calls as theirs. It ends with the cards.
  const looked = () =>
    control
      .calls()
      .slice(before)
      .some(({ path }) => path === "/cards");
  if (world.looksAround) await expect.poll(looked, { interval: 10 }).toBe(true);
  return { person, seed, words };
}

export const hasButton = (message: ReturnType<Person["messages"]>[number], label: string): boolean =>
  (message.keyboard ?? []).flat().some(({ text }) => text.includes(label));

/** Presses a button as soon as it is there. */
export async function tap(person: Person, label: string | RegExp): ReturnType<Person["press"]> {
  await person.waitUntil(() => person.find(label) !== undefined);
  return person.press(label);
}

/** Issues a card through the chat; resolves when the chat says that it is ready. */
export async function issueCard(person: Person, words: (typeof WORDS)[Language], dollars: number): Promise<void> {
  await person.send("/newcard");
  await person.waitFor((message) => hasButton(message, "Visa"));
  await tap(person, "Visa");
  await tap(person, /491653/);
  await person.waitFor((message) => hasButton(message, words.most));
  await person.send(String(dollars));
  await tap(person, words.noName);
  await tap(person, words.confirm);
  await person.waitFor(/✅[\s\S]*·\d{4}/);
}
