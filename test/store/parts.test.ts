import { expect, test } from "vitest";
import { createSecret } from "../../src/lib/secret.ts";
import { newKey, storeWorld } from "./world.ts";

test("a webhook URL is live, then revoked, and says nothing of its owner any more", async () => {
  const { store } = await storeWorld();
  expect(await store.hooks.get("token")).toBeUndefined();
  const secrets = [createSecret("ab".repeat(32)), createSecret("not hex")];
  await store.hooks.put("token", { userId: 7, walletId: "w", secrets });
  const hook = await store.hooks.get("token");
  expect(hook).toMatchObject({ state: "live", userId: 7, walletId: "w" });
  expect(hook?.state === "live" && hook.secrets.map((secret) => secret.reveal())).toEqual(["ab".repeat(32), "not hex"]);
  await store.hooks.update("token", (live) => ({ ...live, header: "x-signature" }));
  expect(await store.hooks.get("token")).toMatchObject({ header: "x-signature" });
  await store.hooks.update("token", (live) => ({ ...live, header: "x-of-their-own" }));
  expect(await store.hooks.get("token")).toMatchObject({ header: "x-of-their-own" });
  await store.hooks.revoke("token");
  expect(await store.hooks.get("token")).toEqual({ state: "revoked" });
  expect(await store.hooks.update("token", (live) => live)).toBeUndefined();
});

test("a seed leads to all its owners, also to those from before a new key", async () => {
  const old = newKey("old");
  const before = await storeWorld([old]);
  const seed = createSecret("AAAA-bbbb-cccc-dddd");
  await before.store.seeds.add(seed, { userId: 1, walletId: "a" });
  const after = await storeWorld([newKey("new"), old], before.url);
  await after.store.seeds.add(createSecret("aaaa-bbbb-cccc-dddd"), { userId: 2, walletId: "b" });
  expect(await after.store.seeds.owners(seed)).toEqual([
    { userId: 2, walletId: "b" },
    { userId: 1, walletId: "a" },
  ]);
  await after.store.seeds.remove(seed, { userId: 1, walletId: "a" });
  await after.store.seeds.remove(seed, { userId: 2, walletId: "b" });
  expect(await after.raw.keys("*")).toEqual([]);
});

test("what is remembered of a card is changed on top of what is there", async () => {
  const { store } = await storeWorld();
  await store.ledger.change(7, "card", () => ({ shops: ["a"] }));
  const add = (shop: string) => store.ledger.change(7, "card", ({ shops = [] }) => ({ shops: [...shops, shop] }));
  await Promise.all([add("b"), add("c")]);
  expect((await store.ledger.get(7, "card")).shops?.toSorted()).toEqual(["a", "b", "c"]);
  expect(await store.ledger.change(7, "card", () => undefined)).toEqual(await store.ledger.get(7, "card"));
  expect(await store.ledger.get(8, "card")).toEqual({});
});

test("cards are remembered by wallet, and what is known is not written again", async () => {
  const { store, raw } = await storeWorld();
  await store.directory.remember(7, "a", { card_1: { last4: "2039", label: "Ads" } });
  const before = await raw.getBuffer("d:7:a");
  await store.directory.remember(7, "a", { card_1: { last4: "2039", label: "Ads" } });
  expect(await raw.getBuffer("d:7:a")).toEqual(before);
  await store.directory.remember(7, "a", { card_2: { last4: "1111" } });
  expect(await store.directory.get(7, "a", "card_1")).toEqual({ last4: "2039", label: "Ads" });
  expect(await store.directory.get(7, "b", "card_1")).toBeUndefined();
});

test("what a list of cards does not tell of a card stays known", async () => {
  const { store } = await storeWorld();
  const before = { month: "2026-11", spent: 100 };
  await store.directory.remember(7, "a", { card_1: { last4: "2039", label: "Ads", tags: ["work"], before } });
  await store.directory.remember(7, "a", { card_1: { last4: "2039", network: "visa" } });
  const known = { last4: "2039", network: "visa", tags: ["work"], before };
  expect(await store.directory.get(7, "a", "card_1")).toEqual(known);
  await store.directory.remember(7, "a", { card_1: { last4: "2039", tags: [] } });
  expect(await store.directory.get(7, "a", "card_1")).toEqual({ last4: "2039", tags: [], before });
});

test("what a person chose is theirs, by name, until it is removed", async () => {
  const { store } = await storeWorld();
  await store.choices.put(7, "cards:w", { page: 2 });
  expect(await store.choices.get(7, "cards:w")).toEqual({ page: 2 });
  expect(await store.choices.get(8, "cards:w")).toBeUndefined();
  await store.choices.remove(7, "cards:w");
  expect(await store.choices.get(7, "cards:w")).toBeUndefined();
});

test("a one-time page is used up by exactly one of many who open it", async () => {
  const { store } = await storeWorld();
  await store.reveals.put("token", { userId: 7, walletId: "w", cardId: "c" });
  expect(await store.reveals.peek("token")).toMatchObject({ cardId: "c" });
  const takes = await Promise.all(Array.from({ length: 10 }, () => store.reveals.take("token")));
  expect(takes.filter(Boolean)).toHaveLength(1);
});

test("once is true once", async () => {
  const { store, raw } = await storeWorld();
  expect(await Promise.all([store.once("a", 60_000), store.once("a", 60_000), store.once("b", 60_000)])).toEqual([
    true,
    false,
    true,
  ]);
  await store.once("short", 30);
  await expect.poll(() => store.once("short", 30)).toBe(true);
  for (const key of await raw.keys("n:*")) expect(key).not.toMatch(/short|:a$/);
});

test("an update that was handled is known by its number", async () => {
  const { store } = await storeWorld();
  expect(await store.updates.isDone(1)).toBe(false);
  await store.updates.markDone(1);
  expect(await store.updates.isDone(1)).toBe(true);
  expect(await store.updates.isDone(2)).toBe(false);
});

test("a conversation that does not open any more is none, and the log says so", async () => {
  const world = await storeWorld();
  const { adapter, getStorageKey } = world.store.conversations;
  await adapter.write("7", { version: [0, 1], state: { step: 1 } });
  expect(await adapter.read("7")).toEqual({ version: [0, 1], state: { step: 1 } });
  expect(await world.raw.pttl("v:7")).toBeGreaterThan(29 * 60_000);
  const stranger = await storeWorld([newKey()], world.url);
  expect(await stranger.store.conversations.adapter.read("7")).toBeUndefined();
  expect(stranger.warnings).toHaveLength(1);
  expect(getStorageKey({ chatId: 7 })).toBe("7");
  await adapter.delete("7");
  expect(await adapter.read("7")).toBeUndefined();
});

test("what the store writes for a while carries an expiry", async () => {
  const { store, raw } = await storeWorld();
  await store.screens.put(7, { messageId: 1 });
  await store.awaiting.put(7, { kind: "seed" }, 60_000);
  await store.bubbles.put(7, "tx", { messageId: 1, at: 1 });
  await store.cursors.update(7, "a", () => ({ eventAt: 1 }));
  const keys = await raw.keys("*");
  expect(keys.length).toBeGreaterThan(3);
  for (const key of keys) expect([key, await raw.pttl(key)]).not.toEqual([key, -1]);
  expect(await store.awaiting.take(7)).toEqual({ kind: "seed" });
  expect(await store.awaiting.take(7)).toBeUndefined();
});
