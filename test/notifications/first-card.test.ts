import { expect, test } from "vitest";
import { changes } from "../../src/notifications/sweep/sweep.ts";
import { LANGUAGES } from "../people.ts";
import { NEVER_MS, openedWorld } from "./first-card-world.ts";
import { noticesWorld, quiet, SEED } from "./world.ts";

const DAY = 24 * 60 * 60_000;
const key = (name: string) => ({ idempotencyKey: name });

test.each(LANGUAGES)("a deposit offers to fund the card that waits, which is no stranger's then (%s)", async (lang) => {
  const world = await openedWorld({}, { language: lang });
  const { notifications, wallet, words, messages, labels, chat, firstId, theirs, ours, control, settled } = world;
  await notifications.sweep.cards(wallet);
  const deposit = await world.deposit(123);
  const [credited] = messages(words.credited);
  expect(credited?.text).toContain(words.waiting);
  expect(labels(credited)).toEqual([words.fundFirst, words.newCard]);
  expect(chat.buttons(credited)[0]).toMatchObject({ act: { name: "fund.start", id: firstId() } });
  // What is said there already is not said again.
  expect(await world.look({ deposit })).toMatchObject({ kind: "again", afterMs: 10_000 });
  await settled();
  expect(credited?.log).toHaveLength(1);

  ours(firstId(), "card.funded");
  await theirs.cards.fund(firstId(), 2_000, key("first"));
  await control.idle();
  await settled();
  expect(await world.look({ deposit })).toEqual({ kind: "done" });
  await notifications.sweep.cards(wallet);
  await settled();
  for (const word of [words.ready, words.elsewhere]) expect(messages(word)).toHaveLength(0);
});

test.each(LANGUAGES)(
  "a card that is listed after the deposit is offered by changing its message (%s)",
  async (lang) => {
    const world = await openedWorld({ pendingListed: false }, { language: lang });
    const { words, messages, labels, control, settled } = world;
    const deposit = await world.deposit(124);
    const [credited] = messages(words.credited);
    expect(credited?.text).not.toContain(words.waiting);
    control.variants({ pendingListed: true });
    await world.look({ deposit });
    await expect.poll(() => credited?.text).toContain(words.waiting);
    expect(labels(credited)).toEqual([words.fundFirst, words.newCard]);
    await world.look({ deposit }, 10_000);
    await settled();
    expect(credited?.log).toHaveLength(2);
  },
);

test.each(
  LANGUAGES.flatMap((language) => [
    { language, event: true, listed: true },
    { language, event: false, listed: true },
    { language, event: true, listed: false },
    { language, event: false, listed: false },
  ]),
)(
  "a card that a deposit makes active is told once in words of its own ($language, event: $event, listed: $listed)",
  async ({ language, event, listed }) => {
    const variants = { pendingCard: "on-deposit", activationEvent: event, pendingListed: listed } as const;
    const world = await openedWorld(variants, { language });
    const { notifications, wallet, words, messages, labels, firstId, control, settled } = world;
    await notifications.sweep.cards(wallet);
    const deposit = await world.deposit(125);
    await expect.poll(() => messages(words.byDeposit).length).toBe(1);
    const [told] = messages(words.byDeposit);
    const { last4 } = await world.theirs.cards.get(firstId());
    expect(told?.text).toContain(`${words.ready} <b>Visa ·${last4}</b>`);
    expect(labels(told)).toEqual([words.fund, words.card]);
    // Whatever else finds it, and whoever begins again after a crash.
    expect(await world.look({ deposit })).toEqual({ kind: "done" });
    await notifications.sweep.cards(wallet);
    await control.idle();
    await settled();
    expect(messages(words.byDeposit)).toHaveLength(1);
    expect(messages(words.elsewhere)).toHaveLength(0);
  },
);

test("without webhooks the first card is found by the look, and not again by a sweep", async () => {
  const world = await openedWorld({ pendingCard: "on-deposit" }, { webhooks: false });
  const { notifications, wallet, words, messages, settled } = world;
  await notifications.sweep.cards(wallet);
  await world.deposit(126);
  await expect.poll(() => messages(words.byDeposit).length).toBe(1);
  await notifications.sweep.cards(wallet);
  await notifications.sweep.deposits(wallet);
  await settled();
  expect(messages(words.byDeposit)).toHaveLength(1);
});

test("a sweep finds nothing to tell of a card that waits, and tells when it is active", () => {
  const card = { id: "card_1", binId: "491653", network: "visa", last4: "2039", balance: 0, createdAt: 1 };
  const now = { since: 0, now: 2 };
  expect(changes({}, [{ ...card, status: "pending_top_up" }], now)).toEqual([]);
  expect(changes({ card_1: "pending_top_up" }, [{ ...card, status: "active" }], now)).toMatchObject([
    { at: 2, notice: { change: "created" } },
  ]);
});

test.each([{ listed: true }, { listed: false }])(
  "a first card made active long after the looks is told by a sweep, and not again by a late event (listed: $listed)",
  async ({ listed }) => {
    const world = await openedWorld({ pendingCard: "on-deposit", pendingListed: listed });
    const { notifications, wallet, words, messages, control, clock, seed, sandbox, firstId, settled } = world;
    await notifications.sweep.cards(wallet);
    control.webhooks.stop();
    clock.at += 3 * DAY;
    control.deposit({ seed, currency: "btc", usd: 9, confirm: true });
    await notifications.sweep.cards(wallet);
    await expect.poll(() => messages(words.byDeposit).length).toBe(1);
    expect(messages(words.byDeposit)[0]?.text).not.toContain("⏱");
    control.webhooks.resume();
    const answer = await fetch(`${sandbox.url}/cards/${firstId()}`, { headers: { "x-seed": seed } });
    control.webhooks.send({ seed, type: "card.created", data: (await answer.json()) as Record<string, unknown> });
    await control.idle();
    await settled();
    expect(messages(words.ready)).toHaveLength(1);
  },
);

test("an event that the card waits for money is no news, and the one that it is active is", async () => {
  const world = await openedWorld({ pendingCard: "on-deposit" });
  const { words, messages, control, seed, sandbox, firstId, settled } = world;
  const answer = await fetch(`${sandbox.url}/cards/${firstId()}`, { headers: { "x-seed": seed } });
  control.webhooks.send({ seed, type: "card.created", data: (await answer.json()) as Record<string, unknown> });
  await control.idle();
  await settled();
  expect(messages("·")).toHaveLength(0);
  await world.deposit(133);
  await expect.poll(() => messages(words.byDeposit).length).toBe(1);
});

test.each(LANGUAGES)("where no card comes, a new one is offered after two minutes, once (%s)", async (lang) => {
  const world = await openedWorld({ pendingCard: "never" }, { language: lang });
  const { words, messages, labels, callsTo, settled, notifications, wallet } = world;
  await notifications.sweep.cards(wallet);
  const deposit = await world.deposit(127);
  const [credited] = messages(words.credited);
  for (const [afterMs, next] of [
    [0, 10_000],
    [10_000, 20_000],
    [30_000, 30_000],
    [60_000, 60_000],
  ] as const) {
    expect(await world.look({ deposit }, afterMs)).toEqual({ kind: "again", afterMs: next });
  }
  await settled();
  expect(credited?.log).toHaveLength(1);
  expect(await world.look({ deposit }, 120_000)).toEqual({ kind: "done" });
  await expect.poll(() => credited?.text).toContain(words.absent);
  expect(labels(credited)).toEqual([words.newCard]);
  const looks = callsTo("GET", "/cards").length;
  await world.deposit(128);
  expect(await world.look({ deposit }, 120_000)).toEqual({ kind: "done" });
  await settled();
  expect(callsTo("GET", "/cards")).toHaveLength(looks);
  expect(messages(words.absent)).toHaveLength(1);
});

test("a card that is frozen when it has its money is told once, with a way to unfreeze it", async () => {
  const world = await openedWorld({ pendingCard: "on-fund-frozen" }, { webhooks: false });
  const { notifications, wallet, words, messages, labels, firstId, theirs, ours, settled } = world;
  await notifications.sweep.cards(wallet);
  await world.deposit(129);
  ours(firstId(), "card.funded");
  await theirs.cards.fund(firstId(), 2_000, key("first"));
  await notifications.onSettled({ ...wallet, state: "done", kind: "fund", params: { cardId: firstId() } });
  await expect.poll(() => messages(words.frozen).length).toBe(1);
  expect(labels(messages(words.frozen)[0])).toEqual([words.unfreeze, words.card]);
  await notifications.sweep.cards(wallet);
  expect(await world.look({ funded: firstId() })).toEqual({ kind: "done" });
  await settled();
  expect(messages(words.frozen)).toHaveLength(1);
});

test("a card that somebody issues elsewhere is never taken for the first one", async () => {
  const world = await openedWorld({ pendingCard: "never" });
  const { words, messages, theirs, control, settled } = world;
  await world.deposit(130);
  await theirs.cards.create({ binId: "491653", amount: 500 }, key("stranger"));
  await control.idle();
  await expect.poll(() => messages(words.elsewhere).length).toBe(1);
  await settled();
  expect(messages(words.ready)).toHaveLength(0);
});

test("an API that does not answer says nothing about the first card", async () => {
  const world = await openedWorld({ pendingCard: "never" });
  const { words, messages, control, settled } = world;
  const deposit = await world.deposit(131);
  control.faults.add({ method: "GET", path: "/cards", times: 20, kind: "status", status: 400 });
  expect(await world.look({ deposit }, 120_000)).toEqual({ kind: "done" });
  await settled();
  expect(messages(words.absent)).toHaveLength(0);
});

test("a wallet that was connected by its seed is not looked at after a deposit", async () => {
  const { chat, control, callsTo, queues, notifications } = await noticesWorld({ lookMs: NEVER_MS });
  await notifications.stop();
  await quiet(queues);
  const looks = callsTo("GET", "/cards").length;
  control.deposit({ seed: SEED, currency: "btc", usd: 132, fee: 0, confirm: true });
  await expect.poll(() => chat.texts().join()).toContain("$132.00");
  await quiet(queues);
  expect(await queues.depths()).toMatchObject({ chores: { active: 0 } });
  expect(callsTo("GET", "/cards")).toHaveLength(looks);
});
