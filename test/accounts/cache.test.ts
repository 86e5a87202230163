import { describe, expect, test } from "vitest";
import { ADA, accountsWorld, BOB, connected } from "./world.ts";

const KEY = { idempotencyKey: "k" };

async function world() {
  const made = await accountsWorld({ sandbox: { limits: false } });
  const walletId = await connected(made);
  const client = await made.accounts.client(ADA, walletId);
  const card = await client.cards.create({ binId: "491653", amount: 10_000, label: "Ads" }, { idempotencyKey: "new" });
  made.control.clearCalls();
  return { ...made, walletId, client, card };
}

test("what was read a moment ago is not asked for again", async () => {
  const { client, card, accounts, walletId, control } = await world();
  const again = await accounts.client(ADA, walletId);
  for (const one of [client, again]) {
    await one.cards.get(card.id);
    await one.cards.list({ page: 1 });
    await one.wallet.balance();
  }
  expect(control.calls()).toHaveLength(3);
});

test("after five seconds it is asked for again, BINs only after an hour", async () => {
  const { client, clock, control } = await world();
  const read = async () => {
    await client.wallet.balance();
    await client.bins.list();
  };
  await read();
  clock.at += 5_000;
  await read();
  expect(control.calls().map(({ path }) => path)).toEqual(["/wallet/balance", "/bins", "/wallet/balance"]);
  clock.at += 3_600_000;
  await read();
  expect(control.calls().filter(({ path }) => path === "/bins")).toHaveLength(2);
});

describe("the person sees what they did at once:", () => {
  test("freezing", async () => {
    const { client, card } = await world();
    await client.cards.get(card.id);
    await client.cards.freeze(card.id, KEY);
    expect(await client.cards.get(card.id)).toMatchObject({ status: "frozen" });
  });

  test("funding", async () => {
    const { client, card } = await world();
    await client.wallet.balance();
    await client.cards.fund(card.id, 2_500, KEY);
    expect(await client.wallet.balance()).toMatchObject({ balance: 87_500 });
  });

  test("even when the answer was lost", async () => {
    const { client, card, control } = await world();
    await client.cards.get(card.id);
    control.faults.add({ method: "POST", kind: "drop-after" });
    await expect(client.cards.freeze(card.id, KEY)).rejects.toMatchObject({ kind: "unavailable" });
    expect(await client.cards.get(card.id)).toMatchObject({ status: "frozen" });
  });

  test("also when a slow read from before comes back after it", async () => {
    const { client, card, control } = await world();
    control.faults.add({ method: "GET", path: "/wallet/balance", kind: "delay", ms: 200 });
    const slow = client.wallet.balance();
    await expect.poll(() => control.calls()).toHaveLength(1);
    await client.cards.fund(card.id, 2_500, KEY);
    await slow;
    expect(await client.wallet.balance()).toMatchObject({ balance: 87_500 });
  });
});

test("an event makes what was read stale", async () => {
  const { client, card, accounts, walletId, control } = await world();
  await client.cards.get(card.id);
  accounts.invalidate(walletId);
  await client.cards.get(card.id);
  expect(control.calls()).toHaveLength(2);
});

test("workers ask the provider every time", async () => {
  const { accounts, walletId, control } = await world();
  for (const client of [await accounts.freshClient(ADA, walletId), await accounts.client(ADA, walletId, "refetch")]) {
    await client.wallet.balance();
    await client.wallet.balance();
  }
  expect(control.calls()).toHaveLength(4);
});

test("nobody reads from what was read for somebody else", async () => {
  const { client, accounts, store, walletId, control } = await world();
  await client.wallet.balance();
  await connected({ accounts }, BOB);
  // The same wallet id by chance.
  const mine = (await store.people.get(ADA))?.wallets ?? [];
  expect(mine.map(({ id }) => id)).toEqual([walletId]);
  control.clearCalls();
  const [other] = await accounts.wallets(BOB);
  await (await accounts.client(BOB, other?.id ?? "")).wallet.balance();
  expect(control.calls()).toHaveLength(1);
});

test("cards that were read are known by their last digits afterwards", async () => {
  const { client, card, accounts, store, walletId } = await world();
  await client.cards.list();
  await accounts.idle();
  expect(await store.directory.get(ADA, walletId, card.id)).toEqual({
    last4: card.last4,
    label: "Ads",
    network: "visa",
  });
});

test("card details are shown five times a minute to one person, and never kept", async () => {
  const { client, card, control, accounts, walletId } = await world();
  for (let count = 0; count < 5; count += 1) await client.cards.details(card.id);
  const sixth = (await accounts.client(ADA, walletId)).cards.details(card.id);
  await expect(sixth).rejects.toMatchObject({ kind: "rate-limited", sent: false, retryAfterMs: expect.any(Number) });
  expect(control.calls()).toHaveLength(5);
});
