import { expect, test } from "vitest";
import { cardOf } from "../bot/features/hands.ts";
import { hasButton, LANGUAGES, someone } from "../people.ts";
import { startWorld } from "../world.ts";

const DAY = 24 * 60 * 60_000;
const TEXTS = {
  en: { tomorrow: "Tomorrow: NETFLIX ≈ $15.49", short: "has only", missing: "Fund $11.96", home: "in the wallet" },
  ru: {
    tomorrow: "Завтра: NETFLIX ≈ 15,49",
    short: "только 3,53",
    missing: "Пополнить на 11,96 $",
    home: "в кошельке",
  },
} as const;

test.each(LANGUAGES)(
  "a payment that comes every week is told ahead and stands on the first screen (%s)",
  async (language) => {
    let ago = 21 * DAY;
    const world = await startWorld({ cryptocardy: { clock: { now: () => Date.now() - ago } } });
    const { control } = world.cryptocardy;
    const texts = TEXTS[language];
    const { person, seed, words } = await someone(world, { dollars: 100, language });
    const card = await cardOf(world, seed, "Fun", 50);
    await expect.poll(() => control.state(seed).webhooks).toHaveLength(1);
    for (const days of [20, 13, 6]) {
      ago = days * DAY;
      const mark = person.mark();
      control.purchase({ pan: card.pan, amount: 15.49, merchant: "NETFLIX", threeDs: false });
      await person.waitFor(/NETFLIX/, { since: mark });
    }
    const told = await person.waitFor((message) => message.text.includes(texts.tomorrow));
    expect(told.text).toContain(texts.short);
    expect(hasButton(told, words.freeze)).toBe(true);
    const fund = (told.keyboard ?? []).flat().find(({ text }) => text.includes(words.fund));
    expect(fund?.text.replace(/[\u00a0\u202f]/g, " "), "with what is missing").toContain(texts.missing);

    const before = control.calls().filter(({ path }) => path.includes("transactions")).length;
    const mark = person.mark();
    await person.send("/start");
    const home = await person.waitFor(texts.home, { since: mark });
    expect(home.text).toContain(texts.tomorrow);
    expect(control.calls().filter(({ path }) => path.includes("transactions"))).toHaveLength(before);
    expect(person.messages().filter(({ text }) => text.includes(texts.short))).toHaveLength(1);
  },
);
