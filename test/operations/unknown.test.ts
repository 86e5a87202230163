import { describe, expect, test } from "vitest";
import type { CardEvent } from "../../src/cryptocardy/event-types.ts";
import type { Card } from "../../src/cryptocardy/types.ts";
import { ADA, SEED } from "../accounts/world.ts";
import { KINDS, NEVER, ONCE, type OperationsWorld, operationsWorld } from "./world.ts";

const NO_CHECKS = { checks: [600_000], certain: 0 };

function funded(card: Card, facts: { amount?: number; id?: string } = {}): CardEvent {
  const { id = "evt_1", amount } = facts;
  const envelope = { id, idFrom: "body" as const, at: Date.now(), objectId: card.id };
  return { ...envelope, type: "card.funded", data: card, ...(amount !== undefined && { amount }) };
}

async function lostInTheDark(world: OperationsWorld, fault: "drop-before" | "drop-after"): Promise<string> {
  const draft = await world.funding();
  await world.blindAfter("fund", fault);
  await world.confirm(draft.id);
  await world.until(draft.id, "unknown");
  world.control.faults.clear();
  // The state is written before the job that wrote it has told of it and gone to rest.
  await expect.poll(() => world.queues.depths()).toMatchObject({ operations: { active: 0, waiting: 0 } });
  return draft.id;
}

describe.each(KINDS)("%s, lost while nothing can be read", (kind) => {
  test("is called unknown, and settles by itself when it happened", async () => {
    const world = await operationsWorld();
    const draft = await world.drafts[kind]();
    await world.blindAfter(kind, "drop-after");
    await world.confirm(draft.id);
    await world.until(draft.id, "unknown");
    world.control.faults.clear();
    await world.until(draft.id, "done");
    expect(await world.money()).toEqual(ONCE[kind]);
    await expect.poll(() => world.told.map(({ state }) => state)).toEqual(["unknown", "done"]);
  });

  test("is called unknown, never sent again, and fails for certain when it did not happen", async () => {
    const world = await operationsWorld();
    const draft = await world.drafts[kind]();
    await world.blindAfter(kind, "drop-before");
    await world.confirm(draft.id);
    await world.until(draft.id, "unknown");
    world.control.faults.clear();
    await world.until(draft.id, "failed");
    expect(await world.money()).toEqual(NEVER);
    await expect.poll(() => world.told.map(({ state }) => state)).toEqual(["unknown", "failed"]);
  });
});

test("telling of it may take longer than until the first check: the next one is made all the same", async () => {
  const world = await operationsWorld({ timings: { checks: [1, 1_000, 3_000, 9_000, 30_000] } });
  const draft = await world.funding();
  await world.blindAfter("fund", "drop-before");
  await world.confirm(draft.id);
  await world.until(draft.id, "unknown");
  world.control.faults.clear();
  await world.until(draft.id, "failed");
});

test("an event settles an unknown operation at once", async () => {
  const world = await operationsWorld({ timings: NO_CHECKS });
  const id = await lostInTheDark(world, "drop-after");
  await world.operations.hint(world.wallet, funded(world.card));
  expect(await world.until(id, "done")).toMatchObject({ result: { cardBalance: 12_500, walletBalance: 87_500 } });
});

test("an event about another card settles nothing", async () => {
  const world = await operationsWorld({ timings: NO_CHECKS });
  const id = await lostInTheDark(world, "drop-after");
  const atRest = await world.queues.depths();
  await world.operations.hint(world.wallet, funded({ ...world.card, id: "card_other" }));
  await world.operations.hint({ ...world.wallet, userId: 77 }, funded(world.card));
  expect(await world.queues.depths()).toEqual(atRest);
  expect(await world.operations.get(id, ADA)).toMatchObject({ state: "unknown" });
});

test("an event does not make a success of what the balances deny", async () => {
  const world = await operationsWorld({ timings: { ...NO_CHECKS, certain: 600_000 } });
  const id = await lostInTheDark(world, "drop-before");
  const seen = world.control.calls().length;
  await world.operations.hint(world.wallet, funded(world.card, { amount: 2_500 }));
  await expect.poll(() => world.control.calls().length).toBeGreaterThan(seen);
  await expect.poll(() => world.queues.depths()).toMatchObject({ operations: { active: 0, waiting: 0 } });
  expect(await world.operations.get(id, ADA)).toMatchObject({ state: "unknown" });
});

test("what nobody can tell stays unknown, and is left alone after the last check", async () => {
  const world = await operationsWorld({ timings: { checks: [100, 200], certain: 600_000 } });
  const id = await lostInTheDark(world, "drop-before");
  const idle = { operations: { waiting: 0, active: 0, delayed: 0 } };
  await expect.poll(() => world.queues.depths()).toMatchObject(idle);
  const asked = world.control.calls().length;
  expect(await world.operations.recover()).toBe(0);
  expect(await world.queues.depths()).toMatchObject(idle);
  expect(await world.operations.get(id, ADA)).toMatchObject({ state: "unknown", told: "unknown" });
  expect(world.control.calls()).toHaveLength(asked);
});

test.each([
  ["drop-before", "failed", { wallet: 85_000, card: 15_000, cards: 1 }],
  ["drop-after", "done", { wallet: 82_500, card: 17_500, cards: 1 }],
] as const)("a later funding of the same card is not mistaken for an unknown one (%s)", async (fault, end, money) => {
  const world = await operationsWorld({ timings: NO_CHECKS });
  const first = await lostInTheDark(world, fault);
  const second = await world.funding(5_000);
  await world.confirm(second.id);
  await world.until(second.id, "done");
  expect(await world.operations.get(first, ADA)).toMatchObject({ state: "unknown", rebasedOn: [second.id] });
  // The event of the second one has the first one looked at, and says nothing about it.
  await world.operations.hint(world.wallet, funded(world.card, { amount: 5_000 }));
  await world.until(first, end);
  expect(await world.money()).toEqual(money);
});

describe("in one wallet", () => {
  test("many operations at once go one by one, each once, though every answer is lost", async () => {
    const world = await operationsWorld({ sandbox: { variants: { ignoreIdempotency: true } } });
    world.control.faults.add({ method: "POST", path: "/cards/*/fund", kind: "drop-after", times: 6 });
    const drafts = await Promise.all([1, 2, 3, 4, 5, 6].map(() => world.funding(1_000)));
    await Promise.all(drafts.map(({ id }) => world.confirm(id)));
    for (const { id } of drafts) await world.until(id, "done");
    expect(await world.money()).toEqual({ wallet: 84_000, card: 16_000, cards: 1 });
  });

  test("two cards of the same kind and label are two cards", async () => {
    const world = await operationsWorld({ sandbox: { variants: { ignoreIdempotency: true } } });
    world.control.faults.add({ method: "POST", path: "/cards", kind: "drop-after", times: 2 });
    const drafts = await Promise.all([world.issuing("Same"), world.issuing("Same")]);
    await Promise.all(drafts.map(({ id }) => world.confirm(id)));
    const ended = await Promise.all(drafts.map(({ id }) => world.until(id, "done")));
    const cards = ended.map((operation) => (operation.kind === "issue" ? operation.result?.card.id : undefined));
    expect(new Set(cards).size).toBe(2);
    expect(await world.money()).toEqual({ wallet: 80_000, card: 10_000, cards: 3 });
  });

  test("payments with the card meanwhile do not confuse the account", async () => {
    const world = await operationsWorld({ sandbox: { variants: { ignoreIdempotency: true } } });
    const { pan } = await world.client.cards.details(world.card.id);
    world.control.faults.add({ method: "POST", path: "/cards/*/fund", kind: "delay", ms: 250 });
    world.control.faults.add({ method: "POST", path: "/cards/*/fund", kind: "drop-before" });
    const draft = await world.funding(2_500);
    await world.confirm(draft.id);
    await expect.poll(() => world.callsTo("POST", /fund$/)).toHaveLength(1);
    world.control.purchase({ pan: pan.reveal(), amount: 25, merchant: "SHOP", threeDs: false });
    await world.until(draft.id, "done");
    expect(await world.money()).toEqual({ wallet: 87_500, card: 10_000, cards: 1 });
  });
});

test("an issued card whose label the provider altered, for a fee, is neither failed nor issued again", async () => {
  const checks = Array.from({ length: 200 }, (_, n) => (n + 1) * 200);
  const world = await operationsWorld({ timings: { checks } });
  const draft = await world.issuing();
  await world.blindAfter("issue", "drop-after");
  await world.confirm(draft.id);
  await world.until(draft.id, "unknown");
  const cards = world.control.state(SEED).cards as unknown as { id: string; label?: string }[];
  const issued = cards.find(({ label }) => label === "New one");
  await world.client.cards.update(issued?.id ?? "", { label: "NEW ONE LTD" }, { idempotencyKey: "altered" });
  await world.client.cards.fund(world.card.id, 100, { idempotencyKey: "fee" });
  world.control.faults.clear();
  const verdicts = () => world.log.lines.flatMap(({ fields }) => ("verdict" in fields ? [fields.verdict] : []));
  await expect.poll(() => verdicts().filter((verdict) => verdict !== "unreadable").length).toBeGreaterThan(3);
  expect(new Set(verdicts())).toEqual(new Set(["unreadable", "unclear"]));
  expect(await world.operations.get(draft.id, ADA)).toMatchObject({ state: "unknown" });
  expect(await world.money()).toMatchObject({ wallet: 84_900, cards: 2 });
});
