import { describe, expect, test } from "vitest";
import { someone } from "../../people.ts";
import { startWorld } from "../../world.ts";
import { opensWallet, tap } from "./hands.ts";

describe("a wallet", () => {
  test("gets another name", async () => {
    const world = await startWorld();
    const { person } = await someone(world);
    await person.send("/settings");
    await tap(person, "Wallets");
    await tap(person, "✅ #1");
    await tap(person, "Rename");
    await person.waitFor("What should “#1” be called");
    await person.send("Ads & <b>more</b>");
    await person.waitFor("The wallet is now called Ads & <b>more</b>");
    await person.send("/settings");
    await person.waitFor("Wallet in use: Ads & <b>more</b>");
  });

  test("keeps its name when the question is left", async () => {
    const world = await startWorld();
    const { person } = await someone(world);
    await person.send("/settings");
    await tap(person, "Wallets");
    await tap(person, "✅ #1");
    await tap(person, "Rename");
    await person.waitFor("What should “#1” be called");
    await tap(person, "Cancel");
    await person.waitFor("Cancelled");
    await person.send("Ads");
    await person.waitFor("I did not expect a message here");
  });

  test("whose seed is saved is removed after one question that names the consequence", async () => {
    const world = await startWorld();
    const { person, seed } = await someone(world);
    await person.send("/settings");
    await tap(person, "Wallets");
    await tap(person, "✅ #1");
    await tap(person, "Remove");
    const question = await person.waitFor("Remove “#1” from this bot?");
    expect(question.text).toContain("cards go on being charged");
    await tap(person, "Remove #1");
    await person.waitFor("“#1” is removed");
    await person.send("/start");
    await person.waitFor("Virtual Visa");
    await expect.poll(() => world.cryptocardy.control.state(seed)).toMatchObject({ webhooks: [] });
  });

  test("whose seed is not saved is removed only after two questions", async () => {
    const { person } = await startWorld();
    const ada = person(1, { language: "en" });
    await opensWallet(ada);
    await ada.send("/settings");
    await tap(ada, "Wallets");
    await tap(ada, "✅ #1");
    await tap(ada, "Remove");
    await ada.waitFor("You have not backed up the seed");
    const go = ada.find("Remove without the seed")?.data ?? "";
    await ada.forge(go.replace("sure", "go"));
    await ada.send("/start");
    await ada.waitFor("in the wallet");

    await ada.send("/settings");
    await tap(ada, "Wallets");
    await tap(ada, "✅ #1");
    await tap(ada, "Remove");
    await tap(ada, "Remove without the seed");
    await ada.waitFor("Really remove “#1” without its seed?");
    await tap(ada, "Remove #1");
    await ada.waitFor("“#1” is removed");
  });
});
