import { expect, test } from "vitest";
import { BOB, noticesWorld, quiet } from "./world.ts";

test("a deposit right after opening, before the webhook is registered, is told soon and once", async () => {
  const { accounts, chat, control, store, queues, notifications } = await noticesWorld();
  // Whatever the schedule of sweeps is: the look belongs to the new wallet.
  await notifications.stop();
  control.faults.add({ method: "POST", path: "/webhooks", times: 1, kind: "delay", ms: 1_500 });
  const { walletId } = await accounts.open(BOB, { asset: "BTC" });
  const seed = (await accounts.showSeed(BOB, walletId)).reveal();
  control.deposit({ seed, currency: "btc", usd: 321, fee: 0, confirm: true });
  const told = () => chat.messages.filter(({ to, text }) => to === BOB && text.includes("$321.00"));
  expect((await store.people.get(BOB))?.wallets[0]?.hook?.state).not.toBe("live");
  await expect.poll(() => told().length).toBe(1);
  expect((await store.people.get(BOB))?.wallets[0]?.hook?.state).toBe("live");
  await quiet(queues);
  expect(told()).toHaveLength(1);
});

test("what happens after opening is news, however late somebody looks for the first time", async () => {
  const { accounts, chat, control, clock, notifications } = await noticesWorld({ webhooks: false });
  await notifications.stop();
  const { walletId } = await accounts.open(BOB, { asset: "BTC" });
  await accounts.idle();
  const seed = (await accounts.showSeed(BOB, walletId)).reveal();
  control.deposit({ seed, currency: "btc", usd: 55, fee: 0, confirm: true });
  clock.at += 60_000;
  await notifications.sweep.deposits({ userId: BOB, walletId });
  await expect.poll(() => chat.texts().join()).toContain("$55.00");
});

test("without a webhook, a payment has codes looked for every few seconds; with one it does not", async () => {
  const polled = await noticesWorld({ webhooks: false, running: true });
  const wallet = [1001, polled.walletId] as const;
  await polled.notifications.sweep.transactions({ userId: wallet[0], walletId: wallet[1] });
  polled.buy(3, "SHOP");
  await polled.notifications.sweep.transactions({ userId: wallet[0], walletId: wallet[1] });
  await expect.poll(async () => (await polled.notifications.connection.state(...wallet))?.hotUntil).toBeDefined();

  const live = await noticesWorld();
  live.buy(3, "SHOP");
  await expect.poll(() => live.chat.texts().join()).toContain("SHOP");
  await quiet(live.queues);
  expect((await live.notifications.connection.state(1001, live.walletId))?.hotUntil).toBeUndefined();
});
