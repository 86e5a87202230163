import { expect, test } from "vitest";
import { EVENT } from "../../src/notifications/jobs.ts";
import { ADA, noticesWorld, quiet, SEED } from "./world.ts";

const key = (name: string) => ({ idempotencyKey: name });

test("a card frozen by somebody else is told with a question and a way back", async () => {
  const { chat, client, card } = await noticesWorld();
  await client.cards.freeze(card.id, key("f1"));
  await expect.poll(() => chat.texts().join()).toContain("was frozen. Was it you?");
  const push = chat.messages.find(({ text }) => text.includes("was frozen"));
  expect(push?.silent).toBeUndefined();
  expect(chat.buttons(push).map((button) => ("act" in button ? button.act.name : ""))).toEqual([
    "card.unfreeze",
    "card.open",
  ]);
});

test("a card frozen here is not told again", async () => {
  const { chat, client, card, ours, control, queues } = await noticesWorld();
  ours(card.id, "card.frozen");
  await client.cards.freeze(card.id, key("f1"));
  await control.idle();
  await quiet(queues);
  expect(chat.texts().join()).not.toContain("frozen");
});

test("freezing, unfreezing and freezing again is told three times", async () => {
  const { chat, client, card, control, queues } = await noticesWorld();
  const count = (word: string) => chat.messages.filter(({ text }) => text.includes(`was ${word}`)).length;
  await client.cards.freeze(card.id, key("f1"));
  await expect.poll(() => count("frozen")).toBe(1);
  await client.cards.unfreeze(card.id, key("u1"));
  await expect.poll(() => count("unfrozen")).toBe(1);
  await client.cards.freeze(card.id, key("f2"));
  await expect.poll(() => count("frozen")).toBe(2);
  await control.idle();
  await quiet(queues);
  expect([count("frozen"), count("unfrozen")]).toEqual([2, 1]);
});

test("a freeze that is told after the unfreezing it was before says when it was, and the card does not count as frozen", async () => {
  const { chat, client, card, clock, control, queues, notifications, walletId } = await noticesWorld();
  const told = (word: string) => chat.messages.filter(({ text }) => text.includes(`was ${word}`));
  await notifications.sweep.cards({ userId: ADA, walletId });
  control.webhooks.faults.add({ kind: "drop", type: "card.frozen" });
  await client.cards.freeze(card.id, key("f1"));
  await client.cards.unfreeze(card.id, key("u1"));
  await expect.poll(() => told("unfrozen").length).toBe(1);
  const at = clock.now() - 60_000;
  const body = JSON.stringify({
    id: "evt_overtaken",
    type: "card.frozen",
    created_at: new Date(at).toISOString(),
    data: { id: card.id },
  });
  await queues.add("notices", EVENT, { userId: ADA, walletId, receivedAt: clock.now(), body });
  await expect.poll(() => told("frozen").length).toBe(1);
  expect(told("frozen")[0]?.text).toContain("Late news");
  expect(told("unfrozen")[0]?.text).not.toContain("Late news");
  await quiet(queues);
  await notifications.sweep.cards({ userId: ADA, walletId });
  await quiet(queues);
  expect(told("unfrozen")).toHaveLength(1);
});

test("a closed card is told loudly, with what returned to the wallet, even when it was closed here", async () => {
  const { chat, client, card, ours } = await noticesWorld();
  ours(card.id, "card.terminated");
  await client.cards.terminate(card.id, key("t1"));
  await expect.poll(() => chat.texts().join()).toContain("is closed");
  const push = chat.messages.find(({ text }) => text.includes("is closed"));
  expect(push?.text).toMatch(/goes back to the wallet/);
  expect(push?.silent).toBeUndefined();
});

test("a deposit is one bubble until it is confirmed, and then a message with a sound", async () => {
  const { chat, control } = await noticesWorld();
  const { id } = control.deposit({ seed: SEED, currency: "btc", usd: 490, fee: 10 }) as { id: string };
  await expect.poll(() => chat.texts().join()).toContain("⏳ Deposit on its way");
  const bubble = chat.messages.find(({ text }) => text.includes("on its way"));
  control.confirmDeposit(id);
  await expect.poll(() => bubble?.text).toContain("✅ Deposit confirmed");
  await expect.poll(() => chat.texts().join()).toContain("✅ Deposit credited: <b>$480.00</b>");
  const push = chat.messages.find(({ replyTo }) => replyTo === bubble?.id);
  expect(push?.text).toContain("fee $10.00");
  expect(push?.silent).toBeUndefined();
  expect(chat.buttons(push).map(({ text }) => text)).toEqual(["💸 Fund a card", "➕ New card"]);
});

test("a deposit that the network confirms again and again is told as credited once", async () => {
  const { chat, control, queues, client, walletId } = await noticesWorld();
  control.deposit({ seed: SEED, currency: "btc", usd: 490, fee: 10, confirm: true });
  await expect.poll(() => chat.texts().join()).toContain("$480.00");
  await quiet(queues);
  const deposit = (await client.wallet.deposits()).find(({ amountUsd }) => amountUsd === 49_000);
  for (const confirmations of [20, 21]) {
    const found = { kind: "deposit", deposit: { ...deposit, confirmations } };
    await queues.add("notices", "event", { userId: ADA, walletId, receivedAt: Date.now(), found, at: Date.now() });
    await quiet(queues);
  }
  expect(chat.messages.filter(({ text }) => text.includes("<b>$480.00"))).toHaveLength(1);
});

test("thin events and flat ones are told like the documented ones", async () => {
  const { chat, control, buy } = await noticesWorld();
  control.variants({ envelope: { id: "none", type: "event", data: "payload", shape: "thin" } });
  buy(2.5, "THIN");
  await expect.poll(() => chat.texts().join()).toContain("−$2.50</b> · THIN");
  control.variants({ envelope: { id: "event_id", type: "event_type", data: "object", shape: "flat" } });
  buy(3.5, "FLAT");
  await expect.poll(() => chat.texts().join()).toContain("−$3.50</b> · FLAT");
});

test("a merchant's name cannot bring markup into the chat", async () => {
  const { chat, buy } = await noticesWorld();
  buy(2, "<b>Bank</b> & Co");
  await expect.poll(() => chat.texts().join()).toContain("&lt;b&gt;Bank&lt;/b&gt; &amp; Co");
});
