import { describe, expect, test, vi } from "vitest";
import { freshRedis } from "../fresh-redis.ts";
import { hasButton, someone, tap } from "../people.ts";
import { startProxy } from "../proxy.ts";
import { startWorld } from "../world.ts";

describe("away for a while", () => {
  test("with Redis away the person is told, and is answered when it is back", async () => {
    const wire = await startProxy(await freshRedis());
    const world = await startWorld({ env: { REDIS_URL: wire.url } });
    const { person, words } = await someone(world);
    wire.cut();
    await person.send("/start");
    await person.waitFor(/🛠/, { timeoutMs: 60_000 });
    expect((await fetch(`${world.botUrl}/readyz`)).status).toBe(503);
    expect((await fetch(`${world.botUrl}/healthz`)).status).toBe(200);
    const since = person.mark();
    wire.mend();
    await person.waitFor((message) => hasButton(message, words.cards), { since, timeoutMs: 60_000 });
  }, 180_000);

  test('a screen that CryptoCardy takes long for is waited for under "typing…"', async () => {
    const world = await startWorld({ process: true });
    const { person } = await someone(world);
    const typing = () => world.telegram.journal().filter(({ method }) => method === "sendChatAction").length;
    world.cryptocardy.control.faults.add({ method: "GET", path: "/cards", kind: "delay", ms: 2_500, times: 3 });
    const before = typing();
    await person.send("/cards");
    await expect.poll(typing).toBeGreaterThan(before);
    await person.waitFor("You have no cards yet");
  }, 120_000);

  test("with Redis away at the start the process says what it waits for, and works when Redis comes", async () => {
    const wire = await startProxy(await freshRedis());
    const world = await startWorld({ process: true, env: { REDIS_URL: wire.url } });
    const { person, seed } = await someone(world, { dollars: 10 });
    await world.stop();
    wire.cut();
    void world.restart();
    const ready = async () => (await fetch(`${world.botUrl}/readyz`)).json();
    await vi.waitFor(async () => expect(await ready()).toEqual({ ok: false, reason: "Redis does not answer" }), 15_000);
    expect((await fetch(`${world.botUrl}/healthz`)).status).toBe(200);
    wire.mend();
    await vi.waitFor(async () => expect(await ready()).toEqual({ ok: true }), 15_000);
    const since = person.mark();
    world.cryptocardy.control.webhooks.send({
      seed,
      type: "deposit.confirmed",
      data: {
        id: "dep_1",
        currency: "btc",
        amount_crypto: "0.1",
        amount_usd: 77,
        credited_usd: 77,
        status: "confirmed",
      },
    });
    await person.waitFor(/77/, { since, timeoutMs: 30_000 });
  }, 90_000);

  test("a code whose sending hangs is sent again within seconds, and the next one does not wait longer", async () => {
    const world = await startWorld();
    const { person, seed } = await someone(world, { dollars: 10 });
    world.telegram.faults.add({ method: "sendMessage", chat: person.id, kind: "delay", ms: 20_000 });
    for (const otp of ["120034", "120035"]) {
      const data = { id: `3ds_${otp}`, card_id: "card_1", merchant: "SLOW", amount: 2, otp, status: "pending" };
      world.cryptocardy.control.webhooks.send({ seed, type: "3ds.challenge", data });
    }
    await Promise.all(["120034", "120035"].map((otp) => person.waitFor(otp, { timeoutMs: 10_000 })));
  }, 40_000);

  test("with CryptoCardy away every screen says so, and works when it is back", async () => {
    const world = await startWorld();
    const { control } = world.cryptocardy;
    const { person, words } = await someone(world, { dollars: 10 });
    control.faults.add({ kind: "drop-before", times: 1_000 });
    await person.send("/cards");
    await person.waitFor(/📡/);
    control.faults.clear();
    // The circuit breaker lets the next try through after its pause.
    world.pass(20_000);
    await tap(person, words.retry);
    await person.waitFor((message) => hasButton(message, words.newCard));
  });

  test.each([
    ["sendMessage", { kind: "error" as const, code: 502 }],
    ["editMessageText", { kind: "drop-before" as const }],
    ["editMessageText", { kind: "drop-after" as const }],
    ["answerCallbackQuery", { kind: "error" as const, code: 500 }],
  ])("%s failing for a moment is not seen", async (method, fault) => {
    const world = await startWorld();
    const { person, words } = await someone(world);
    await person.send("/settings");
    await person.waitFor(/Settings/);
    world.telegram.faults.add({ method, times: 1, ...fault });
    await (method === "sendMessage" ? person.send("/start") : tap(person, words.home));
    await person.waitFor(/in the wallet/);
    expect(person.messages().some(({ text }) => text?.includes("😔"))).toBe(false);
  });

  test("with Telegram away at the start it waits, and then works", async () => {
    const world = await startWorld({ process: true });
    const { person, words } = await someone(world);
    await world.stop();
    world.telegram.faults.add({ method: "getMe", kind: "drop-before", times: 2 });
    await world.restart();
    const since = person.mark();
    await person.send("/start");
    await person.waitFor((message) => hasButton(message, words.cards), { since, timeoutMs: 60_000 });
    expect(world.logged.join("")).toContain("Telegram does not answer");
  }, 120_000);
});
