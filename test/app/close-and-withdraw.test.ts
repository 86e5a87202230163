import { expect, test } from "vitest";
import { cardOf } from "../bot/features/hands.ts";
import { hasButton, LANGUAGES, type Language, someone, tap } from "../people.ts";
import { startWorld } from "../world.ts";

const DAY = 24 * 60 * 60_000;
const TEXTS = {
  en: {
    unpaid: "What is left on the card does not cover this payment:\n📅 Tomorrow: NETFLIX ≈ $15.49",
    declined: "This payment is expected on the card and will be declined:\n📅 Tomorrow: NETFLIX ≈ $15.49",
    holds: (count: number) => `Pending holds: ${count} (may fail)`,
    unknown: "Whether there is one cannot be seen right now.",
  },
  ru: {
    unpaid: "Остатка на карте не хватит на этот платёж:\n📅 Завтра: NETFLIX ≈ 15,49 $",
    declined: "С карты ожидается платёж, он будет отклонён:\n📅 Завтра: NETFLIX ≈ 15,49 $",
    holds: (count: number) => `Незавершённые холды: ${count} (могут не пройти)`,
    unknown: "Есть ли такие, сейчас не узнать.",
  },
} as const satisfies Record<Language, object>;

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ");

test.each(LANGUAGES)(
  "who takes money off a card is told what it will not pay: holds, and what comes again (%s)",
  async (language) => {
    let ago = 21 * DAY;
    const world = await startWorld({ cryptocardy: { clock: { now: () => Date.now() - ago } } });
    const { control } = world.cryptocardy;
    const texts = TEXTS[language];
    const { person, seed, words } = await someone(world, { dollars: 200, language });
    const card = await cardOf(world, seed, "Fun", 100);
    await expect.poll(() => control.state(seed).webhooks).toHaveLength(1);
    let last = "";
    for (const days of [20, 13, 6]) {
      ago = days * DAY;
      const mark = person.mark();
      const bought = control.purchase({ pan: card.pan, amount: 15.49, merchant: "NETFLIX", threeDs: false });
      last = String((bought as { transactionId?: string }).transactionId);
      await person.waitFor(/NETFLIX/, { since: mark });
    }

    /** What is drawn after a press below the card. */
    const opens = async (label: string, button: string): Promise<string> => {
      await person.send("/cards");
      await tap(person, /^🟢 Fun/);
      await person.waitUntil(() => person.find(label) !== undefined);
      const since = person.mark();
      await person.press(label);
      return plain((await person.waitFor((message) => hasButton(message, button), { since })).text);
    };
    const withdraws = async (dollars: string): Promise<string> => {
      await opens(words.withdraw, words.cancel);
      const since = person.mark();
      await person.send(dollars);
      const confirm = await person.waitFor((message) => message.text.includes("→"), { since });
      await tap(person, words.cancel);
      return plain(confirm.text);
    };

    expect(await withdraws("50")).toContain(texts.unpaid);
    expect(await withdraws("20")).not.toContain("NETFLIX");

    const asked = await opens(words.close, words.keep);
    expect(asked).toContain(texts.holds(3));
    expect(asked).toContain(texts.declined);
    control.settle(last);
    expect(await opens(words.close, words.keep)).toContain(texts.holds(2));
    control.faults.add({ method: "GET", path: "/transactions", kind: "status", status: 400 });
    const unknown = await opens(words.close, words.keep);
    expect(unknown).toContain(texts.unknown);
    expect(unknown).toContain(texts.declined);
  },
);
