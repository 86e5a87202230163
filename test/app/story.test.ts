import { describe, expect, test } from "vitest";
import { startWorld } from "../world.ts";

describe("the story of a card", () => {
  test("a newcomer opens a wallet, deposits, issues a card, pays with a code, and freezes it", async () => {
    const world = await startWorld();
    const ann = world.person(1001, { name: "Ann", language: "en" });
    await ann.send("/start");
    await ann.waitFor("New wallet");
    await ann.press("New wallet");
    await ann.press("Visa");
    await ann.press("BTC");
    const opened = await ann.waitFor("bc1");
    console.log(opened);
    expect(world.logged.join("")).not.toContain("error");
  });
});
