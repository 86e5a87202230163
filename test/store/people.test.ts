import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, inject, test } from "vitest";
import { createSecret } from "../../src/lib/secret.ts";
import { personCodec } from "../../src/store/person-codec.ts";
import { dump, personOf, SEED, storeWorld, walletOf } from "./world.ts";

test("a person comes back as they were written", async () => {
  const world = await storeWorld();
  const person = personOf(7, {
    locale: "ru",
    activeWallet: "w1Az",
    unreachable: true,
    settings: { quiet: { from: 23, to: 7 }, muted: ["NETFLIX"] },
    wallets: [
      walletOf(world, 7, {
        seedSaved: true,
        opened: { asset: "USDT-ERC20", address: "0xabc", network: "visa" },
        hook: { token: "nNqGJ0fXh0Z9vC3yqk1x8w", webhookId: "wh_1", createdAt: 1_790_000_000_000, state: "degraded" },
        retiring: [{ token: "not base64!", webhookId: "wh_0", since: 1_790_000_000_001 }],
      }),
      walletOf(world, 7, { id: "w2", opened: { asset: "BTC", address: "bc1" } }),
      walletOf(world, 7, { id: "w3", opened: { asset: "BTC", address: "bc1", awaitsCard: true } }),
    ],
  });
  await world.store.people.update(7, () => person);
  expect(await world.store.people.get(7)).toEqual(person);
  expect(await world.store.people.get(8)).toBeUndefined();
});

test("every wallet hook survives its short form", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.nat(), (token, webhookId, createdAt) => {
      const hook = { token, webhookId, createdAt, state: "live" as const };
      const person = personOf(1, { wallets: [{ id: "a", name: "n", sealed: "AAAA", seedSaved: false, hook }] });
      expect(personCodec.decode(Buffer.from(personCodec.encode(person)), "1")).toEqual(person);
    }),
  );
});

test("two who change a person at the same time both have their way", async () => {
  const { store } = await storeWorld();
  await Promise.all(
    Array.from({ length: 8 }, (_, at) =>
      store.people.update(7, (person = personOf(7)) => ({
        ...person,
        settings: { ...person.settings, [`flag${at}`]: true },
      })),
    ),
  );
  expect(Object.keys((await store.people.get(7))?.settings ?? {})).toHaveLength(8);
});

test("a change that wants nothing writes nothing", async () => {
  const { store, raw } = await storeWorld();
  expect(await store.people.update(7, () => undefined)).toBeUndefined();
  expect(await raw.dbsize()).toBe(0);
});

test("everybody is found by a scan, and nothing else", async () => {
  const { store } = await storeWorld();
  for (let id = 1; id <= 600; id++) await store.people.update(id, () => personOf(id));
  await store.screens.put(5, { messageId: 1 });
  const found = new Set<number>();
  for await (const { id } of store.people.scan()) found.add(id);
  expect(found.size).toBe(600);
});

test("somebody whose record does not open hides nobody from a scan, and is warned of once", async () => {
  const { store, raw, warnings } = await storeWorld();
  for (const id of [1, 2, 3]) await store.people.update(id, () => personOf(id));
  await raw.copy("p:1", "p:4");
  for (const _ of [1, 2]) {
    const found: number[] = [];
    for await (const { id } of store.people.scan()) found.push(id);
    expect(new Set(found)).toEqual(new Set([1, 2, 3]));
  }
  expect(warnings).toEqual(["a record that does not open is skipped"]);
});

test("nothing of a person can be read in the database", async () => {
  const world = await storeWorld();
  const { store, raw } = world;
  const token = "tokentokentokentoken";
  const hook = { token, webhookId: "wh_canary", createdAt: 1, state: "live" as const };
  await store.people.update(7, () =>
    personOf(7, { locale: "ru", wallets: [walletOf(world, 7, { name: "canary-name", hook })] }),
  );
  await store.hooks.put(token, { userId: 7, walletId: "w1Az", secrets: [createSecret("canary-secret")] });
  await store.seeds.add(createSecret(SEED), { userId: 7, walletId: "w1Az" });
  await store.directory.remember(7, "w1Az", { card_1: { last4: "4242", label: "canary-label" } });
  await store.ledger.change(7, "card_1", () => ({ shops: ["canary-payment"] }));
  await store.awaiting.put(7, { kind: "canary-kind" });
  await store.conversations.adapter.write("7", { version: [0, 1], state: "canary-state" });
  await store.reveals.put("canary-token", { userId: 7, walletId: "w1Az", cardId: "canary-card" });
  const everything = await dump(raw);
  expect(everything).not.toMatch(/canary|a1b2-|4242|tokentoken/);
});

test("a record copied to another person does not open", async () => {
  const { store, raw } = await storeWorld();
  await store.people.update(7, () => personOf(7));
  await raw.copy("p:7", "p:8");
  await expect(store.people.get(8)).rejects.toMatchObject({ kind: "rejected" });
});

test.skipIf(inject("redisKind") === "javascript").each([
  ["imported", undefined],
  ["opened here", { asset: "USDT-ERC20", address: "0x71C7656EC7ab88b098defB751B7401B5f6d8976F", network: "visa" }],
])(
  "a person with a wallet that was %s, its seed and a live webhook takes less than 512 bytes of Redis",
  async (_, opened) => {
    const world = await storeWorld();
    const { store, raw } = world;
    const people = 1_000;
    for (let at = 0; at < people; at++) {
      const id = 5_000_000_000 + at;
      const token = randomBytes(24).toString("base64url");
      const webhookId = `wh_${randomBytes(6).toString("hex")}`;
      const hook = { token, webhookId, createdAt: Date.now(), state: "live" as const };
      const wallet = walletOf(world, id, { name: "#1", hook, seedSaved: true, ...(opened ? { opened } : {}) });
      await store.people.update(id, () => personOf(id, { locale: "ru", activeWallet: "w1Az", wallets: [wallet] }));
      const secret = createSecret(randomBytes(32).toString("hex"));
      await store.hooks.put(token, { userId: id, walletId: "w1Az", secrets: [secret], header: "x-signature" });
    }
    let bytes = 0;
    for (const key of await raw.keys("*")) bytes += (await raw.memory("USAGE", key, "SAMPLES", 0)) ?? 0;
    expect(Math.ceil(bytes / people)).toBeLessThan(512);
  },
);
