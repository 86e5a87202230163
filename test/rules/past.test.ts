import { expect, onTestFinished, test } from "vitest";
import { createCryptoCardyClient } from "../../src/cryptocardy/client.ts";
import { createSecret } from "../../src/lib/secret.ts";
import type { Outgoing } from "../../src/notifications/outgoing.ts";
import { createQueues } from "../../src/queue/queues.ts";
import { createAnnounce } from "../../src/rules/announce.ts";
import { createReminders } from "../../src/rules/reminders.ts";
import { ADA, accountsWorld, connected, SEED } from "../accounts/world.ts";

const DAY = 24 * 60 * 60_000;

/** A wallet that paid NETFLIX every week for three weeks before anybody connected it here; six days ago the last time. */
async function weekly() {
  const world = await accountsWorld({ sandbox: { settleAfterMs: false } });
  const { accounts, control, store, redis, keyring, clock, log, transport } = world;
  const client = createCryptoCardyClient({ seed: createSecret(SEED), transport });
  const card = await client.cards.create({ binId: "491653", amount: 10_000, label: "Fun" }, { idempotencyKey: "card" });
  const pan = (await client.cards.details(card.id)).pan.reveal();
  for (const pause of [7 * DAY, 7 * DAY, 6 * DAY]) {
    control.purchase({ pan, amount: 15.49, merchant: "NETFLIX", threeDs: false });
    await control.advance(pause);
    clock.at += pause;
  }
  const sent: Outgoing[] = [];
  const deliver = async (_: number, message: Outgoing) => ({
    kind: "delivered" as const,
    messageId: sent.push(message),
  });
  const settings = { sandbox: false, defaultLocale: "en" as const };
  const announce = createAnnounce({ store, deliver, clock, settings });
  const queues = createQueues({ redis, keyring, log });
  const reminders = createReminders({ store, queues, accounts, announce, clock, readAfterMs: 1 });
  const { chores } = reminders;
  queues.work("chores", async (payload, { name }) => {
    const chore = Object.entries(chores).find(([known]) => known === name)?.[1];
    return chore ? chore(payload) : { kind: "dead", reason: "no such chore" };
  });
  onTestFinished(() => queues.close());
  return { ...world, client, card, reminders, sent, walletId: await connected(world) };
}

test("what a wallet paid before it came is read once, in the background, and reminded of once", async () => {
  const { reminders, sent, walletId, callsTo } = await weekly();
  expect(await reminders.upcoming(ADA, walletId, 3)).toEqual([]);
  await expect.poll(() => reminders.upcoming(ADA, walletId, 3)).toMatchObject([{ merchant: "NETFLIX", amount: 1_549 }]);
  await expect.poll(() => sent.length).toBe(1);
  expect(sent[0]?.text).toContain("Tomorrow: NETFLIX ≈ $15.49");
  await reminders.upcoming(ADA, walletId, 3);
  expect(callsTo("GET", "/transactions")).toHaveLength(1);
  expect(sent).toHaveLength(1);
});

test("a card's first payment is known as such, unless its past or an earlier one says otherwise", async () => {
  const { reminders, walletId, card } = await weekly();
  const wallet = { userId: ADA, walletId };
  const pay = (cardId: string, id: string, cents: number, originalId?: string) => {
    const merchant = { name: "SPOTIFY" };
    const facts = {
      id,
      cardId,
      merchant,
      amount: -cents,
      currency: "USD",
      type: "authorization",
      createdAt: Date.now(),
    };
    const transaction = { ...facts, ...(originalId && { originalId }) };
    return reminders.note(wallet, { state: originalId ? "settled" : "authorized", transaction });
  };
  await expect.poll(() => reminders.upcoming(ADA, walletId, 3)).toHaveLength(1);
  expect(await pay(card.id, "t1", 500)).toBe(false);
  // A check of the card for nothing is no payment, and a settlement is no other one.
  expect(await pay("card_new", "check", 0)).toBe(true);
  expect(await pay("card_new", "t2", 500)).toBe(true);
  expect(await pay("card_new", "s2", 500, "t2")).toBe(true);
  expect(await pay("card_new", "t3", 500)).toBe(false);
});

test("a card that is frozen is not reminded of", async () => {
  const { reminders, sent, walletId, client, card, callsTo } = await weekly();
  await client.cards.freeze(card.id, { idempotencyKey: "freeze" });
  await reminders.upcoming(ADA, walletId, 3);
  await expect.poll(async () => (await reminders.upcoming(ADA, walletId, 3)).length).toBe(1);
  await expect.poll(() => callsTo("GET", `/cards/${card.id}`)).toHaveLength(1);
  expect(sent).toEqual([]);
});
