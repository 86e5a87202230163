import { describe, expect, test } from "vitest";
import { someone } from "../../people.ts";
import { startWorld } from "../../world.ts";
import { tap } from "./hands.ts";

describe("depositing", () => {
  test.each([
    {
      language: "en" as const,
      choose: "What will you deposit?",
      minimum: "Minimum: 5.00 USDT",
      only: "Send only USDT over Ethereum (ERC-20)",
      copy: "Copy address",
    },
    {
      language: "ru" as const,
      choose: "Что вы внесёте?",
      minimum: "Минимум: 5.00 USDT",
      only: "только USDT и только по сети Ethereum (ERC-20)",
      copy: "Скопировать адрес",
    },
  ])("names coin and network before the address, and the minimum with it ($language)", async (words) => {
    const world = await startWorld();
    const { person } = await someone(world, { language: words.language });
    await person.send("/deposit");
    const choice = await person.waitFor(words.choose);
    expect(choice.text).not.toMatch(/0x|bc1/);
    expect(person.find("BTC · Bitcoin", choice.id)).toBeDefined();
    await tap(person, "USDT · Ethereum (ERC-20)");
    const shown = await person.waitFor((message) => message.photo !== undefined);
    expect(shown.text).toContain(words.minimum);
    expect(shown.text).toContain(words.only);
    expect(shown.text.length).toBeLessThanOrEqual(1024);
    const { copied = "" } = await person.press(words.copy);
    expect(shown.text).toContain(copied);
    expect(person.messages().filter(({ from }) => from === "bot" && person.find(words.choose))).toEqual([]);
  });

  test("lists what became of deposits", async () => {
    const world = await startWorld();
    const { control } = world.cryptocardy;
    const { person, seed } = await someone(world);
    await person.send("/deposit");
    await tap(person, "My deposits");
    await person.waitFor("No deposits yet");

    control.deposit({ seed, currency: "btc", usd: 500, fee: 10, confirm: true });
    control.deposit({ seed, currency: "sol", usd: 25 });
    const since = person.mark();
    await tap(person, "Refresh");
    const list = await person.waitFor("🧾 Deposits", { since });
    expect(list.text).toContain("BTC · $490.00 credited");
    expect(list.text).toContain("fee $10.00");
    expect(list.text).toMatch(/⏳ [\d.]+ SOL/);
    expect(list.text).toContain("about $25.00");
  });

  test("back from the address leads to the choice, in one message", async () => {
    const world = await startWorld();
    const { person } = await someone(world);
    await person.send("/deposit");
    await tap(person, "BTC · Bitcoin");
    await person.waitFor((message) => message.photo !== undefined);
    await tap(person, "Another coin");
    await person.waitUntil((messages) => messages.every(({ photo }) => photo === undefined));
    await person.waitFor("What will you deposit?");
  });
});
