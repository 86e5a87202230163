import { expect, test } from "vitest";
import { MAX_WALLETS } from "../../src/accounts/types.ts";
import { createSecret } from "../../src/lib/secret.ts";
import { dump } from "../store/world.ts";
import { ADA, accountsWorld, BOB, connected, loseSeed, PUBLIC_URL, SEED } from "./world.ts";

test("a new wallet has its seed sealed and its address at hand", async () => {
  const world = await accountsWorld();
  const opened = await world.accounts.open(ADA, { network: "visa", asset: "BTC" });
  expect(opened).toMatchObject({ asset: "BTC", network: "visa" });
  expect(opened.address).not.toBe("");
  expect(await world.accounts.wallets(ADA)).toMatchObject([
    { id: opened.walletId, active: true, seedSaved: false, hook: "polling", opened: { address: opened.address } },
  ]);
  const seed = (await world.accounts.showSeed(ADA, opened.walletId)).reveal();
  const client = await world.accounts.client(ADA, opened.walletId);
  expect((await client.wallet.balance()).balance).toBe(0);
  expect(await dump(world.raw)).not.toContain(seed);
});

test.each(["drop-before", "drop-after", "status", "status-after"] as const)(
  "a wallet is never asked for twice (%s)",
  async (kind) => {
    const world = await accountsWorld();
    world.control.faults.add({ method: "GET", path: "/", kind, times: 5 });
    await expect(world.accounts.open(ADA)).rejects.toMatchObject({ name: "CardApiError", kind: "unavailable" });
    expect(world.callsTo("GET", "/")).toHaveLength(1);
    expect(await world.accounts.wallets(ADA)).toEqual([]);
  },
);

test("a seed that works is connected, and becomes the active wallet", async () => {
  const world = await accountsWorld();
  const outcome = await world.accounts.import(ADA, createSecret(` ${SEED}\n`), "Ads");
  expect(outcome).toMatchObject({ ok: true, value: { balance: 100_000, unusual: false, shared: false } });
  expect(await world.accounts.active(ADA)).toMatchObject({ name: "Ads", seedSaved: true });
});

test("a seed the provider does not know is refused and not kept", async () => {
  const world = await accountsWorld();
  const outcome = await world.accounts.import(ADA, createSecret("0000-0000-0000-0000"));
  expect(outcome).toEqual({ ok: false, failure: { kind: "invalid" } });
  expect(await world.accounts.wallets(ADA)).toEqual([]);
  expect(await world.raw.keys("i:*")).toEqual([]);
});

test.each(["", "short", "with a space in it", "кириллица-кириллица", "x".repeat(129), "a\u0000bcdefgh"])(
  "a text that cannot be a seed is refused without asking the provider (%j)",
  async (text) => {
    const world = await accountsWorld();
    expect(await world.accounts.import(ADA, createSecret(text))).toEqual({ ok: false, failure: { kind: "invalid" } });
    expect(world.control.calls()).toEqual([]);
  },
);

test("a seed of another form that works is connected with a warning", async () => {
  const seed = "correct-horse-battery";
  const world = await accountsWorld();
  world.control.addWallet(seed);
  expect(await world.accounts.import(ADA, createSecret(seed))).toMatchObject({ ok: true, value: { unusual: true } });
});

test.each([
  ["in capitals", (seed: string) => seed.toUpperCase()],
  ["with spaces", (seed: string) => seed.replaceAll("-", " ")],
  ["with nothing between its groups", (seed: string) => seed.replaceAll("-", "")],
  ["with longer dashes", (seed: string) => seed.replaceAll("-", "–")],
])("a seed typed %s is the seed", async (_, typed) => {
  const world = await accountsWorld();
  const outcome = await world.accounts.import(ADA, createSecret(typed(SEED)));
  expect(outcome).toMatchObject({ ok: true, value: { balance: 100_000, unusual: false } });
  expect(world.callsTo("GET", "/wallet/balance")).toHaveLength(1);
});

test("a seed without hyphens that is one as it was typed is connected, too", async () => {
  const seed = "0123456789abcdef";
  const world = await accountsWorld();
  world.control.addWallet(seed);
  expect(await world.accounts.import(ADA, createSecret(seed))).toMatchObject({ ok: true, value: { unusual: true } });
});

test("the same seed again is the wallet that is there already", async () => {
  const world = await accountsWorld();
  const walletId = await connected(world);
  const again = await world.accounts.import(ADA, createSecret(SEED.toUpperCase()));
  expect(again).toEqual({ ok: false, failure: { kind: "already", walletId } });
});

test("the same seed sent twice at once makes one wallet", async () => {
  const world = await accountsWorld();
  const both = await Promise.all([1, 2].map(() => world.accounts.import(ADA, createSecret(SEED))));
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await world.accounts.wallets(ADA)).toHaveLength(1);
});

test("a seed that somebody else connected is told to be shared, but not with whom", async () => {
  const world = await accountsWorld();
  await connected(world, BOB);
  const outcome = await world.accounts.import(ADA, createSecret(SEED));
  expect(outcome).toMatchObject({ ok: true, value: { shared: true } });
  expect(JSON.stringify(outcome)).not.toContain(String(BOB));
});

test("when the provider does not answer nothing is known and nothing is kept", async () => {
  const world = await accountsWorld();
  world.control.faults.add({ path: "/wallet/balance", kind: "status", status: 503, times: 9 });
  const outcome = await world.accounts.import(ADA, createSecret(SEED));
  expect(outcome).toMatchObject({ ok: false, failure: { kind: "unreachable", error: { kind: "unavailable" } } });
  expect(await world.accounts.wallets(ADA)).toEqual([]);
});

test("guessing seeds is stopped after five attempts", async () => {
  const world = await accountsWorld();
  for (const digit of [1, 2, 3, 4, 5]) {
    await world.accounts.import(ADA, createSecret(`0000-0000-0000-000${digit}`));
  }
  const sixth = await world.accounts.import(ADA, createSecret(SEED));
  expect(sixth).toMatchObject({ ok: false, failure: { kind: "slow-down" } });
  expect(await world.accounts.import(BOB, createSecret(SEED))).toMatchObject({ ok: true });
});

test("ten wallets are enough", async () => {
  const world = await accountsWorld({ sandbox: { limits: false } });
  for (let count = 0; count < MAX_WALLETS; count += 1) {
    await world.store.people.update(ADA, (person) => ({
      ...(person ?? { id: ADA, createdAt: 0, settings: {}, wallets: [] }),
      wallets: [...(person?.wallets ?? []), { id: `w${count}`, name: "x", sealed: "", seedSaved: true }],
    }));
  }
  await expect(world.accounts.open(ADA)).rejects.toMatchObject({ name: "AccountError", kind: "full" });
  expect(await world.accounts.import(ADA, createSecret(SEED))).toEqual({ ok: false, failure: { kind: "full" } });
  expect(world.callsTo("GET", "/")).toEqual([]);
});

test("a wallet of somebody else cannot be used, named, shown or removed", async () => {
  const world = await accountsWorld();
  const walletId = await connected(world);
  const noWallet = { name: "AccountError", kind: "no-wallet" };
  await expect(world.accounts.client(BOB, walletId)).rejects.toMatchObject(noWallet);
  await expect(world.accounts.showSeed(BOB, walletId)).rejects.toMatchObject(noWallet);
  await expect(world.accounts.rename(BOB, walletId, "mine")).rejects.toMatchObject(noWallet);
  await expect(world.accounts.switch(BOB, walletId)).rejects.toMatchObject(noWallet);
  expect(await world.accounts.remove(BOB, walletId)).toBe(false);
  expect(await world.accounts.wallets(ADA)).toHaveLength(1);
});

test("wallets are named, switched and removed", async () => {
  const world = await accountsWorld();
  const first = await connected(world);
  const { walletId: second } = await world.accounts.open(ADA);
  await world.accounts.rename(ADA, first, "  Ads\n2026  ");
  await world.accounts.rename(ADA, second, "   ");
  await world.accounts.switch(ADA, first);
  expect(await world.accounts.wallets(ADA)).toMatchObject([
    { id: first, name: "Ads 2026", active: true },
    { id: second, name: "#2", active: false },
  ]);
  expect(await world.accounts.remove(ADA, first)).toBe(true);
  expect(await world.accounts.active(ADA)).toMatchObject({ id: second });
  expect(await world.accounts.import(ADA, createSecret(SEED))).toMatchObject({ ok: true, value: { shared: false } });
});

test.each([
  ["761c", true],
  ["761C", true],
  ["036c761c", true],
  ["036c – 761c", true],
  [SEED, true],
  ["61c", false],
  ["", false],
  ["761d", false],
])("typing %j proves the backup: %s", async (text, proven) => {
  const world = await accountsWorld();
  const walletId = await connected(world);
  await world.store.people.update(ADA, (person) => {
    if (!person) throw new Error("no person");
    return { ...person, wallets: person.wallets.map((wallet) => ({ ...wallet, seedSaved: false })) };
  });
  expect(await world.accounts.checkSeedTail(ADA, walletId, text)).toBe(proven);
  expect(await world.accounts.wallets(ADA)).toMatchObject([{ seedSaved: proven }]);
});

test("a deleted person leaves no key and no webhook behind", async () => {
  const world = await accountsWorld({ publicUrl: PUBLIC_URL });
  const walletId = await connected(world);
  const client = await world.accounts.client(ADA, walletId);
  await client.cards.list();
  await world.accounts.idle();
  expect(await world.endpoints()).toHaveLength(1);
  await world.accounts.deletePerson(ADA);
  expect(await world.endpoints()).toEqual([]);
  expect(await world.store.people.get(ADA)).toBeUndefined();
  // What is left is of nobody: budgets, and hashes of addresses that answer "gone".
  const left = (await world.raw.keys("*")).filter((key) => !/^(limit|g):/.test(key));
  expect(left).toEqual([]);
  expect(await dump(world.raw)).not.toContain(String(ADA));
});

test("a person can be deleted while the provider is away", async () => {
  const world = await accountsWorld({ publicUrl: PUBLIC_URL });
  await connected(world);
  world.control.faults.add({ kind: "status", status: 400, times: 50 });
  await world.accounts.deletePerson(ADA);
  expect(await world.store.people.get(ADA)).toBeUndefined();
});

test("a wallet whose seed does not open says so, and can be removed", async () => {
  const world = await accountsWorld({ publicUrl: PUBLIC_URL });
  const walletId = await connected(world);
  const [token] = (await world.store.people.get(ADA))?.wallets.map(({ hook }) => hook?.token) ?? [];
  await loseSeed(world, ADA, walletId);
  const unopened = { name: "AccountError", kind: "unopened" };
  await expect(world.accounts.client(ADA, walletId)).rejects.toMatchObject(unopened);
  await expect(world.accounts.showSeed(ADA, walletId)).rejects.toMatchObject(unopened);
  expect(await world.accounts.remove(ADA, walletId)).toBe(true);
  expect(await world.accounts.wallets(ADA)).toEqual([]);
  expect(await world.store.hooks.get(token ?? "")).toMatchObject({ state: "revoked" });
});

test("somebody whose seed does not open can be deleted", async () => {
  const world = await accountsWorld({ publicUrl: PUBLIC_URL });
  await loseSeed(world, ADA, await connected(world));
  await world.accounts.deletePerson(ADA);
  expect(await world.store.people.get(ADA)).toBeUndefined();
});

test("no log line holds a seed", async () => {
  const world = await accountsWorld({ publicUrl: PUBLIC_URL });
  world.control.faults.add({ path: "/webhooks", kind: "drop-before", times: 9 });
  await connected(world);
  await world.accounts.reconnectHooks();
  expect(world.log.lines.length).toBeGreaterThan(0);
  expect(JSON.stringify(world.log.lines)).not.toContain(SEED);
});
