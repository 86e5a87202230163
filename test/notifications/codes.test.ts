import { expect, test } from "vitest";
import { createPush } from "../../src/notifications/tell/push.ts";
import { dump, storeWorld } from "../store/world.ts";
import { ADA, BOB, dead, noticesWorld, quiet, SEED } from "./world.ts";

type World = Awaited<ReturnType<typeof noticesWorld>>;

const challenged = (world: World, amount = 9.99, merchant = "SPOTIFY"): { id: string; code: string } => {
  const result = world.buy(amount, merchant, true);
  if (result.status !== "challenge") throw new Error(`expected a challenge, got ${result.status}`);
  const { otp } = world.control.challenge(result.challengeId) as { otp: string };
  return { id: result.challengeId, code: otp };
};
const codeMessage = ({ chat }: World) => chat.messages.find(({ log }) => log[0]?.includes("3DS code"));

test("a code arrives with merchant, amount and card, a button that copies it and one that says it was not me", async () => {
  const world = await noticesWorld();
  const { code } = challenged(world);
  await expect.poll(() => codeMessage(world)?.text).toContain(`<code>${code}</code> · SPOTIFY · <b>$9.99</b>`);
  const message = codeMessage(world);
  expect(message?.text).toContain(`Ads ·${world.card.last4} · expires <tg-time`);
  expect(message).toMatchObject({ protect: true });
  expect(message?.silent).toBeUndefined();
  expect(world.chat.buttons(message)).toEqual([
    { text: "📋 Copy code", copy: code, style: "primary" },
    { text: "🚫 Not me", style: "danger", act: { name: "code.notme", wallet: world.walletId, id: world.card.id } },
  ]);
});

test.each(["PENDING", "requires_action"])(
  "a code comes whatever the API calls a challenge that is not over (%s)",
  async (status) => {
    const world = await noticesWorld();
    const data = { id: "3ds_odd", card_id: world.card.id, merchant: "SPOTIFY", amount: "much", otp: "120034", status };
    world.control.webhooks.send({ seed: SEED, type: "3ds.challenge", data });
    await expect
      .poll(() => codeMessage(world)?.text)
      .toContain("<code>120034</code> · SPOTIFY · <b>unknown amount</b>");
  },
);

test("a code makes a sound in quiet hours too", async () => {
  const world = await noticesWorld();
  const notices = { quiet: { from: 0, to: 1439, offset: 0 } };
  await world.store.people.update(ADA, (person) => person && { ...person, settings: { notices } });
  challenged(world);
  world.buy(1, "KIOSK");
  await expect.poll(() => world.chat.texts().join()).toContain("KIOSK");
  await expect.poll(() => codeMessage(world)).toBeDefined();
  expect(codeMessage(world)?.silent).toBeUndefined();
  expect(world.chat.messages.find(({ text }) => text.includes("KIOSK"))?.silent).toBe(true);
});

test("a code makes no sound in quiet hours for whoever wants it so, and one outside of them", async () => {
  const world = await noticesWorld();
  const choose = (notices: { codes: string; above: number; quiet?: { from: number; to: number } }) =>
    world.store.people.update(ADA, (person) => person && { ...person, settings: { notices } });
  await choose({ codes: "quiet", above: 100_000 });
  challenged(world, 5, "DAY");
  const told = (merchant: string) => world.chat.messages.find(({ log }) => log[0]?.includes(merchant));
  await expect.poll(() => told("DAY")).toBeDefined();
  expect(told("DAY")?.silent).toBeUndefined();
  await choose({ codes: "quiet", above: 100_000, quiet: { from: 0, to: 1439 } });
  const { code } = challenged(world, 6, "NIGHT");
  await expect.poll(() => told("NIGHT")?.text).toContain(code);
  expect(told("NIGHT")?.silent).toBe(true);
});

test("a code is taken out of the chat when the payment it was for went through", async () => {
  const world = await noticesWorld();
  const { id, code } = challenged(world);
  await expect.poll(() => codeMessage(world)?.text).toContain(code);
  world.control.answerChallenge({ challengeId: id, otp: code });
  await expect.poll(() => codeMessage(world)?.text).toContain("no longer needed");
  expect(codeMessage(world)?.text).not.toContain(code);
  expect(codeMessage(world)?.buttons).toEqual([]);
});

test("a code is taken out of the chat when it expires", async () => {
  const world = await noticesWorld();
  const expires = new Date(Date.now() + 1_500).toISOString();
  const data = {
    id: "3ds_short",
    card_id: world.card.id,
    merchant: "BRIEF",
    amount: 2,
    otp: "120034",
    status: "pending",
  };
  world.control.webhooks.send({ seed: SEED, type: "3ds.challenge", data: { ...data, expires_at: expires } });
  await expect.poll(() => codeMessage(world)?.text).toContain("120034");
  await expect.poll(() => codeMessage(world)?.text).toContain("has expired");
  expect(codeMessage(world)?.text).not.toContain("120034");
});

test("a code is taken out of the chat of somebody who blocked the bot, too", async () => {
  const world = await noticesWorld();
  const { id, code } = challenged(world);
  await expect.poll(() => codeMessage(world)?.text).toContain(code);
  await world.store.people.update(ADA, (person) => person && { ...person, unreachable: true as const });
  const job = { userId: ADA, walletId: world.walletId, challengeId: id, how: "expired" };
  await world.queues.add("removals", "code.end", job);
  await expect.poll(() => codeMessage(world)?.text).not.toContain(code);
});

test("a code that comes after it expired is never shown", async () => {
  const world = await noticesWorld();
  const expires = new Date(world.clock.now() - 1_000).toISOString();
  const data = {
    id: "3ds_late",
    card_id: world.card.id,
    merchant: "SLOW",
    amount: 2,
    otp: "555666",
    status: "pending",
  };
  world.control.webhooks.send({ seed: SEED, type: "3ds.challenge", data: { ...data, expires_at: expires } });
  await expect.poll(() => world.chat.texts().join()).toContain("arrived too late");
  expect(JSON.stringify(world.chat.messages)).not.toContain("555666");
  expect(world.chat.messages.find(({ text }) => text.includes("too late"))?.silent).toBe(true);
});

test("a code whose sending had no answer is sent again: twice is better than never", async () => {
  const world = await noticesWorld();
  await quiet(world.queues);
  world.chat.meet({ kind: "unsure" });
  const { code } = challenged(world);
  await expect.poll(() => world.chat.messages.filter(({ text }) => text.includes(code)).length).toBe(2);
});

test("a code whose answers stay lost is not sent for ever", async () => {
  const { store, clock } = await storeWorld();
  let sent = 0;
  const deliver = async () => {
    sent++;
    return { kind: "unsure" as const };
  };
  const push = createPush({ deliver, people: store.people, once: store.once, turn: store.turn, clock });
  const attempt = () =>
    push(ADA, { text: "code", buttons: [] }, { name: "code", key: "3ds", receivedAt: 0, must: true });
  const outcomes = [];
  for (let n = 0; n < 7; n++) outcomes.push(await attempt());
  expect(outcomes.slice(0, 6).every((outcome) => !outcome.ok && outcome.failure.kind === "again")).toBe(true);
  expect(outcomes[6]).toEqual({ ok: true, value: undefined });
  expect(sent).toBe(7);
});

test("a payment whose sending had no answer is sent again once, not more", async () => {
  const world = await noticesWorld();
  await quiet(world.queues);
  world.chat.meet({ kind: "unsure" }, { kind: "unsure" });
  world.buy(3, "FLAKY");
  const copies = () => world.chat.messages.filter(({ text }) => text.includes("FLAKY")).length;
  await expect.poll(copies).toBe(2);
  await quiet(world.queues);
  expect(copies()).toBe(2);
});

test("what Telegram failed at is sent when Telegram is well again, once", async () => {
  const world = await noticesWorld();
  await quiet(world.queues);
  const failed = { kind: "unsure", failed: true } as const;
  world.chat.meet(failed, failed, failed);
  world.buy(3, "KIOSK");
  const copies = () => world.chat.messages.filter(({ text }) => text.includes("KIOSK")).length;
  await expect.poll(copies, { timeout: 10_000 }).toBe(1);
  await quiet(world.queues);
  expect(copies()).toBe(1);
});

test("a 'too many requests' delays a message and does not lose it", async () => {
  const world = await noticesWorld();
  await quiet(world.queues);
  world.chat.meet({ kind: "wait", ms: 300 });
  world.buy(4, "PATIENT");
  await expect.poll(() => world.chat.texts().join()).toContain("PATIENT");
});

test("a 'too many requests' holds up its own chat; everybody waits when a second chat meets one", async () => {
  const { store, clock } = await storeWorld();
  let ms = 30_000;
  const deliver = async () => ({ kind: "wait" as const, ms });
  const push = createPush({ deliver, people: store.people, once: store.once, turn: store.turn, clock });
  const to = async (userId: number) => {
    const outcome = await push(userId, { text: "Hi", buttons: [] }, { name: "payment", key: "p", receivedAt: 0 });
    return outcome.ok ? undefined : outcome.failure;
  };
  expect(await to(ADA)).toEqual({ kind: "again", afterMs: 30_000 });
  clock.at += 1_000;
  expect(await to(ADA)).toEqual({ kind: "again", afterMs: 30_000 });
  clock.at += 1_000;
  ms = 3_000;
  expect(await to(BOB)).toEqual({ kind: "again", afterMs: 3_000, pause: true });
  clock.at += 10_000;
  expect(await to(ADA)).toEqual({ kind: "again", afterMs: 3_000 });
});

test("who blocked the bot is not written to until they come back", async () => {
  const world = await noticesWorld();
  await quiet(world.queues);
  world.chat.meet({ kind: "gone" });
  world.buy(4, "BLOCKED");
  await expect.poll(async () => (await world.store.people.get(ADA))?.unreachable).toBe(true);
  world.buy(5, "UNSEEN");
  await world.control.idle();
  await quiet(world.queues);
  await world.store.people.update(ADA, (person) => {
    const { unreachable: _, ...back } = person ?? { id: ADA, createdAt: 0, wallets: [], settings: {} };
    return back;
  });
  world.buy(6, "BACK");
  await expect.poll(() => world.chat.texts().join()).toContain("BACK");
  expect(world.chat.texts().join()).not.toContain("UNSEEN");
});

test("a message that Telegram refuses is a dead letter, and the next one is delivered", async () => {
  const world = await noticesWorld();
  await quiet(world.queues);
  world.chat.meet({ kind: "refused", reason: "can't parse entities" });
  world.buy(4, "BROKEN");
  world.buy(5, "FINE");
  await expect.poll(() => world.chat.texts().join()).toContain("FINE");
  await expect.poll(() => dead(world)).toBe(1);
});

test("no code lies in Redis in the clear", async () => {
  const world = await noticesWorld();
  const { code } = challenged(world);
  await expect.poll(() => codeMessage(world)?.text).toContain(code);
  expect(await dump(world.raw)).not.toContain(code);
});
