import { describe, expect, test } from "vitest";
import { hasButton, issueCard, someone, tap } from "../people.ts";
import { startWorld, type World } from "../world.ts";

/** How many times CryptoCardy carried something out, whatever the chat says. */
const effects = (world: World, seed: string) => {
  const { cards } = world.cryptocardy.control.state(seed);
  return { cards: cards.length, balances: cards.map(({ balance }) => balance).sort() };
};

async function onTheWayToFund(world: World, dollars: string) {
  const someoneElse = await someone(world, { dollars: 500 });
  const { person, words } = someoneElse;
  await issueCard(person, words, 100);
  await person.send("/cards");
  await tap(person, /·\d{4}/);
  // Other messages have a button with this word, too.
  await person.waitFor((message) => hasButton(message, words.withdraw));
  await tap(person, words.fund);
  await person.waitFor((message) => hasButton(message, words.most));
  await person.send(dollars);
  const confirm = await person.waitFor((message) => hasButton(message, words.confirm));
  return { ...someoneElse, confirm };
}

describe("money moves once", () => {
  test("pressing Confirm ten times funds the card once", async () => {
    const world = await startWorld();
    const { person, seed, confirm, words } = await onTheWayToFund(world, "50");
    const data = person.find(words.confirm, confirm.id)?.data ?? "";
    const presses = Array.from({ length: 10 }, () => person.stalePress(confirm.id, data));
    await Promise.all(presses);
    await person.waitFor(/✅.*\$50\.00/);
    expect(effects(world, seed).balances).toEqual([150]);
  });

  test("pressing Confirm ten times issues one card", async () => {
    const world = await startWorld();
    const { person, seed, words } = await someone(world, { dollars: 500 });
    await person.send("/newcard");
    await tap(person, "Visa");
    await tap(person, /491653/);
    await person.waitFor((message) => hasButton(message, words.most));
    await person.send("100");
    await tap(person, words.noName);
    const confirm = await person.waitFor((message) => hasButton(message, words.confirm));
    const data = person.find(words.confirm, confirm.id)?.data ?? "";
    await Promise.all(Array.from({ length: 10 }, () => person.stalePress(confirm.id, data)));
    await person.waitFor(/✅/);
    expect(effects(world, seed).cards).toBe(1);
  });

  test.each([
    ["is lost after the money moved", { kind: "drop-after" as const }],
    ["is lost before the money moved", { kind: "drop-before" as const }],
    ["is a 503 though the money moved", { kind: "status-after" as const, status: 503 }],
    ["is a 503 and nothing moved", { kind: "status" as const, status: 503 }],
    ["is not JSON though the money moved", { kind: "garbage" as const }],
  ])("when the answer %s, the card is funded once and the person is told so", async (_, fault) => {
    const world = await startWorld();
    const { person, seed, words } = await onTheWayToFund(world, "50");
    world.cryptocardy.control.faults.add({ method: "POST", path: "/cards/*/fund", times: 1, ...fault });
    await tap(person, words.confirm);
    await person.waitFor(/✅.*\$50\.00/);
    expect(effects(world, seed).balances).toEqual([150]);
  });

  test.each([
    ["refuses with a 500", { kind: "error" as const, code: 500 }],
    ["asks for more patience than there is", { kind: "error" as const, code: 429, retryAfter: 30 }],
    ["does not answer", { kind: "drop-before" as const }],
  ])("what was confirmed is done, although Telegram %s to the drawing of it", async (_, fault) => {
    const world = await startWorld();
    const { person, seed, words } = await onTheWayToFund(world, "50");
    world.telegram.faults.add({ method: "editMessageText", times: 2, ...fault });
    await tap(person, words.confirm);
    await person.waitFor(/✅.*\$50\.00/, { timeoutMs: 15_000 });
    expect(effects(world, seed).balances).toEqual([150]);
  });

  test("a provider that honours no idempotency key and drops its answers still charges once", async () => {
    const world = await startWorld({ cryptocardy: { variants: { ignoreIdempotency: true } } });
    const { person, seed, words } = await onTheWayToFund(world, "50");
    world.cryptocardy.control.faults.add({ method: "POST", path: "/cards/*/fund", times: 1, kind: "drop-after" });
    await tap(person, words.confirm);
    await person.waitFor(/✅.*\$50\.00/);
    expect(effects(world, seed).balances).toEqual([150]);
  });

  test.each(["duplicate", "redeliver"] as const)(
    "a press that Telegram hands over twice (%s) moves the money once",
    async (kind) => {
      const world = await startWorld();
      const { person, seed, words } = await onTheWayToFund(world, "50");
      world.telegram.faults.add({ kind });
      await tap(person, words.confirm);
      await person.waitFor(/✅.*\$50\.00/);
      const since = person.mark();
      await person.send("/cards");
      await person.waitFor((message) => hasButton(message, words.newCard), { since });
      expect(effects(world, seed).balances).toEqual([150]);
    },
  );

  test("what the wallet cannot pay is refused in words, and nothing moves", async () => {
    const world = await startWorld();
    const { person, seed, words } = await onTheWayToFund(world, "50");
    world.cryptocardy.control.faults.add({
      method: "POST",
      path: "/cards/*/fund",
      times: 1,
      kind: "status",
      status: 400,
    });
    await tap(person, words.confirm);
    await person.waitFor(/❌/);
    expect(effects(world, seed).balances).toEqual([100]);
  });
});
