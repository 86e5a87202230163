import type { Person } from "../../../sandbox/telegram/person.ts";
import { hasButton, tap } from "../../people.ts";

/** What a person looks for on the lock's screens. */
export const LOCK = {
  en: { settings: "App lock", set: "Set a PIN", ask: "Enter the PIN", on: "App lock: on", now: "Lock now" },
  ru: {
    settings: "PIN-код",
    set: "Задать PIN-код",
    ask: "Введите PIN-код",
    on: "PIN-код: включён",
    now: "Закрыть сейчас",
  },
} as const;

/** Presses the digits of a PIN on the keypad that says `words`; resolves with the bot's answer to the last one. */
export async function enter(person: Person, pin: string, words: string): ReturnType<Person["press"]> {
  const { id } = await person.waitFor((message) => message.text.includes(words) && hasButton(message, "⌫"));
  const presses: Awaited<ReturnType<Person["press"]>>[] = [];
  for (const digit of pin) presses.push(await person.press(digit, { message: id }));
  return presses.at(-1) ?? { alert: false };
}

/** Turns the lock on and shuts it. */
export async function setsLock(person: Person, language: "en" | "ru", pin: string): Promise<void> {
  const words = LOCK[language];
  await person.send("/settings");
  await tap(person, words.settings);
  await tap(person, words.set);
  await enter(person, pin, language === "en" ? "A new PIN" : "Новый PIN-код");
  await enter(person, pin, language === "en" ? "once more" : "ещё раз");
  await person.waitFor(words.on);
  await tap(person, words.now);
  await person.waitUntil(() => person.find(words.now) === undefined);
}
