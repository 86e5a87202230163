import { describe, expect, test } from "vitest";
import { cardOf } from "../bot/features/hands.ts";
import { hasButton, LANGUAGES, type Language, someone, tap } from "../people.ts";
import { startWorld, type World } from "../world.ts";

const WORDS = {
  en: {
    notifications: "Notifications",
    always: "cannot be turned off",
    payments: "Payments",
    silent: "Silent payments",
    quiet: "Quiet hours",
    digest: "Daily summary",
    low: "Low balance",
    shield: "Hide unusual codes",
    guard: "Decline guard",
    asks: "Decline guard: asks",
    freezes: "Decline guard: freezes",
    codes: "Codes in quiet hours",
    silently: "Codes in quiet hours: silent",
    at: "in a row or",
    threeAt: "3 in a row or 15%",
    both: "3 in a row or 30%",
    on: "codes: on",
    off: "off",
    zone: "What time is it where you are?",
    begin: "When do quiet hours begin?",
    end: "From 22:00 until when?",
    declined: "Declined",
    row: "2 declines for lack of money in a row",
    hold: "Freeze until I fund",
    held: "is frozen until you fund it",
    offered: "Unfreeze it now?",
    hidden: "has never paid this shop",
    show: "Show code anyway",
    low2: "Little is left on",
  },
  ru: {
    notifications: "Уведомления",
    always: "отключить их нельзя",
    payments: "Платежи",
    silent: "Платежи без звука",
    quiet: "Тихие часы",
    digest: "Итоги дня",
    low: "Низкий баланс",
    shield: "Скрывать необычные коды",
    guard: "Защита карты",
    asks: "Защита карты: спрашивать",
    freezes: "Защита карты: замораживать",
    codes: "Коды в тихие часы",
    silently: "Коды в тихие часы: без звука",
    at: "подряд или",
    threeAt: "3 подряд или 15 %",
    both: "3 подряд или 30 %",
    on: "коды: вкл.",
    off: "выкл.",
    zone: "Который у вас час?",
    begin: "Когда начинаются тихие часы?",
    end: "С 22:00 и до скольких?",
    declined: "Отклонено",
    row: "2 платежа подряд отклонены — не хватает денег",
    hold: "Заморозить до пополнения",
    held: "заморожена до пополнения",
    offered: "Разморозить её?",
    hidden: "Этой картой в этом магазине ещё не платили",
    show: "Всё равно показать код",
    low2: "мало денег",
  },
} as const satisfies Record<Language, Record<string, string>>;

type Someone = Awaited<ReturnType<typeof someone>>;

async function openNotifications({ person }: Someone, language: Language): Promise<void> {
  const since = person.mark();
  await person.send("/settings");
  await person.waitFor((message) => hasButton(message, WORDS[language].notifications), { since });
  await tap(person, WORDS[language].notifications);
  await person.waitFor((message) => hasButton(message, WORDS[language].shield), { since });
}

/** The last line of a button that begins with these words. */
const labelled = ({ person }: Someone, words: string): string =>
  person.buttons().find((label) => label.includes(words)) ?? "";

const answered = async ({ person }: Someone, label: string): Promise<void> => {
  await person.waitUntil(() => person.buttons().some((text) => text.includes(label)));
};

const buy = ({ cryptocardy }: World, pan: string, amount: number, merchant: string, threeDs = false) =>
  cryptocardy.control.purchase({ pan, amount, merchant, threeDs });

describe.each(LANGUAGES)("notifications (%s)", (language) => {
  const say = WORDS[language];

  test("are set on one screen: kinds, amounts, hours in the person's zone; it costs the API nothing", async () => {
    const world = await startWorld();
    const ann = await someone(world, { language });
    const { person } = ann;
    const { control } = world.cryptocardy;
    await openNotifications(ann, language);
    control.clearCalls();
    expect(person.last()?.text).toContain(say.always);

    await tap(person, `✅ ${say.payments}`);
    await answered(ann, `🔕 ${say.payments}`);
    await tap(person, say.silent);
    await tap(person, /20[.,]00/);
    await answered(ann, say.shield);
    expect(labelled(ann, say.silent)).toMatch(/20[.,]00/);
    // Another amount is typed; what is none is said to be none.
    await tap(person, say.silent);
    await person.waitFor((message) => hasButton(message, say.off));
    await person.send("much");
    await person.waitFor((message) => message.id === person.last()?.id && message.text.includes("25"));
    await person.send("37,50");
    await person.waitUntil(() => /37[.,]50/.test(labelled(ann, say.silent)));

    // The zone is asked for once, before the first time of the day.
    await tap(person, say.quiet);
    await person.waitFor(say.zone);
    await tap(person, /UTC\+3$/);
    await person.waitFor(say.begin);
    await tap(person, "22:00");
    await person.waitFor(say.end);
    await tap(person, "07:00");
    await answered(ann, "22:00–07:00");
    await tap(person, say.codes);
    await answered(ann, say.silently);
    await tap(person, say.digest);
    await tap(person, "09:00");
    await answered(ann, `${say.digest}: 09:00`);
    expect(person.last()?.text).toContain("UTC+3");

    await tap(person, say.low);
    await person.waitFor("🪫");
    await tap(person, /50[.,]00/);
    await answered(ann, say.shield);
    await tap(person, say.shield);
    await answered(ann, say.on);
    await tap(person, say.guard);
    await answered(ann, say.freezes);

    await tap(person, say.at);
    await tap(person, /^3 /);
    await answered(ann, "✅ 3");
    await tap(person, /^30/);
    await answered(ann, "✅ 30");
    await tap(person, /Back|Назад/);
    await answered(ann, say.both);
    await tap(person, say.at);
    await tap(person, /^15/);
    await answered(ann, "✅ 15");
    await tap(person, /Back|Назад/);
    await answered(ann, say.threeAt);

    // Everything can be taken back.
    await tap(person, say.guard);
    await answered(ann, say.asks);
    await tap(person, say.quiet);
    await person.waitFor(say.begin);
    await tap(person, say.off);
    await answered(ann, `${say.quiet}: ${say.off}`);
    await tap(person, say.codes);
    await person.waitUntil(() => !person.buttons().some((text) => text.includes(say.silently)));
    await tap(person, `🔕 ${say.payments}`);
    await answered(ann, `✅ ${say.payments}`);
    expect(control.calls()).toEqual([]);
  });

  test("help: a decline is mended, the guard freezes until money comes, a low balance is told, a code is shielded", async () => {
    const world = await startWorld();
    const { control } = world.cryptocardy;
    const ann = await someone(world, { dollars: 500, language });
    const { person, seed, words } = ann;
    const card = await cardOf(world, seed, "Ads", 100);
    await person.waitFor((message) => message.text.includes(`·${card.last4}`));
    const status = () => control.state(seed).cards.find(({ id }) => id === card.id)?.status;
    await openNotifications(ann, language);
    await tap(person, say.low);
    await person.waitFor("🪫");
    await tap(person, /50[.,]00/);
    await answered(ann, say.shield);
    await tap(person, say.shield);
    await answered(ann, say.on);

    buy(world, card.pan, 60, "SPOTIFY");
    await person.waitFor((message) => message.text.includes(say.low2) && hasButton(message, words.fund));

    const oddity = buy(world, card.pan, 5, "EVIL SHOP", true);
    if (oddity.status !== "challenge") throw new Error(oddity.status);
    const { otp } = control.challenge(oddity.challengeId) as { otp: string };
    const shielded = await person.waitFor(say.hidden);
    expect(person.transcript()).not.toContain(otp);
    await person.press(say.show, { message: shielded.id });
    await person.waitFor((message) => message.id === shielded.id && message.text.includes(otp));

    buy(world, card.pan, 70, "FIRST");
    await person.waitFor((message) => message.text.includes("FIRST"));
    buy(world, card.pan, 71, "SECOND");
    const guarded = await person.waitFor((message) => message.text.includes(say.row));
    expect(guarded.text).toContain(say.declined);
    await person.press(say.hold, { message: guarded.id });
    await person.waitFor(say.held);
    expect(status()).toBe("frozen");

    // The missing amount is preset: the press leads to the confirm screen.
    await person.press(/31[.,]00/, { message: guarded.id });
    await person.waitFor((message) => hasButton(message, words.confirm) && /31[.,]00/.test(message.text));
    await tap(person, words.confirm);
    const offered = await person.waitFor(say.offered);
    await person.press(words.unfreeze, { message: offered.id });
    await expect.poll(status).toBe("active");
  });
});
