import { expect, test } from "vitest";
import { ADA, dead, noticesWorld, quiet, SEED } from "./world.ts";

const approved = (result: { status: string; transactionId?: string }): string => {
  if (result.status !== "approved" || !result.transactionId)
    throw new Error(`expected a payment, got ${result.status}`);
  return result.transactionId;
};

test("a payment is one bubble: authorised, then settled in place, without a second message", async () => {
  const { chat, buy, control, card } = await noticesWorld();
  const id = approved(buy(12.5));
  await expect.poll(() => chat.texts().join()).toContain("SPOTIFY");
  const bubble = chat.messages.find(({ text }) => text.includes("SPOTIFY"));
  expect(bubble?.text).toContain("💳 <b>−$12.50</b> · SPOTIFY");
  expect(bubble?.text).toContain(`Ads ·${card.last4} · left $487.50 · today $12.50`);
  expect(chat.buttons(bubble).map(({ text }) => text)).toEqual(["🧾 Details", "❄️ Freeze", "🔕 Mute shop"]);
  control.settle(id);
  await expect.poll(() => bubble?.text).toContain("✔️ Settled");
  expect(chat.messages.filter(({ text }) => text.includes("SPOTIFY"))).toHaveLength(1);
});

test("what is spent today adds up over the payments of a card", async () => {
  const { chat, buy } = await noticesWorld();
  buy(10);
  await expect.poll(() => chat.texts().join()).toContain("today $10.00");
  buy(5.25, "APPLE");
  await expect.poll(() => chat.texts().join()).toContain("today $15.25");
});

test("a refund is a message of its own, an answer to the bubble, which changes too", async () => {
  const { chat, buy, control } = await noticesWorld();
  const id = approved(buy(30));
  await expect.poll(() => chat.texts().join()).toContain("−$30.00");
  control.settle(id);
  await expect.poll(() => chat.texts().join()).toContain("Settled");
  control.refund({ transactionId: id, amount: 10 });
  await expect.poll(() => chat.texts().join()).toContain("Refunded $10.00 of $30.00");
  const bubble = chat.messages.find(({ text }) => text.includes("−$30.00"));
  await expect
    .poll(() => chat.messages.find(({ text }) => text.includes("+$10.00")))
    .toMatchObject({ replyTo: bubble?.id });
  expect(chat.messages.filter(({ text }) => text.includes("$30.00"))).toHaveLength(1);
});

test("a settlement under an id of its own still edits the bubble of its hold", async () => {
  const { chat, buy, control } = await noticesWorld({ sandbox: { variants: { settlementId: "new" } } });
  const id = approved(buy(7));
  await expect.poll(() => chat.texts().join()).toContain("−$7.00");
  control.settle(id);
  await expect.poll(() => chat.texts().join()).toContain("✔️ Settled");
  expect(chat.messages.filter(({ text }) => text.includes("$7.00"))).toHaveLength(1);
});

test("a settlement for another amount says what the hold was", async () => {
  const { chat, buy, control } = await noticesWorld();
  const id = approved(buy(20));
  await expect.poll(() => chat.texts().join()).toContain("−$20.00");
  control.settle(id, 18.4);
  await expect.poll(() => chat.texts().join()).toContain("Settled for $18.40, the hold was $20.00");
  expect(chat.texts().join()).toContain("today $18.40");
  buy(1, "NEXT");
  await expect.poll(() => chat.texts().join()).toContain("today $19.40");
});

test("a decline names its cause and offers the way out", async () => {
  const { chat, buy, card } = await noticesWorld();
  buy(900);
  await expect.poll(() => chat.texts().join()).toContain("❌ Declined <b>$900.00</b> · SPOTIFY");
  const push = chat.messages.find(({ text }) => text.includes("Declined"));
  expect(push?.text).toContain("Not enough money on the card");
  expect(chat.buttons(push)[0]).toMatchObject({
    text: "💸 Fund $400.00",
    act: { name: "fund.start", id: card.id, arg: "40000" },
  });
});

test("events in the wrong order end in the same bubble", async () => {
  const { chat, control, buy, client, clock, queues } = await noticesWorld();
  control.webhooks.stop();
  const id = approved(buy(9));
  const held = await client.transactions.get(id);
  control.webhooks.resume();
  const data = (type: string) => ({
    id,
    card_id: held.cardId,
    type,
    amount: -9,
    currency: "USD",
    merchant: { name: "SPOTIFY" },
    balance_after: 491,
    created_at: new Date(clock.now()).toISOString(),
  });
  control.webhooks.send({ seed: SEED, type: "transaction.settled", data: data("settlement") });
  await expect.poll(() => chat.texts().join()).toContain("✔️ Settled");
  control.webhooks.send({ seed: SEED, type: "transaction.authorized", data: data("authorization") });
  await control.idle();
  await quiet(queues);
  expect(chat.messages.filter(({ text }) => text.includes("$9.00"))).toHaveLength(1);
  expect(chat.texts().join()).toContain("✔️ Settled");
});

test("an event that is delivered twice is told once", async () => {
  const { chat, control, queues } = await noticesWorld();
  const data = {
    id: "txn_twice",
    card_id: "card_x",
    type: "authorization",
    amount: -3,
    currency: "USD",
    merchant: { name: "KIOSK" },
    created_at: new Date().toISOString(),
  };
  const event = { seed: SEED, type: "transaction.authorized", data };
  control.webhooks.send({ ...event, id: "evt_1" });
  control.webhooks.send({ ...event, id: "evt_1" });
  control.webhooks.send({ ...event, id: "evt_2" });
  await control.idle();
  await quiet(queues);
  expect(chat.messages.filter(({ text }) => text.includes("KIOSK"))).toHaveLength(1);
});

test("an event of yesterday makes no sound and says when it happened", async () => {
  const { chat, control } = await noticesWorld();
  const at = new Date(Date.now() - 26 * 3_600_000).toISOString();
  const data = {
    id: "txn_old",
    card_id: "c",
    type: "authorization",
    amount: -4,
    merchant: { name: "OLD" },
    created_at: at,
  };
  control.webhooks.send({
    seed: SEED,
    type: "transaction.authorized",
    data: { ...data, currency: "USD" },
  });
  await expect.poll(() => chat.texts().join()).toContain("OLD");
  const push = chat.messages.find(({ text }) => text.includes("OLD"));
  expect(push?.text).toContain("Late news: it happened");
  expect(push?.silent).toBe(true);
});

test("what a person turned off is not told, and its bubble is not made up for later", async () => {
  const { chat, buy, control, store, queues } = await noticesWorld();
  await quiet(queues);
  const notices = { muted: ["payments"] };
  await store.people.update(ADA, (person) => person && { ...person, settings: { notices } });
  const id = approved(buy(5, "MUTED"));
  control.settle(id);
  buy(9_000, "LOUD");
  await expect.poll(() => chat.texts().join()).toContain("LOUD");
  await quiet(queues);
  expect(chat.texts().join()).not.toContain("MUTED");
});

test("an event that cannot be read is a dead letter, and codes are looked for meanwhile", async () => {
  const { control, queues, notifications, walletId } = await noticesWorld();
  await quiet(queues);
  control.webhooks.send({ seed: SEED, type: "3ds.challenge", data: { otp: "999111" } });
  await expect.poll(() => dead({ queues })).toBe(1);
  expect(await notifications.connection.state(ADA, walletId)).toMatchObject({ hotUntil: expect.any(Number) });
});

test("payments that Telegram failed at again and again are told as if it had not", async () => {
  const { chat, buy } = await noticesWorld();
  chat.meet(...Array.from({ length: 6 }, () => ({ kind: "unsure", failed: true }) as const));
  for (const merchant of ["KIOSK", "BAKER", "FLORIST"]) buy(3, merchant);
  const told = () => chat.messages.filter(({ text }) => /KIOSK|BAKER|FLORIST/.test(text));
  await expect.poll(() => told().flatMap(({ text }) => text.match(/KIOSK|BAKER|FLORIST/g)).length).toBe(3);
  expect(told()).toHaveLength(3);
});

test("what Telegram failed at for hours is still tried, and a dead letter after a day", async () => {
  const world = await noticesWorld();
  const { chat, buy, clock, queues } = world;
  chat.meet(...Array.from({ length: 200 }, () => ({ kind: "unsure", failed: true }) as const));
  buy(5, "AWAY");
  await expect.poll(() => queues.depths()).toMatchObject({ notices: { delayed: 1 } });
  clock.at += 24 * 60 * 60_000;
  await expect.poll(() => dead(world)).toBe(1);
  expect(chat.texts().join()).not.toContain("AWAY");
});
