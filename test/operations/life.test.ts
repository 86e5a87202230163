import { expect, test } from "vitest";
import { ADA, BOB, loseSeed, SEED } from "../accounts/world.ts";
import { dump } from "../store/world.ts";
import { NEVER, ONCE, operationsWorld, PATHS, SCREEN } from "./world.ts";

test("a draft expires: later it can be neither seen nor confirmed", async () => {
  const world = await operationsWorld({ timings: { draft: 0 } });
  const draft = await world.funding();
  expect(await world.confirm(draft.id)).toBeUndefined();
  expect(await world.operations.get(draft.id, ADA)).toBeUndefined();
  expect(await world.money()).toEqual(NEVER);
});

test("a confirmed operation cannot be cancelled", async () => {
  const world = await operationsWorld();
  const draft = await world.funding();
  await world.confirm(draft.id);
  expect(await world.operations.cancel(draft.id, ADA)).toBe(false);
  await world.until(draft.id, "done");
});

test("too little money is said with the provider's own word", async () => {
  const world = await operationsWorld();
  const draft = await world.funding(100_000);
  await world.confirm(draft.id);
  const { error } = await world.until(draft.id, "failed");
  expect(error).toMatchObject({ kind: "insufficient-funds", requestId: expect.any(String) });
});

test("a card that is closed already counts as closed, and nothing is sent", async () => {
  const world = await operationsWorld();
  const draft = await world.drafts.close();
  await world.client.cards.terminate(world.card.id);
  const sent = world.callsTo("DELETE", /cards/).length;
  await world.confirm(draft.id);
  await world.until(draft.id, "done");
  expect(world.callsTo("DELETE", /cards/)).toHaveLength(sent);
});

test("an operation on a wallet that was removed fails, and nothing is sent", async () => {
  const world = await operationsWorld();
  const draft = await world.funding();
  await world.accounts.remove(ADA, world.wallet.walletId);
  await world.confirm(draft.id);
  expect(await world.until(draft.id, "failed")).toMatchObject({ error: { kind: "no-wallet" } });
  expect(world.callsTo("POST", /fund/)).toEqual([]);
});

test("an operation on a wallet whose seed does not open fails, and nothing is sent", async () => {
  const world = await operationsWorld();
  const draft = await world.funding();
  await loseSeed(world, ADA, world.wallet.walletId);
  await world.confirm(draft.id);
  expect(await world.until(draft.id, "failed")).toMatchObject({ error: { kind: "unopened" } });
  expect(world.callsTo("POST", /fund/)).toEqual([]);
});

test("a provider that is away before anything was sent is waited for, then the operation fails", async () => {
  const world = await operationsWorld();
  world.control.faults.add({ method: "GET", path: "/wallet/balance", kind: "garbage", times: 10_000 });
  const draft = await world.funding();
  await world.confirm(draft.id);
  expect(await world.until(draft.id, "failed")).toMatchObject({ error: { kind: "malformed" }, sends: 0 });
  world.control.faults.clear();
  expect(await world.money()).toEqual(NEVER);
});

test("a listener that fails is told again", async () => {
  const world = await operationsWorld();
  let calls = 0;
  world.operations.onSettled(async () => {
    calls += 1;
    if (calls === 1) throw new Error("Telegram is away");
  });
  const draft = await world.funding();
  await world.confirm(draft.id);
  await expect.poll(() => calls).toBe(2);
  expect(await world.money()).toEqual(ONCE.fund);
});

test("what the person did here is known as theirs, what others did is not", async () => {
  const world = await operationsWorld();
  const { operations, wallet, card } = world;
  expect(await operations.isOurs(wallet, card.id, "card.funded")).toBe(false);
  const draft = await world.funding();
  await world.confirm(draft.id);
  await world.until(draft.id, "done");
  expect(await operations.isOurs(wallet, card.id, "card.funded")).toBe(true);
  expect(await operations.isOurs(wallet, card.id, "card.terminated")).toBe(false);
  expect(await operations.isOurs(wallet, "card_other", "card.funded")).toBe(false);
  expect(await operations.isOurs({ ...wallet, userId: BOB }, card.id, "card.funded")).toBe(false);
  await operations.expect(wallet, card.id, "card.frozen");
  expect(await operations.isOurs(wallet, card.id, "card.frozen")).toBe(true);
  expect(await operations.isOurs(wallet, card.id, "card.frozen")).toBe(true);
});

test("of cards that appear, the one issued here is the person's as soon as it is known which it is", async () => {
  const world = await operationsWorld();
  const { operations, wallet } = world;
  const isOurs = (cardId: string) => operations.isOurs(wallet, cardId, "card.created");
  world.control.faults.add({ method: "POST", path: "/cards", kind: "delay", ms: 300 });
  const draft = await world.issuing();
  await world.confirm(draft.id);
  await expect.poll(() => isOurs("card_any")).toBe(true);
  const done = await world.until(draft.id, "done");
  const issued = done.kind === "issue" ? done.result?.card.id : undefined;
  expect(await isOurs(issued ?? "")).toBe(true);
  expect(await isOurs("card_any")).toBe(false);
});

test("what others did is known as theirs however many ask at the same moment", async () => {
  const { operations, wallet } = await operationsWorld({ work: false });
  const asked = Array.from({ length: 50 }, () => operations.isOurs(wallet, "", "card.created"));
  expect(new Set(await Promise.all(asked))).toEqual(new Set([false]));
});

test("the person's next look at the card shows the new balance", async () => {
  const world = await operationsWorld();
  const reader = await world.accounts.client(ADA, world.wallet.walletId);
  expect(await reader.cards.get(world.card.id)).toMatchObject({ balance: 10_000 });
  const draft = await world.funding();
  await world.confirm(draft.id);
  await expect.poll(() => world.told).toHaveLength(1);
  expect(await reader.cards.get(world.card.id)).toMatchObject({ balance: 12_500 });
});

test("no seed, label, card or amount of an operation lies in Redis in the clear", async () => {
  const world = await operationsWorld();
  world.control.faults.add({ ...PATHS.issue, kind: "delay", ms: 400 });
  const waiting = await world.issuing("Canary label");
  await world.confirm(waiting.id);
  await expect.poll(() => world.callsTo("POST", "/cards")).toHaveLength(2);
  const during = await dump(world.raw);
  await world.until(waiting.id, "done");
  for (const text of [during, await dump(world.raw)]) {
    expect(text).not.toContain(SEED);
    expect(text).not.toContain("Canary");
    expect(text).not.toContain(world.card.id);
    expect(text).not.toContain(waiting.key);
  }
  expect(JSON.stringify(world.log.lines)).not.toContain("Canary");
});

test("confirmed at once in many replicas it happens once", async () => {
  const world = await operationsWorld({ sandbox: { variants: { ignoreIdempotency: true } } });
  const replicas = [world, await world.newProcess(), await world.newProcess()];
  const drafts = await Promise.all([world.funding(1_000), world.drafts.withdraw(500), world.issuing()]);
  const presses = drafts.flatMap(({ id }) => replicas.map(({ operations }) => operations.submit(id, ADA, SCREEN)));
  expect((await Promise.all(presses)).filter((answer) => answer?.first)).toHaveLength(3);
  for (const { id } of drafts) await world.until(id, "done");
  expect(await world.money()).toEqual({ wallet: 84_500, card: 10_500, cards: 2 });
  await expect
    .poll(() => replicas.flatMap(({ told }) => told.map(({ id }) => id)).sort())
    .toEqual(drafts.map(({ id }) => id).sort());
});

test("where the provider does not issue cards this is what is said", async () => {
  const world = await operationsWorld();
  world.control.variants({ noCreateCards: 405 });
  const draft = await world.issuing();
  await world.confirm(draft.id);
  expect(await world.until(draft.id, "failed")).toMatchObject({ error: { kind: "unsupported" } });
  expect(await world.money()).toEqual(NEVER);
});

test.each(["flat", "nested", "empty"] as const)(
  "a withdrawal tells the new balances (%s answer)",
  async (withdrawBody) => {
    const world = await operationsWorld({ sandbox: { variants: { withdrawBody } } });
    const draft = await world.drafts.withdraw();
    await world.confirm(draft.id);
    expect(await world.until(draft.id, "done")).toMatchObject({
      result: { cardBalance: 7_500, walletBalance: 92_500 },
    });
  },
);

test("closing a closed card that the provider calls a conflict is a success", async () => {
  const world = await operationsWorld({
    sandbox: { variants: { repeatedState: "conflict", ignoreIdempotency: true } },
  });
  world.control.faults.add({ method: "DELETE", path: "/cards/*", kind: "status-after", status: 409 });
  const draft = await world.drafts.close();
  await world.confirm(draft.id);
  await world.until(draft.id, "done");
  expect(await world.money()).toEqual(ONCE.close);
});
