import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { rotateKeys } from "../../src/cli/rotate.ts";
import { createSecret } from "../../src/lib/secret.ts";
import { createLog } from "../../src/log.ts";
import { createQueues } from "../../src/queue/queues.ts";
import { createKeyring, formatKey, newEncryptionKey, openSeed } from "../../src/vault/index.ts";
import { newKey, personOf, SEED, type StoreWorld, storeWorld, walletOf } from "../store/world.ts";

const run = promisify(execFile);
const SILENT = createLog({ level: "silent" });
const program = (name: string) => join(import.meta.dirname, "../../src/cli", name);
const quiet = (text: string) => createSecret(text);

async function fill(world: StoreWorld, people = 20): Promise<void> {
  for (let id = 1; id <= people; id++) {
    const hook = { token: `token-${id}`, webhookId: "wh", createdAt: 1, state: "live" as const };
    await world.store.people.update(id, () => personOf(id, { wallets: [walletOf(world, id, { hook })] }));
    await world.store.hooks.put(`token-${id}`, { userId: id, walletId: "w1Az", secrets: [quiet("ab".repeat(32))] });
    await world.store.bubbles.put(id, "payment", { messageId: id, at: 1 });
    await world.store.screens.put(id, { messageId: id });
  }
  for (let id = 1; id <= people; id++) await world.store.seeds.add(quiet(SEED), { userId: id, walletId: "w1Az" });
}

test("a fresh key is printed as the configuration wants it, another one each time", async () => {
  const print = async () => (await run(process.execPath, [program("keys-new.ts")])).stdout.trim();
  const [one, other] = await Promise.all([print(), print()]);
  expect(one).toMatch(/^\d{4}-\d\d-\d\d-[0-9a-f]{4}:[A-Za-z0-9+/]{43}=$/);
  expect(one).not.toBe(other);
  expect(formatKey(newEncryptionKey(0)).reveal()).toMatch(/^1970-01-01-/);
});

test("after a rotation everything opens with the new key alone", async () => {
  const [old, fresh] = [newKey("old"), newKey("new")];
  const before = await storeWorld([old]);
  await fill(before);
  const queues = createQueues({ redis: before.redis, keyring: before.keyring, log: SILENT });
  await queues.add("chores", "later", { a: 1 }, { owner: 7, delayMs: 60_000 });
  await queues.close();
  const ttl = await before.raw.pttl("s:7");

  const config = { redis: { kind: "single" as const, url: quiet(before.url) }, encryptionKeys: [fresh, old] };
  const rotation = await rotateKeys(config, SILENT);
  expect(rotation).toMatchObject({ sealed: 80, unopened: 0, jobs: 1 });
  expect(await rotateKeys(config, SILENT)).toMatchObject({ sealed: 0, unopened: 0, jobs: 0 });

  const { store, keyring, raw, redis } = await storeWorld([fresh], before.url);
  for (let id = 1; id <= 20; id++) {
    const [wallet] = (await store.people.get(id))?.wallets ?? [];
    expect(openSeed(keyring, id, "w1Az", wallet?.sealed ?? "").reveal()).toBe(SEED);
    expect(await store.hooks.get(`token-${id}`)).toMatchObject({ userId: id });
    expect(await store.bubbles.get(id, "payment")).toMatchObject({ messageId: id });
  }
  expect(await store.seeds.owners(quiet(SEED))).toHaveLength(20);
  expect(await raw.keys("i:*")).toHaveLength(1);
  expect(await raw.pttl("s:7")).toBeGreaterThan(ttl - 60_000);
  expect(await raw.pttl("s:7")).toBeLessThanOrEqual(ttl);
  const after = createQueues({ redis, keyring, log: SILENT });
  expect(await after.forget(7)).toBe(1);
  await after.close();
  await store.wipe(7);
  expect((await store.seeds.owners(quiet(SEED))).map(({ userId }) => userId)).not.toContain(7);
});

test("a wallet that no key opens keeps neither its person nor their other wallets with the old key", async () => {
  const [old, fresh, gone] = [newKey("old"), newKey("new"), newKey("gone")];
  const before = await storeWorld([old]);
  const lost = walletOf({ keyring: createKeyring([gone]) }, 7, { id: "lost" });
  await before.store.people.update(7, () => personOf(7, { wallets: [lost, walletOf(before, 7)] }));
  const config = { redis: { kind: "single" as const, url: quiet(before.url) }, encryptionKeys: [fresh, old] };
  expect(await rotateKeys(config, SILENT)).toMatchObject({ sealed: 1, unopened: 1 });
  expect(await rotateKeys(config, SILENT)).toMatchObject({ sealed: 0, unopened: 1 });

  const { store, keyring } = await storeWorld([fresh], before.url);
  const wallets = (await store.people.get(7))?.wallets ?? [];
  expect(wallets.map(({ id }) => id)).toEqual(["lost", "w1Az"]);
  expect(openSeed(keyring, 7, "w1Az", wallets[1]?.sealed ?? "").reveal()).toBe(SEED);
});

test("a job that no key opens does not stop a rotation: it is counted", async () => {
  const [old, fresh, gone] = [newKey("old"), newKey("new"), newKey("gone")];
  const { redis, keyring, url } = await storeWorld([old]);
  for (const sealedBy of [createKeyring([gone]), keyring]) {
    const queues = createQueues({ redis, keyring: sealedBy, log: SILENT });
    await queues.add("chores", "later", { a: 1 }, { delayMs: 60_000 });
    await queues.close();
  }
  const config = { redis: { kind: "single" as const, url: quiet(url) }, encryptionKeys: [fresh, old] };
  expect(await rotateKeys(config, SILENT)).toMatchObject({ unopened: 1, jobs: 1 });
});

test("people who are changed during a rotation lose nothing", async () => {
  const [old, fresh] = [newKey("old"), newKey("new")];
  const before = await storeWorld([old]);
  await fill(before);
  const running = await storeWorld([fresh, old], before.url);
  const config = { redis: { kind: "single" as const, url: quiet(before.url) }, encryptionKeys: [fresh, old] };
  let rotating = true;
  const rotation = rotateKeys(config, SILENT).finally(() => {
    rotating = false;
  });
  let changes = 0;
  while (rotating) {
    changes++;
    await running.store.people.update((changes % 20) + 1, (person = personOf(1)) => {
      const count = Number(person.settings.count ?? 0) + 1;
      return { ...person, settings: { count } };
    });
  }
  await rotation;
  const after = await storeWorld([fresh], before.url);
  let counted = 0;
  for (let id = 1; id <= 20; id++) {
    const person = await after.store.people.get(id);
    counted += Number(person?.settings.count ?? 0);
    expect(openSeed(after.keyring, id, "w1Az", person?.wallets[0]?.sealed ?? "").reveal()).toBe(SEED);
  }
  expect(counted).toBe(changes);
});

test("a rotation that was stopped is taken up by the next", async () => {
  const [old, fresh] = [newKey("old"), newKey("new")];
  const before = await storeWorld([old]);
  await fill(before);
  // Somebody whom a bot has written with the new key already, while the seed inside is still sealed with the old one.
  const running = await storeWorld([fresh, old], before.url);
  await running.store.people.update(3, (person = personOf(3)) => ({ ...person, locale: "ru" as const }));
  await running.store.seeds.move(quiet(SEED), { userId: 4, walletId: "w1Az" });
  await rotateKeys({ redis: { kind: "single", url: quiet(before.url) }, encryptionKeys: [fresh, old] }, SILENT);
  const { store, keyring } = await storeWorld([fresh], before.url);
  const person = await store.people.get(3);
  expect(person?.locale).toBe("ru");
  expect(openSeed(keyring, 3, "w1Az", person?.wallets[0]?.sealed ?? "").reveal()).toBe(SEED);
  expect(await store.seeds.owners(quiet(SEED))).toHaveLength(20);
});

test("the program says what it did, needs no bot token, and fails when a key is missing", async () => {
  const [old, fresh] = [newKey("old"), newKey("new")];
  const world = await storeWorld([old]);
  await fill(world, 2);
  const rotate = (keys: string) =>
    run(process.execPath, [program("keys-rotate.ts")], {
      env: { ENCRYPTION_KEYS: keys, REDIS_URL: world.url },
      cwd: "/",
    });
  await expect(rotate(formatKey(fresh).reveal())).rejects.toMatchObject({ code: 1, stderr: /8 records do not open/ });
  const { stdout } = await rotate([fresh, old].map((key) => formatKey(key).reveal()).join(","));
  expect(stdout).toContain("8 sealed again");
  const again = await rotate(formatKey(fresh).reveal());
  expect(again.stdout).toContain("older ones may be taken out");
  expect(createKeyring([fresh])).toBeDefined();
});
