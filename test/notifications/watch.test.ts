import { once } from "node:events";
import { connect } from "node:net";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";
import type { Chosen } from "../../src/notifications/preferences.ts";
import { ADA, type Message, type NoticesWorld, noticesWorld, quiet, SEED } from "./world.ts";

const choose = (world: NoticesWorld, notices: Chosen, zone = "UTC") =>
  world.store.people.update(ADA, (person) => person && { ...person, settings: { notices, zone } });
const push = ({ chat }: NoticesWorld, text: string): Message | undefined =>
  chat.messages.find((message) => message.text.includes(text));
const names = (message: Message | undefined) =>
  (message?.buttons.flat() ?? []).map((button) => ("act" in button ? button.act.name : "copy"));
const cardStatus = ({ client, card }: NoticesWorld) => client.cards.get(card.id).then(({ status }) => status);

test("at the second decline for lack of money the guard asks, once, and again after the card was funded", async () => {
  const world = await noticesWorld();
  const { buy, chat, client, card, queues } = world;
  buy(900, "FIRST");
  await expect.poll(() => push(world, "FIRST")).toBeDefined();
  expect(push(world, "FIRST")?.text).not.toMatch(/Decline guard|Declines/);
  buy(901, "SECOND");
  await expect.poll(() => push(world, "SECOND")?.text).toContain("2 declines for lack of money in a row");
  expect(names(push(world, "SECOND"))).toEqual(["guard.freeze", "fund.start", "receipt.open"]);
  buy(902, "THIRD");
  await expect.poll(() => push(world, "THIRD")).toBeDefined();
  expect(push(world, "THIRD")?.text).not.toContain("Decline guard");
  expect(push(world, "THIRD")?.text).toContain("Declines in a row for lack of money: 3.");
  expect(await cardStatus(world)).toBe("active");
  await client.cards.fund(card.id, 1_000, { idempotencyKey: "fund-1" });
  await expect.poll(() => push(world, "was funded")).toBeDefined();
  buy(903, "FOURTH");
  await expect.poll(() => push(world, "FOURTH")?.text).toContain("Declines of this card in 24 hours: 4");
  buy(904, "FIFTH");
  await expect.poll(() => push(world, "FIFTH")?.text).toContain("Decline guard");
  await quiet(queues);
  expect(chat.messages.filter(({ text }) => text.includes("Decline guard"))).toHaveLength(2);
});

test("a decline that is told late is counted where it happened", async () => {
  const world = await noticesWorld();
  await choose(world, { guardRow: 5 });
  const decline = (id: string, agoMs: number) =>
    world.control.webhooks.send({
      seed: SEED,
      type: "transaction.declined",
      data: {
        id,
        card_id: world.card.id,
        type: "decline",
        amount: -900,
        currency: "USD",
        merchant: { name: id },
        decline_reason: "insufficient_funds",
        created_at: new Date(world.clock.now() - agoMs).toISOString(),
      },
    });
  decline("LATER", 60_000);
  await expect.poll(() => push(world, "LATER")).toBeDefined();
  decline("EARLIER", 3_600_000);
  await expect.poll(() => push(world, "EARLIER")).toBeDefined();
  expect(push(world, "EARLIER")?.text).not.toContain("Declines");
  decline("LATEST", 1_000);
  await expect.poll(() => push(world, "LATEST")?.text).toContain("3 of 5");
});

test("the guard speaks up at the decline that was chosen, and is counted up to", async () => {
  const world = await noticesWorld();
  await choose(world, { guardRow: 3 });
  world.buy(900, "FIRST");
  await expect.poll(() => push(world, "FIRST")).toBeDefined();
  world.buy(901, "SECOND");
  await expect.poll(() => push(world, "SECOND")?.text).toContain("lack of money: 2 of 3, then the decline guard");
  world.buy(902, "THIRD");
  await expect.poll(() => push(world, "THIRD")?.text).toContain("3 declines for lack of money in a row");
});

test("whoever froze a card until it is funded is asked once, though Telegram failed or others ask at the same moment", async () => {
  const world = await noticesWorld();
  const { card, chat, client, notifications, ours, queues, store, walletId } = world;
  await store.ledger.change(ADA, card.id, () => ({ held: true }));
  ours(card.id, "card.funded");
  chat.meet({ kind: "unsure", failed: true }, { kind: "wait", ms: 100 });
  const params = { cardId: card.id };
  await Promise.all([
    client.cards.fund(card.id, 10_000, { idempotencyKey: "f1" }),
    notifications.onSettled({ state: "done", kind: "fund", userId: ADA, walletId, params }),
  ]);
  await expect.poll(() => push(world, "Unfreeze it now?")).toBeDefined();
  await world.control.idle();
  await quiet(queues);
  expect(chat.messages.filter(({ text }) => text.includes("Unfreeze it now?"))).toHaveLength(1);
});

test("whoever wants it has the guard freeze, and is asked to unfreeze when money came", async () => {
  const world = await noticesWorld();
  const { buy, client, card } = world;
  await choose(world, { guard: "freeze" });
  buy(900, "FIRST");
  await expect.poll(() => push(world, "FIRST")).toBeDefined();
  buy(901, "SECOND");
  await expect.poll(() => push(world, "SECOND")?.text).toContain("The card is frozen, as you set up");
  expect(await cardStatus(world)).toBe("frozen");
  expect(names(push(world, "SECOND"))).toEqual(["fund.start", "card.unfreeze", "receipt.open"]);
  await client.cards.fund(card.id, 1_000, { idempotencyKey: "fund-1" });
  await expect.poll(() => push(world, "Unfreeze it now?")).toBeDefined();
  expect(names(push(world, "Unfreeze it now?"))).toEqual(["card.unfreeze"]);
  await client.cards.fund(card.id, 1_000, { idempotencyKey: "fund-2" });
  await world.control.idle();
  await quiet(world.queues);
  expect(world.chat.messages.filter(({ text }) => text.includes("Unfreeze it now?"))).toHaveLength(1);
});

test("without a reason of the provider's the card is looked at, in one call", async () => {
  const world = await noticesWorld();
  const { control, card, chat, callsTo } = world;
  const before = callsTo("GET", `/cards/${card.id}`).length;
  const data = { id: "txn_mute", card_id: card.id, type: "decline", amount: -700, merchant: { name: "SILENT" } };
  control.webhooks.send({
    seed: "c4f4-6e88-036c-761c",
    type: "transaction.declined",
    data: { ...data, currency: "USD", created_at: new Date().toISOString() },
  });
  await expect.poll(() => push(world, "SILENT")?.text).toContain("$200.00 is missing");
  expect(chat.buttons(push(world, "SILENT"))[0]).toMatchObject({ act: { name: "fund.start", arg: "20000" } });
  expect(callsTo("GET", `/cards/${card.id}`).length - before).toBe(1);
});

test("a low balance is told once, with a button that funds, and again after the card was funded", async () => {
  const world = await noticesWorld();
  const { buy, chat, client, card, queues } = world;
  await choose(world, { low: 10_000 });
  const warnings = () => chat.messages.filter(({ text }) => text.includes("Little is left"));
  buy(350, "BIG");
  await expect.poll(() => push(world, "BIG")).toBeDefined();
  expect(warnings()).toEqual([]);
  buy(60, "MORE");
  await expect.poll(() => warnings().length).toBe(1);
  expect(warnings()[0]?.text).toContain("$90.00");
  expect(names(warnings()[0])).toEqual(["fund.start", "rules.low"]);
  buy(10, "STILL");
  await expect.poll(() => push(world, "STILL")).toBeDefined();
  await quiet(queues);
  expect(warnings()).toHaveLength(1);
  await client.cards.fund(card.id, 10_000, { idempotencyKey: "fund" });
  await expect.poll(() => push(world, "was funded")).toBeDefined();
  buy(120, "AGAIN");
  await expect.poll(() => warnings().length).toBe(2);
});

test("with the shield on, the code for a merchant never paid before is hidden; a known one's is shown", async () => {
  const world = await noticesWorld();
  const { buy, control } = world;
  const code = (result: ReturnType<typeof buy>) =>
    result.status === "challenge" ? String(control.challenge(result.challengeId).otp) : "";
  await choose(world, { shield: true });
  buy(5, "SPOTIFY");
  await expect.poll(() => push(world, "SPOTIFY")).toBeDefined();
  const known = code(buy(6, "SPOTIFY", true));
  await expect.poll(() => push(world, known)).toBeDefined();
  const odd = code(buy(7, "EVIL", true));
  await expect.poll(() => push(world, "EVIL")?.text).toContain("has never paid this shop");
  expect(JSON.stringify(world.chat.messages)).not.toContain(odd);
  expect(names(push(world, "EVIL"))).toEqual(["code.notme", "codes.check"]);
  expect(push(world, "EVIL")?.silent).toBeUndefined();
});

test("a ledger that cannot be read hides no code", async () => {
  const world = await noticesWorld();
  await choose(world, { shield: true });
  world.buy(5, "SPOTIFY");
  await expect.poll(() => push(world, "SPOTIFY")).toBeDefined();
  const [key = ""] = await world.raw.keys("l:*");
  await world.raw.set(key, "damaged");
  const result = world.buy(5, "NEWSHOP", true);
  const otp = result.status === "challenge" ? String(world.control.challenge(result.challengeId).otp) : "";
  await expect.poll(() => push(world, "NEWSHOP")?.text).toContain(otp);
});

test("many payments in a minute become one message that grows; codes and declines never go into it", async () => {
  const world = await noticesWorld();
  const { buy, chat, control } = world;
  const shop = (n: number) => buy(n, `SHOP${n}`);
  const ids = [1, 2, 3, 4, 5].map(shop);
  // Those with messages of their own are these, in whatever order a busy machine handles them.
  await expect.poll(() => chat.messages.filter(({ text }) => text.includes("SHOP")).length).toBe(5);
  for (let n = 6; n <= 12; n++) ids.push(shop(n));
  buy(9_000, "REFUSED");
  const challenge = buy(3, "SECRET", true);
  const rolling = () => chat.messages.filter(({ text }) => /<b>\d+ payments?<\/b>/.test(text));
  const later = () => {
    world.clock.at += 50;
    return rolling()[0]?.text;
  };
  await expect.poll(later).toContain("<b>7 payments</b> · −$63.00");
  expect(rolling()).toHaveLength(1);
  for (const [n] of ids.entries()) expect(chat.texts().join("\n")).toContain(`SHOP${n + 1}`);
  expect(rolling()[0]?.text).not.toContain("REFUSED");
  expect(push(world, "Declined")?.text).toContain("REFUSED");
  if (challenge.status !== "challenge") throw new Error("expected a challenge");
  await expect.poll(() => chat.texts().join()).toContain(String(control.challenge(challenge.challengeId).otp));
  // What becomes of a gathered payment is written into its line.
  const last = ids.at(-1);
  if (last?.status !== "approved") throw new Error("expected a payment");
  control.settle(last.transactionId, 10);
  await expect.poll(later).toContain("<b>7 payments</b> · −$61.00");
  expect(rolling()).toHaveLength(1);
});

test.each([false, true])(
  "a code's push reads the card's ledger only with the shield on (%s), beside its name",
  async (shield) => {
    const world = await noticesWorld();
    if (shield) await choose(world, { shield });
    world.buy(5, "SPOTIFY");
    await expect.poll(() => push(world, "SPOTIFY")).toBeDefined();
    await quiet(world.queues);
    const reads = await watchReads(world);
    world.buy(6, "SPOTIFY", true);
    await expect.poll(() => push(world, "3DS code")).toBeDefined();
    await quiet(world.queues);
    await expect.poll(() => reads).toContain("b");
    const before = reads.slice(0, reads.indexOf("b"));
    expect(before.toSorted()).toEqual(shield ? ["d", "l", "p"] : ["d", "p"]);
  },
);

/** Kinds of the keys that are read from now on: `p` a person, `d` names of cards, `l` a card's ledger, `b` a bubble. */
async function watchReads({ redis }: NoticesWorld): Promise<string[]> {
  const { host, port, path, db = 0 } = redis.options as { host?: string; port?: number; path?: string; db?: number };
  const socket = path ? connect(path) : connect(port ?? 6379, host ?? "127.0.0.1");
  onTestFinished(() => void socket.destroy());
  const reads: string[] = [];
  const lines = createInterface(socket);
  lines.on("line", (line) => {
    const [, database, key] = /\[(\d+) (?!lua)[^\]]+\] "get" "(\w+):/i.exec(line) ?? [];
    if (Number(database) === db && key) reads.push(key);
  });
  socket.write("MONITOR\r\n");
  await once(lines, "line");
  return reads;
}
