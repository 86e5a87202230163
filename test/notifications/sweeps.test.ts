import { expect, test } from "vitest";
import { SEED } from "../accounts/world.ts";
import { ADA, noticesWorld, quiet } from "./world.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

test("without a public address a code, a payment and its settlement are found by asking", async () => {
  const { chat, buy, control, walletId, notifications } = await noticesWorld({ webhooks: false, running: true });
  await expect.poll(async () => (await notifications.connection.state(ADA, walletId))?.lastSweepAt).toBeDefined();
  const challenge = buy(9.99, "SPOTIFY", true);
  if (challenge.status !== "challenge") throw new Error("expected a challenge");
  const { otp } = control.challenge(challenge.challengeId) as { otp: string };
  await expect.poll(() => chat.texts().join()).toContain(otp);
  control.answerChallenge({ challengeId: challenge.challengeId, otp });
  await expect.poll(() => chat.texts().join()).toContain("−$9.99");
  await expect.poll(() => chat.texts().join()).toContain("no longer needed");
  expect(await notifications.connection.state(ADA, walletId)).toMatchObject({ mode: "polling" });
});

test("what a webhook told is not told again by a sweep, nor the other way round", async () => {
  const { chat, buy, control, notifications, walletId, queues } = await noticesWorld();
  const wallet = { userId: ADA, walletId };
  await notifications.sweep.transactions(wallet);
  buy(5, "BYHOOK");
  await expect.poll(() => chat.texts().join()).toContain("BYHOOK");
  control.webhooks.stop();
  buy(6, "BYSWEEP");
  await notifications.sweep.transactions(wallet);
  await expect.poll(() => chat.texts().join()).toContain("BYSWEEP");
  await notifications.sweep.transactions(wallet);
  await quiet(queues);
  for (const merchant of ["BYHOOK", "BYSWEEP"]) {
    expect(chat.messages.filter(({ text }) => text.includes(merchant))).toHaveLength(1);
  }
});

test("a settlement that no webhook told is found by a later sweep and edits the bubble", async () => {
  const { chat, buy, control, notifications, walletId, clock } = await noticesWorld();
  const wallet = { userId: ADA, walletId };
  await notifications.sweep.transactions(wallet);
  const payment = buy(8, "SLOWSHOP");
  await expect.poll(() => chat.texts().join()).toContain("SLOWSHOP");
  control.webhooks.stop();
  if (payment.status === "approved") control.settle(payment.transactionId);
  clock.at += 11 * MINUTE;
  await notifications.sweep.transactions(wallet);
  await expect.poll(() => chat.messages.find(({ text }) => text.includes("SLOWSHOP"))?.text).toContain("Settled");
});

test("more than five late finds are one message", async () => {
  const { chat, buy, control, notifications, walletId, clock, queues } = await noticesWorld();
  const wallet = { userId: ADA, walletId };
  await notifications.sweep.transactions(wallet);
  control.webhooks.stop();
  for (let n = 1; n <= 7; n++) buy(n, `LOST${n}`);
  clock.at += 5 * MINUTE;
  await notifications.sweep.transactions(wallet);
  await expect.poll(() => chat.texts().join()).toContain("7 events came late");
  expect(chat.texts().join()).toContain("7 payments for $28.00");
  await notifications.sweep.transactions(wallet);
  await quiet(queues);
  expect(chat.texts().join()).not.toContain("LOST");
});

test("the past of a wallet that was just connected is not told", async () => {
  const { chat, buy, control, notifications, walletId, store, queues, clock } = await noticesWorld();
  const wallet = { userId: ADA, walletId };
  control.webhooks.stop();
  for (let n = 1; n <= 3; n++) buy(n, `PAST${n}`);
  clock.at += 30 * MINUTE;
  await store.cursors.forget(ADA, walletId);
  await notifications.sweep.transactions(wallet);
  await notifications.sweep.deposits(wallet);
  await notifications.sweep.cards(wallet);
  await quiet(queues);
  expect(chat.texts().join()).not.toContain("PAST");
});

test("a deposit that was told so long ago that it is forgotten is not told again", async () => {
  const { chat, client, control, notifications, walletId, store, clock, queues } = await noticesWorld();
  const wallet = { userId: ADA, walletId };
  await notifications.sweep.deposits(wallet);
  control.deposit({ seed: SEED, currency: "btc", usd: 300, fee: 0, confirm: true });
  await expect.poll(() => chat.texts().join()).toContain("Deposit credited: <b>$300.00</b>");
  await quiet(queues);
  const told = chat.texts().length;
  control.webhooks.stop();
  for (const { id } of await client.wallet.deposits()) await store.bubbles.remove(ADA, `deposit:${walletId}:${id}`);
  clock.at += 31 * DAY;
  await notifications.sweep.deposits(wallet);
  await quiet(queues);
  expect(chat.texts()).toHaveLength(told);
});

test("a card frozen while webhooks were lost is told by a sweep, once", async () => {
  const { chat, client, card, control, notifications, walletId, queues } = await noticesWorld();
  const wallet = { userId: ADA, walletId };
  await notifications.sweep.cards(wallet);
  control.webhooks.stop();
  await client.cards.freeze(card.id, { idempotencyKey: "lost" });
  await notifications.sweep.cards(wallet);
  await expect.poll(() => chat.texts().join()).toContain("was frozen");
  await notifications.sweep.cards(wallet);
  await quiet(queues);
  expect(chat.messages.filter(({ text }) => text.includes("was frozen"))).toHaveLength(1);
});

test("a card that an event tells of while a sweep reads the list is told once, and stays as it is", async () => {
  const { chat, client, card, control, notifications, walletId, queues, store } = await noticesWorld();
  const wallet = { userId: ADA, walletId };
  await notifications.sweep.cards(wallet);
  control.faults.add({ method: "GET", path: "/cards", kind: "delay", ms: 500 });
  control.clearCalls();
  const sweep = notifications.sweep.cards(wallet);
  await expect.poll(() => control.calls().filter(({ path }) => path === "/cards")).toHaveLength(1);
  await client.cards.freeze(card.id, { idempotencyKey: "meanwhile" });
  await expect.poll(async () => (await store.cursors.get(ADA, walletId)).cards?.[card.id]).toBe("frozen");
  await sweep;
  await quiet(queues);
  expect(chat.messages.filter(({ text }) => text.includes("was frozen"))).toHaveLength(1);
  expect((await store.cursors.get(ADA, walletId)).cards?.[card.id]).toBe("frozen");
});

test("'I'm paying now' finds a code within seconds though webhooks are lost", async () => {
  const { chat, buy, control, notifications, walletId } = await noticesWorld();
  control.webhooks.stop();
  await notifications.connection.hot(ADA, walletId);
  expect(await notifications.connection.state(ADA, walletId)).toMatchObject({ hotUntil: expect.any(Number) });
  const challenge = buy(3, "QUICK", true);
  if (challenge.status !== "challenge") throw new Error("expected a challenge");
  const { otp } = control.challenge(challenge.challengeId) as { otp: string };
  await expect.poll(() => chat.texts().join()).toContain(otp);
});

test("an own action of which no event tells marks the webhook as degraded; an event mends it", async () => {
  const { buy, chat, control, notifications, walletId, clock } = await noticesWorld();
  const state = async () => (await notifications.connection.state(ADA, walletId))?.mode;
  expect(await state()).toBe("live");
  clock.at += 5 * MINUTE;
  const expectation = { userId: ADA, walletId, since: clock.at };
  await notifications.chores["event.expect"]?.(expectation, { name: "event.expect", attempt: 1, addedAt: clock.at });
  expect(await state()).toBe("degraded");
  buy(2, "ALIVE");
  await control.idle();
  await expect.poll(() => chat.texts().join()).toContain("ALIVE");
  await expect.poll(state).toBe("live");
});

test("cards that were there before the first look are not told as new, even when a webhook told of one of them", async () => {
  const { chat, client, control, notifications, walletId, store, clock, queues } = await noticesWorld();
  const wallet = { userId: ADA, walletId };
  control.webhooks.stop();
  await client.cards.create({ binId: "531993", amount: 1_000, label: "Old" }, { idempotencyKey: "old-card" });
  clock.at += 30 * MINUTE;
  await store.cursors.update(ADA, walletId, () => ({ cards: { card_other: "active" } }));
  await notifications.sweep.cards(wallet);
  await quiet(queues);
  expect(chat.texts().join()).not.toContain("New card Old");
});
