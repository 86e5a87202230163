import { describe, expect, test } from "vitest";
import { translator } from "../../../src/i18n.ts";
import { freshSeed, someone } from "../../people.ts";
import { startWorld } from "../../world.ts";
import { cardOf, tap } from "./hands.ts";

describe("home", () => {
  test.each([
    { language: "en" as const, balance: "$490.00 in the wallet", cards: "$10.00 on one active card" },
    { language: "ru" as const, balance: "490,00 $ в кошельке", cards: "10,00 $ на 1 активной карте" },
  ])("shows what is in the wallet and on cards ($language)", async ({ language, balance, cards }) => {
    const world = await startWorld();
    const { person, seed } = await someone(world, { dollars: 500, language });
    await cardOf(world, seed);
    await person.send("/start");
    const home = await person.waitFor((message) => message.text.replaceAll("\u00a0", " ").includes(balance));
    expect(home.text.replaceAll("\u00a0", " ")).toContain(cards);
    expect(home.text).toMatch(/SANDBOX|ПЕСОЧНИЦА/);
  });

  test.each([
    {
      language: "en" as const,
      ask: "What the figures mean",
      lines: ["What the figures mean", "$490.00 in the wallet", "$500.00 deposited", "One card is active"],
    },
    {
      language: "ru" as const,
      ask: "Что значат суммы",
      lines: ["Что значат суммы", "490,00 $ в кошельке", "500,00 $ внесено", "Активна 1 карта"],
    },
  ])("explains its figures on a screen of their own ($language)", async ({ language, ask, lines }) => {
    const world = await startWorld();
    const { person, seed } = await someone(world, { dollars: 500, language });
    await cardOf(world, seed);
    await person.send("/start");
    await person.waitFor("💰");
    world.cryptocardy.control.clearCalls();
    await tap(person, ask);
    const shown = await person.waitFor(lines[0] ?? "");
    for (const line of lines) expect(shown.text.replaceAll("\u00a0", " ")).toContain(line);
    const asked = world.cryptocardy.control.calls().filter(({ path }) => path === "/wallet/balance");
    expect(asked.length).toBeLessThanOrEqual(1);
  });

  test.each([
    [1, "Активна 1 карта."],
    [3, "Активны 3 карты."],
    [60, "Активно 60 карт."],
    [61, "Активна 61 карта."],
  ])("%i active cards have their words in Russian", (cards, words) => {
    const t = translator("ru");
    expect(t.html("home-figures-cards", { amount: "1", cards })).toContain(words);
  });

  test("asks the provider once", async () => {
    const world = await startWorld();
    const { person } = await someone(world, { dollars: 5 });
    await person.send("/start");
    await person.waitFor("in the wallet");
    world.cryptocardy.control.clearCalls();
    await tap(person, "Refresh");
    // What is looked at when a wallet comes is something else.
    const asked = world.cryptocardy.control.calls().filter(({ path }) => path === "/wallet/balance");
    expect(asked).toHaveLength(1);
  });

  test("without an answer of the provider still leads everywhere", async () => {
    const world = await startWorld();
    const { person } = await someone(world);
    world.cryptocardy.control.faults.add({
      method: "GET",
      path: "/wallet/balance",
      times: 50,
      kind: "status",
      status: 503,
    });
    await person.send("/start");
    const home = await person.waitFor("CryptoCardy is not answering");
    expect(home.text).toContain("No money has moved");
    expect(person.find("Settings", home.id)).toBeDefined();
    expect(person.find("Refresh", home.id)).toBeDefined();
  });

  test("names the wallet and leads to the others once there are several", async () => {
    const world = await startWorld();
    const { person } = await someone(world);
    const other = freshSeed();
    world.cryptocardy.control.addWallet(other);
    await person.send(other);
    await person.waitFor("looks like a seed");
    await tap(person, "Connect this wallet");
    await person.waitFor("The wallet is connected. Balance: $0.00");
    await person.send("/start");
    await person.waitFor("Wallet: #2");
    await tap(person, "Wallet: #2");
    await tap(person, "👛 #1");
    await tap(person, "Use this wallet");
    await person.send("/start");
    await person.waitFor("Wallet: #1");
  });

  test("answers nobody else's buttons", async () => {
    const world = await startWorld();
    const { person } = await someone(world);
    await person.send("/start");
    await person.waitFor("in the wallet");
    const data = person.find("Deposit")?.data ?? "";
    const eve = world.person(9, { name: "Eve", language: "en" });
    await eve.send("/start");
    await eve.waitFor("Virtual Visa");
    const answer = await eve.forge(data);
    expect(answer).toMatchObject({ alert: true, text: "This belongs to a wallet that is not connected here." });
  });
});
