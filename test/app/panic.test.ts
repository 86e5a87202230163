import { describe, expect, test } from "vitest";
import { cardOf } from "../bot/features/hands.ts";
import { setsLock } from "../bot/features/keys.ts";
import { freshSeed, hasButton, LANGUAGES, someone, tap } from "../people.ts";
import { startWorld } from "../world.ts";

const TEXTS = {
  en: {
    partly: "Not everything is frozen",
    done: "none is left active",
    failed: "not frozen",
    locked: "The app is locked",
  },
  ru: {
    partly: "Заморожено не всё",
    done: "активных не осталось",
    failed: "не заморожена",
    locked: "Доступ закрыт",
  },
} as const;

describe.each(LANGUAGES)("/panic (%s)", (language) => {
  test("freezes every card, kills links, takes codes away, locks; Retry mends what failed", async () => {
    const texts = TEXTS[language];
    const world = await startWorld();
    const { control } = world.cryptocardy;
    const { person, seed, words } = await someone(world, { dollars: 100, language });
    const cards = [
      await cardOf(world, seed, "One"),
      await cardOf(world, seed, "Two"),
      await cardOf(world, seed, "Three"),
    ];
    await person.send("/cards");
    await tap(person, /One/);
    await tap(person, words.details);
    await tap(person, language === "en" ? "One-time page" : "Одноразовая страница");
    const page = await person.waitFor((message) => message.protect === true && message.keyboard !== undefined);
    const { url = "" } = await person.press(/./, { message: page.id });
    control.purchase({ pan: cards[1]?.pan ?? "", amount: 5, merchant: "SPOTIFY", threeDs: true });
    const code = await person.waitFor((message) => hasButton(message, words.copyCode));
    const other = freshSeed();
    control.addWallet(other);
    control.deposit({ seed: other, currency: "usdt", usd: 50, fee: 0, confirm: true });
    await cardOf(world, other, "Four");
    await person.send(other);
    await tap(person, language === "en" ? "Connect" : "Подключить");
    await expect.poll(() => control.state(other).webhooks).toHaveLength(1);
    await setsLock(person, language, "2580");

    control.faults.add({
      method: "POST",
      path: `/cards/${cards[2]?.id}/freeze`,
      times: 20,
      kind: "status",
      status: 500,
    });
    const before = control.calls().length;
    await person.send("/panic");
    const partly = await person.waitFor(texts.partly);
    const calls = control.calls().slice(before);
    expect(calls.filter(({ path }) => path.endsWith("/freeze") && !path.includes(cards[2]?.id ?? "?"))).toHaveLength(3);
    expect(partly.text).toMatch(new RegExp(`Three[^\\n]*${texts.failed}`));
    expect(partly.text).toContain(texts.locked);
    const ids = person.messages().map(({ id }) => id);
    expect(ids).not.toContain(code.id);
    expect(ids).not.toContain(page.id);
    const opened = await fetch(url, { headers: { connection: "close" } });
    expect(await opened.text()).not.toContain("<button");
    expect(opened.status).toBe(404);

    control.faults.clear();
    await tap(person, words.retry);
    await person.waitFor(texts.done);
    const all = [seed, other].flatMap((one) => control.state(one).cards.map(({ status }) => status));
    expect(all).toEqual(["frozen", "frozen", "frozen", "frozen"]);
  });
});

test("/panic freezes more cards than the budget lets through at once, and counts meanwhile", async () => {
  const world = await startWorld({ cryptocardy: { limits: false } });
  const { control } = world.cryptocardy;
  const { person, seed } = await someone(world, { dollars: 200 });
  const cards = 130;
  for (let made = 0; made < cards; made += 1) await cardOf(world, seed, `Card ${made}`, 1);
  await person.send("/panic");
  await person.waitFor(new RegExp(`In progress: \\d+ of ${cards}`));
  await person.waitFor(`${cards} cards are frozen, none is left active`, { timeoutMs: 25_000 });
  expect(control.state(seed).cards.filter(({ status }) => status === "frozen")).toHaveLength(cards);
}, 40_000);

test("/export is a JSON file with wallets, cards and operations, and no seed", async () => {
  const world = await startWorld();
  const { person, seed } = await someone(world, { dollars: 100 });
  await cardOf(world, seed, "Ad Spend");
  await person.send("/cards");
  await person.waitFor((message) => hasButton(message, "Ad Spend"));
  const before = world.cryptocardy.control.calls().length;
  await person.send("/export");
  const file = await person.waitFor((message) => message.document !== undefined);
  expect(world.cryptocardy.control.calls().length - before).toBe(0);
  const document = JSON.parse(await (await fetch(new URL(file.document?.url ?? "", world.telegram.url))).text());
  expect(file.document?.name).toMatch(/^cryptocardy-bot-\d{4}-\d\d-\d\d\.json$/);
  expect(document.wallets[0].cards[0]).toMatchObject({ label: "Ad Spend", network: "visa" });
  expect(JSON.stringify(document)).not.toContain(seed);
});
