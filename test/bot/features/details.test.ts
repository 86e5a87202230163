import { describe, expect, test } from "vitest";
import { someone, WORDS } from "../../people.ts";
import { startWorld } from "../../world.ts";
import { cardOf, dump, tap } from "./hands.ts";

const spaced = (pan: string): string => pan.replace(/(\d{4})(?=\d)/g, "$1 ");

async function atChooser(language: "en" | "ru" = "en", options = {}) {
  const world = await startWorld(options);
  const { person, seed } = await someone(world, { dollars: 50, language });
  const card = await cardOf(world, seed);
  await person.send("/cards");
  await tap(person, `·${card.last4}`);
  await tap(person, WORDS[language].details);
  await person.waitFor(language === "en" ? "where should I show the details?" : "где показать реквизиты?");
  return { world, person, card };
}

describe("card details", () => {
  test.each(["en", "ru"] as const)("are shown once in a pop-up and stay nowhere (%s)", async (language) => {
    const { world, person, card } = await atChooser(language);
    const shown = await tap(person, WORDS[language].showOnce);
    expect(shown.alert).toBe(true);
    expect(shown.text).toContain(spaced(card.pan));
    expect(shown.text).toContain(`CVV ${card.cvv}`);
    expect(shown.text).toMatch(/\d\d\/\d\d/);
    expect(shown.text?.length).toBeLessThanOrEqual(200);
    const kept = `${person.transcript()}${world.logged.join("")}${await dump(world.redisUrl)}`;
    expect(kept).not.toContain(card.pan);
    expect(kept).not.toContain(spaced(card.pan));
  });

  test("come late rather than not at all when the provider is slow", async () => {
    const { world, person, card } = await atChooser();
    world.cryptocardy.control.faults.add({
      method: "GET",
      path: "/cards/*/details",
      times: 1,
      kind: "delay",
      ms: 1500,
    });
    const shown = await tap(person, "Show once");
    expect(shown.text).toContain(spaced(card.pan));
  });

  test("are refused in words when they were looked at too often", async () => {
    const { person } = await atChooser();
    const texts: string[] = [];
    for (let count = 0; count < 7; count++) texts.push((await person.press("Show once")).text ?? "");
    expect(texts.at(-1)).toMatch(/only a few times a minute\. Try again in \d+ seconds?/);
  });

  test("are not to be had when the provider fails, and the pop-up says so", async () => {
    const { world, person } = await atChooser();
    world.cryptocardy.control.faults.add({
      method: "GET",
      path: "/cards/*/details",
      times: 10,
      kind: "status",
      status: 503,
    });
    const shown = await tap(person, "Show once");
    expect(shown).toMatchObject({ alert: true });
    expect(shown.text).toContain("did not give the details");
  });

  test("on a one-time page: a link in a message that cannot be forwarded", async () => {
    const { person, card } = await atChooser();
    await tap(person, "One-time page");
    const page = await person.waitFor("is ready");
    expect(page.protect).toBe(true);
    expect((await person.press("Open the page")).url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/r\/[\w-]{16,}$/);
    expect(page.text).not.toContain(card.pan);
  });

  test("on a one-time page: no link stays in the chat when it is not known which message got it", async () => {
    const { world, person } = await atChooser();
    world.telegram.faults.add({ method: "sendMessage", chat: person.id, kind: "drop-after" });
    await tap(person, "One-time page");
    await person.waitFor("is being made");
    await person.waitFor("went wrong");
    expect(person.find("Open the page")).toBeUndefined();
  });

  test("have no page where the bot has no public address", async () => {
    const { person } = await atChooser("en", { webhooks: false });
    expect(person.buttons().join()).not.toContain("One-time page");
  });

  test("the billing address stays in the chat, each line with a button that copies it", async () => {
    const { person, card } = await atChooser();
    await tap(person, "Billing address");
    const shown = await person.waitFor("Billing address of");
    expect(shown.text).toContain("123 Privacy Street");
    expect((await person.press("19801")).copied).toBe("19801");
    expect(shown.text).not.toContain(card.pan);
  });

  test("of somebody else's card are not shown", async () => {
    const { world, person, card } = await atChooser();
    const data = person.find("Show once")?.data ?? "";
    const { person: eve } = await someone(world);
    await eve.send("/start");
    await eve.waitFor("in the wallet");
    const shown = await eve.forge(data);
    expect(shown).toMatchObject({ alert: true, text: "This belongs to a wallet that is not connected here." });
    expect(eve.transcript()).not.toContain(card.last4);
  });
});
