import { expect, test } from "vitest";
import { start } from "./helper.ts";

test("a deposit is pending, gains a confirmation per block, and is credited less its fee", async () => {
  const { person, control } = await start();
  const me = await person(0);
  const { id } = control.deposit({ seed: me.seed, currency: "btc", usd: 500 });
  expect(await me.balance()).toMatchObject({ balance: 0, pending_deposits: 500, total_deposited: 0 });
  await control.advance(2 * 420_000);
  expect(await me.list("/wallet/deposits?status=pending")).toMatchObject([{ id, confirmations: 2, credited_usd: 0 }]);
  await control.advance(4 * 420_000);
  expect(await me.list("/wallet/deposits?status=confirmed&currency=btc")).toMatchObject([
    { id, confirmations: 6, fee_usd: 10, credited_usd: 490, confirmed_at: "2026-04-15T12:42:00Z" },
  ]);
  expect(await me.balance()).toMatchObject({ balance: 490, pending_deposits: 0, total_deposited: 490 });
});

test("a deposit below the minimum, or one that hangs, expires after a day and credits nothing", async () => {
  const { person, control } = await start();
  const me = await person(0);
  control.deposit({ seed: me.seed, currency: "usdt", usd: 4.99 });
  control.deposit({ seed: me.seed, currency: "SOL", usd: 100, stuck: true });
  await control.advance(86_400_000);
  expect(await me.list("/wallet/deposits?status=expired")).toHaveLength(2);
  expect(await me.balance()).toMatchObject({ balance: 0, pending_deposits: 0 });
});

test("a deposit confirms on demand, once, and can be made to an address", async () => {
  const { person, control } = await start();
  const me = await person(0);
  const addresses = Object((await me.get("/wallet/deposit-address?currency=eth")).body.addresses);
  expect(Object.keys(addresses)).toEqual(["eth"]);
  const { id } = control.deposit({ address: addresses.eth, currency: "eth", usd: 100 });
  expect(control.confirmDeposit(String(id))).toMatchObject({ status: "confirmed" });
  expect(() => control.confirmDeposit(String(id))).toThrow(RangeError);
  await control.advance(86_400_000);
  expect(await me.balance()).toMatchObject({ balance: 98, total_deposited: 98 });
});

test("the total spent is what left the wallet for cards, or purchases as a variant", async () => {
  const { person, control } = await start();
  const me = await person(500);
  const { pan } = await me.card(200, "552433");
  const paid = control.purchase({ pan, amount: 30, merchant: "SHOP" });
  expect(await me.balance()).toEqual({
    balance: 300,
    currency: "USD",
    pending_deposits: 0,
    total_deposited: 500,
    total_spent: 200,
    cards_active: 1,
    cards_total_balance: 170,
  });
  control.variants({ walletSpent: "purchases" });
  expect(await me.balance()).toMatchObject({ total_spent: 30 });
  control.refund({ transactionId: "transactionId" in paid ? String(paid.transactionId) : "" });
  expect(await me.balance()).toMatchObject({ total_spent: 0 });
});
