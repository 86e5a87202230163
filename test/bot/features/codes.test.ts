import { describe, expect, test } from "vitest";
import { someone } from "../../people.ts";
import { startWorld, type World } from "../../world.ts";
import { cardOf, tap } from "./hands.ts";

/** Somebody with a card, whom no webhook tells of anything: codes come only when asked for. */
async function asker(language: "en" | "ru" = "en") {
  const world = await startWorld();
  world.cryptocardy.control.webhooks.stop();
  const { person, seed } = await someone(world, { dollars: 100, language });
  const card = await cardOf(world, seed, "Ads", 50);
  return { world, person, card };
}

function charge({ cryptocardy }: World, pan: string, merchant = "SPOTIFY", amount = 9.99) {
  const { challengeId = "" } = cryptocardy.control.purchase({ pan, amount, merchant }) as { challengeId?: string };
  const { otp } = cryptocardy.control.challenge(challengeId) as { otp: string };
  return { challengeId, otp };
}

describe("/otp", () => {
  test.each([
    { language: "en" as const, live: "One live code", copy: "Copy code", notMe: "Not me", money: "$9.99" },
    { language: "ru" as const, live: "1 действующий код", copy: "Скопировать код", notMe: "Это не я", money: "9,99 $" },
  ])("shows a live code in a message of its own that cannot be forwarded ($language)", async (words) => {
    const { world, person, card } = await asker(words.language);
    const { otp } = charge(world, card.pan);
    await person.send("/otp");
    await person.waitFor(words.live);
    const code = await person.waitFor(otp);
    expect(code.protect).toBe(true);
    expect(code.text).toContain("SPOTIFY");
    expect(code.text.replaceAll("\u00a0", " ")).toContain(words.money);
    expect(code.text).toContain(`Ads ·${card.last4}`);
    expect((await person.press(words.copy)).copied).toBe(otp);
    expect(person.find(words.notMe, code.id)).toBeDefined();
    expect(world.logged.join("")).not.toContain(otp);
  });

  test("leaves no code in the chat when it is not known which message got it", async () => {
    const { world, person, card } = await asker();
    await person.send("/otp");
    await person.waitFor("No codes at the moment");
    const { otp } = charge(world, card.pan);
    world.telegram.faults.add({ method: "sendMessage", chat: person.id, kind: "drop-after" });
    await tap(person, "Refresh");
    await person.waitFor("SPOTIFY");
    await person.waitFor("went wrong");
    expect(person.transcript()).not.toContain(otp);
    await person.send("/otp");
    await person.waitFor(otp);
  });

  test("refreshed shows a code once, and a new one besides", async () => {
    const { world, person, card } = await asker();
    const first = charge(world, card.pan);
    await person.send("/otp");
    await person.waitFor(first.otp);
    await tap(person, "Refresh");
    await person.waitFor("still the one in this chat");
    const second = charge(world, card.pan, "NETFLIX", 15.49);
    await tap(person, "Refresh");
    await person.waitFor("2 live codes");
    await person.waitFor(second.otp);
    expect(person.messages().filter(({ text }) => text.includes(first.otp))).toHaveLength(1);
  });

  test("without a code offers to watch closely, and then the code comes by itself", async () => {
    const { world, person, card } = await asker();
    await person.send("/otp");
    await person.waitFor("No codes at the moment");
    await tap(person, "I'm paying now");
    await person.waitFor("I check every few seconds until");
    const { otp } = charge(world, card.pan);
    const code = await person.waitFor(otp);
    expect(code.text).toContain("SPOTIFY");
  });

  test("does not show a code that was used", async () => {
    const { world, person, card } = await asker();
    const { challengeId, otp } = charge(world, card.pan);
    world.cryptocardy.control.answerChallenge({ challengeId, otp });
    await person.send("/otp");
    await person.waitFor("No codes at the moment");
    expect(person.transcript()).not.toContain(otp);
  });
});

describe("Not me", () => {
  test.each([
    { language: "en" as const, press: "Not me", frozen: "is frozen. Nobody can pay with it now", undo: "Unfreeze" },
    {
      language: "ru" as const,
      press: "Это не я",
      frozen: "заморожена. Теперь по ней никто не заплатит",
      undo: "Разморозить",
    },
  ])("freezes the card at once and takes the code out of the chat ($language)", async (words) => {
    const { world, person, card } = await asker(words.language);
    const { otp } = charge(world, card.pan);
    await person.send("/otp");
    await person.waitFor(otp);
    await tap(person, words.press);
    await person.waitFor(words.frozen);
    expect(person.transcript()).not.toContain(otp);
    expect(world.cryptocardy.control.purchase({ pan: card.pan, amount: 1, merchant: "X" })).toMatchObject({
      status: "declined",
    });
    expect(person.find(words.undo)).toBeDefined();
  });

  test("takes the code away even when the card cannot be frozen, and offers to try again", async () => {
    const { world, person, card } = await asker();
    const { otp } = charge(world, card.pan);
    await person.send("/otp");
    await person.waitFor(otp);
    world.cryptocardy.control.faults.add({
      method: "POST",
      path: `/cards/${card.id}/freeze`,
      times: 1,
      kind: "status",
      status: 503,
    });
    await tap(person, "Not me");
    await person.waitFor("could not be frozen");
    expect(person.transcript()).not.toContain(otp);
    await tap(person, /^❄️ Freeze$/);
    await expect
      .poll(() => world.cryptocardy.control.purchase({ pan: card.pan, amount: 1, merchant: "X" }).status)
      .toBe("declined");
  });

  test("under a pushed code does the same", async () => {
    const world = await startWorld();
    const { person, seed } = await someone(world, { dollars: 100 });
    const card = await cardOf(world, seed, "Ads", 50);
    const { otp } = charge(world, card.pan);
    await person.waitFor(otp);
    await tap(person, "Not me");
    await person.waitFor("is frozen. Nobody can pay with it now");
    expect(person.transcript()).not.toContain(otp);
  });
});
