import { createServer } from "node:http";
import { Api } from "grammy";
import type { Update } from "grammy/types";
import { describe, expect, onTestFinished, test } from "vitest";
import { createTelegramEmulator } from "../../sandbox/telegram/emulator.ts";
import { createPoller } from "../../src/bot/poller.ts";
import type { HandleUpdate } from "../../src/bot/updates.ts";
import { systemClock } from "../../src/lib/clock.ts";
import { createLog } from "../../src/log.ts";
import { storeWorld } from "../store/world.ts";

const TOKEN = "7000000001:emulator_AAHfakeFakeFakeFakeFakeFakeFake";

/** Handles updates of one person one after the other, as the lock does; those of a slow person take their time. */
function hands(slow: (update: Update) => Promise<void>) {
  const handled: Update[] = [];
  const turns = new Map<number, Promise<void>>();
  const handle: HandleUpdate = async (update) => {
    const person = update.message?.from?.id ?? 0;
    const turn = (turns.get(person) ?? Promise.resolve()).then(() => slow(update));
    turns.set(
      person,
      turn.catch(() => undefined),
    );
    await turn;
    handled.push(update);
    return "done";
  };
  return { handled, handle, of: (person: number) => handled.filter(({ message }) => message?.from?.id === person) };
}

async function pollerWorld(url: string, handle: HandleUpdate) {
  const { store } = await storeWorld();
  const api = new Api(TOKEN, { apiRoot: url });
  const make = (clock = systemClock) =>
    createPoller({ api, inbox: store.inbox, handle, clock, log: createLog({ level: "silent" }) });
  return { store, make };
}

describe("polling", () => {
  test("a person who floods the bot holds up nobody, and is heard as far as a person can write", async () => {
    const telegram = await createTelegramEmulator({ pollingQuirks: false });
    const gate = Promise.withResolvers<void>();
    const { of, handle } = hands((update) => (update.message?.from?.id === 1 ? gate.promise : Promise.resolve()));
    const { make } = await pollerWorld(telegram.url, handle);
    const poller = make();
    for (let n = 0; n < 150; n++) await telegram.person(1).send(`flood ${n}`);
    await telegram.person(2).send("me too");
    poller.start();
    await expect.poll(() => of(2).length).toBe(1);
    expect(of(1)).toEqual([]);
    gate.resolve();
    await expect.poll(() => of(1).length).toBe(50);
    await poller.stop();
    await telegram.close();
  });

  test("what a process left behind when it died is handled by the next, once", async () => {
    const telegram = await createTelegramEmulator({ pollingQuirks: false });
    const never = hands(() => new Promise(() => {}));
    const { store, make } = await pollerWorld(telegram.url, never.handle);
    // It dies in the middle of the update: nothing of it is ever stopped.
    make().start();
    await telegram.person(1).send("do it");
    await expect.poll(async () => (await store.inbox.all()).length).toBe(1);
    const next = hands(async () => {});
    const api = new Api(TOKEN, { apiRoot: telegram.url });
    const poller = createPoller({
      api,
      inbox: store.inbox,
      handle: next.handle,
      clock: systemClock,
      log: createLog({ level: "silent" }),
    });
    poller.start();
    await expect.poll(() => next.handled.map(({ message }) => message?.text)).toEqual(["do it"]);
    await expect.poll(async () => (await store.inbox.all()).length).toBe(0);
    await poller.stop();
    await telegram.close();
  });

  test("an update that always fails is given up in the end, and everybody else is served meanwhile", async () => {
    const telegram = await createTelegramEmulator({ pollingQuirks: false });
    let ahead = 0;
    const { of, handle } = hands(async (update) => {
      if (update.message?.from?.id === 1) throw new Error("poison");
    });
    const { store, make } = await pollerWorld(telegram.url, handle);
    const poller = make({ now: () => Date.now() + ahead });
    poller.start();
    await telegram.person(1).send("poison");
    await telegram.person(2).send("hello");
    await expect.poll(() => of(2).length).toBe(1);
    await expect.poll(() => store.inbox.all()).toHaveLength(1);
    ahead = 11 * 60_000;
    await expect.poll(() => store.inbox.all()).toEqual([]);
    await poller.stop();
    await telegram.close();
  });

  test("numbers that begin anew, lower, are followed", async () => {
    const batches = [[900, 901], [5, 6], [7]];
    const offsets: number[] = [];
    const server = createServer(async (request, response) => {
      let body = "";
      for await (const chunk of request) body += chunk;
      offsets.push((JSON.parse(body) as { offset: number }).offset);
      const result = (batches.shift() ?? []).map((update_id) => ({ update_id }));
      response.end(JSON.stringify({ ok: true, result }));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const { handled, handle } = hands(async () => {});
    const { make } = await pollerWorld(`http://127.0.0.1:${port}`, handle);
    const poller = make();
    poller.start();
    await expect.poll(() => handled.map(({ update_id }) => update_id)).toEqual([900, 901, 5, 6, 7]);
    await expect.poll(() => offsets.slice(0, 4)).toEqual([0, 902, 7, 8]);
    await poller.stop();
  });
});
