import { expect, test } from "vitest";
import { createAnnounce } from "../../src/rules/announce.ts";
import { createRefill } from "../../src/rules/refill.ts";
import type { RuledPayment } from "../../src/rules/ruled-payment.ts";
import { createRules } from "../../src/rules/rules.ts";
import { ADA } from "../accounts/world.ts";
import { operationsWorld } from "../operations/world.ts";

/** Two cards with $20.00 each that follow the same rule, in a wallet that has $860.00. */
async function twoCards(keep: number) {
  const world = await operationsWorld();
  const { store, accounts, operations, clock, wallet, client } = world;
  const issue = (name: string) =>
    client.cards.create({ binId: "491653", amount: 2_000, label: name }, { idempotencyKey: name });
  const cards = await Promise.all([issue("One"), issue("Two")]);
  for (const { id } of cards) {
    const topUp = { below: 5_000, add: 10_000, perDay: 100_000, keep };
    await store.rules.update(ADA, wallet.walletId, id, () => ({ topUp }));
  }
  const told: string[] = [];
  const deliver = async (_: number, { text }: { text: string }) => ({
    kind: "delivered" as const,
    messageId: told.push(text),
  });
  const announce = createAnnounce({ store, deliver, clock, settings: { sandbox: false, defaultLocale: "en" } });
  const rules = createRules({
    store,
    queues: world.queues,
    guard: { apply: async () => ({ kind: "done" }) },
    refill: createRefill({ store, accounts, operations, announce, clock }),
  });
  /** A payment that left little, looked at until nothing is to be done any more. */
  async function paid(cardId: string): Promise<void> {
    const about = { cardId, id: `txn-${cardId}`, receipt: "txn", state: "authorized", amount: 100 } as const;
    const payment: RuledPayment = { ...wallet, ...about, merchant: "SHOP", at: clock.now() };
    for (;;) {
      const verdict = await rules.chores["card.rule"](payment, { name: "card.rule", attempt: 1, addedAt: clock.now() });
      if (verdict.kind !== "again") return;
      await new Promise((resolve) => setTimeout(resolve, verdict.afterMs / 10));
    }
  }
  const left = async () => {
    await expect.poll(() => store.operations.listOpen()).toEqual([]);
    return (await client.wallet.balance()).balance;
  };
  return { cards, paid, told, left };
}

test("two cards that are topped up at the same moment do not take what the wallet is to keep", async () => {
  const { cards, paid, told, left } = await twoCards(70_000);
  await Promise.all(cards.map(({ id }) => paid(id)));
  expect(await left()).toBe(76_000);
  expect(told).toHaveLength(1);
});

test("both are topped up where there is enough for both", async () => {
  const { cards, paid, told, left } = await twoCards(0);
  await Promise.all(cards.map(({ id }) => paid(id)));
  expect(await left()).toBe(66_000);
  expect(told).toEqual([]);
});
