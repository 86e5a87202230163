import { expect, test } from "vitest";
import { createSecret } from "../../src/lib/secret.ts";
import { createLog } from "../../src/log.ts";
import { createQueues } from "../../src/queue/queues.ts";
import { createStore } from "../../src/store/store.ts";
import { dump, personOf, SEED, type StoreWorld, storeWorld, walletOf } from "./world.ts";

/** Everything the store can hold of a person. */
async function live(world: StoreWorld, userId: number): Promise<void> {
  const { store } = world;
  const token = `token-${userId}`;
  const hook = { token, webhookId: "wh", createdAt: 1, state: "live" as const };
  const retiring = [{ token: `${token}-old`, webhookId: "wh0", since: 1 }];
  await store.people.update(userId, () =>
    personOf(userId, { wallets: [walletOf(world, userId, { hook, retiring }), walletOf(world, userId, { id: "w2" })] }),
  );
  for (const one of [token, `${token}-old`]) await store.hooks.put(one, { userId, walletId: "w1Az", secrets: [] });
  await store.seeds.add(createSecret(SEED), { userId, walletId: "w1Az" });
  await store.seeds.add(createSecret(SEED), { userId, walletId: "w2" });
  for (const state of ["draft", "submitted"] as const) {
    await store.operations.create({
      id: `${state}-${userId}`,
      userId,
      walletId: "w1Az",
      key: "k",
      kind: "close",
      params: { cardId: "c", last4: "2039", balance: 0 },
      state,
      createdAt: 1,
    });
  }
  await store.bubbles.put(userId, "payment", { messageId: 1, at: 1 });
  await store.directory.remember(userId, "w1Az", { card: { last4: "2039" } });
  await store.ledger.change(userId, "card", () => ({ held: true }));
  await store.cursors.update(userId, "w1Az", () => ({ eventAt: 1 }));
  await store.screens.put(userId, { messageId: 1 });
  await store.choices.put(userId, "cards", { picked: ["card"] });
  await store.sensitive.note(userId, { id: 1, until: 9_999_999_999_999 });
  await store.pins.put(userId, { salt: "s", hash: "h", minutes: 5, wrong: 0 });
  await store.rules.update(userId, "w1Az", "card", () => ({ once: { since: 1 } }));
  await store.spending.add(userId, "w1Az", [{ id: "p", cardId: "card", merchant: "M", amount: 1, at: 1 }]);
  await store.awaiting.put(userId, { kind: "seed" });
  await store.conversations.adapter.write(String(userId), { version: [0, 1], state: {} });
  await store.reveals.put(`reveal-${userId}`, { userId, walletId: "w1Az", cardId: "card" });
}

test("after a wipe nothing in the database is theirs, queues included, and everybody else has everything", async () => {
  const world = await storeWorld();
  const { raw, redis, keyring, clock } = world;
  const queues = createQueues({ redis, keyring, log: createLog({ level: "silent" }) });
  const store = createStore({ redis, keyring, clock, onWipe: queues.forget });
  await live(world, 222);
  await queues.add("notices", "event", { a: 1 }, { owner: 222 });
  const others = new Set(await raw.keys("*"));
  const strings = await Promise.all([...others].map((key) => raw.type(key)));
  expect(strings.length).toBeGreaterThan(15);

  await live(world, 111);
  await queues.add("notices", "event", { a: 1 }, { owner: 111, dedupe: { id: "111-event", ttlMs: 60_000 } });
  await queues.add("chores", "later", { a: 1 }, { owner: 111, delayMs: 60_000 });
  await queues.add("codes", "event", { a: 1 }, { owner: 111 });
  const jobs = (keys: string[]) => keys.filter((key) => /^\{bot\}:\w+:[\w-]{12}$/.test(key));
  expect(jobs(await raw.keys("*"))).toHaveLength(4);

  await store.wipe(111);

  const left = await raw.keys("*");
  expect(left.filter((key) => key.includes("111"))).toEqual([]);
  expect(jobs(left)).toHaveLength(1);
  expect(left.filter((key) => !key.startsWith("{bot}") && !others.has(key))).toEqual([]);
  for (const key of others) expect(left).toContain(key);
  expect(await dump(raw)).not.toContain("-111");
  expect(await store.seeds.owners(createSecret(SEED))).toEqual([
    { userId: 222, walletId: "w1Az" },
    { userId: 222, walletId: "w2" },
  ]);
  expect((await store.operations.listOpen()).map(({ id }) => id)).toEqual(["submitted-222"]);
  expect(await store.people.get(222)).toBeDefined();
  await queues.close();
});

test("wiping somebody who is not there is no mistake", async () => {
  const { store, raw } = await storeWorld();
  await store.wipe(1);
  expect(await raw.dbsize()).toBe(0);
});

test("somebody whose record does not open can be deleted", async () => {
  const world = await storeWorld();
  await world.store.people.update(7, () => personOf(7));
  await world.store.people.update(8, () => personOf(8));
  await world.store.screens.put(7, { messageId: 1 });
  await world.raw.copy("p:8", "p:7", "REPLACE");
  await world.store.wipe(7);
  expect(await world.raw.keys("*")).toEqual(["p:8"]);
});
