import { expect, test } from "vitest";
import { openWallet } from "../../src/cryptocardy/open-wallet.ts";
import type { Card } from "../../src/cryptocardy/types.ts";
import { createSecret } from "../../src/lib/secret.ts";
import { clientOf, failureOf, SEED, startApi, transportTo } from "../cryptocardy/fake-api.ts";
import { sample } from "./samples.ts";

// The client against the samples of the API's documentation, over real HTTP.

const KEY = { idempotencyKey: "key-1" };
const at = (iso: string): number => Date.parse(iso);

/** A server that answers every call with one sample. */
async function serving(name: string, status = 200) {
  const api = await startApi(() => ({ status, body: sample(name) }));
  return { ...api, client: clientOf(api.apiUrl) };
}

test("every call carries the seed", async () => {
  const { client, received } = await serving("wallet-balance");
  await client.wallet.balance();
  expect(received[0]).toMatchObject({ method: "GET", path: "/wallet/balance" });
  expect(received[0]?.headers["x-seed"]).toBe(SEED);
});

test("a new wallet is opened without a seed, and the previewed card keeps its secrets", async () => {
  const api = await startApi(() => ({ body: sample("wallet-opened") }));
  const wallet = await openWallet({ transport: transportTo(api.apiUrl), network: "visa", asset: "BTC" });
  expect(wallet).toMatchObject({
    asset: "BTC",
    address: "bc1qag7fuerpyndyxgllx90vsmpk2ruku0qjg5aq54",
    network: "visa",
    preview: { state: "pending_top_up", last4: "2039" },
    createdAt: at("2026-05-22T17:57:34Z"),
  });
  expect(wallet.seed.reveal()).toBe("a1b2-c3d4-e5f6-7890");
  expect(JSON.stringify(wallet)).not.toMatch(/601|4916|a1b2/);
  expect(api.received[0]?.url).toBe("/v1/api?card=visa&asset=BTC");
  expect(api.received[0]?.headers).not.toHaveProperty("x-seed");
});

test("cards are listed with every filter of the reference", async () => {
  const { client, received } = await serving("cards-page");
  const page = await client.cards.list({
    status: "active",
    binId: "491653",
    label: "Meta",
    sort: "last_used",
    order: "asc",
    page: 1,
    perPage: 25,
  });
  expect(page).toEqual({
    items: [
      {
        id: "card_8xK2m9Lp4q",
        binId: "491653",
        network: "visa",
        last4: "2039",
        status: "active",
        balance: 48_750,
        label: "Meta Ads Campaign #12",
        createdAt: at("2026-04-15T12:00:00Z"),
      },
    ],
    page: 1,
    perPage: 25,
    total: 142,
    totalPages: 6,
    more: true,
  });
  expect(Object.fromEntries(received[0]?.query ?? [])).toEqual({
    status: "active",
    bin_id: "491653",
    label: "Meta",
    sort: "last_used",
    order: "asc",
    page: "1",
    per_page: "25",
  });
});

const CARD: Card = {
  id: "card_8xK2m9Lp4q",
  binId: "491653",
  network: "visa",
  last4: "2039",
  status: "active",
  balance: 48_750,
  spendingLimit: 200_000,
  totalSpent: 1_250,
  transactionCount: 3,
  label: "Meta Ads Campaign #12",
  metadata: { campaign: "spring_2026" },
  createdAt: at("2026-04-15T12:00:00Z"),
  expiresAt: at("2029-04-15T23:59:59Z"),
  lastUsedAt: at("2026-04-15T14:32:00Z"),
};

test("a card summary is read whole", async () => {
  const { client, received } = await serving("card");
  expect(await client.cards.get("card_8xK2m9Lp4q")).toEqual(CARD);
  expect(received[0]?.path).toBe("/cards/card_8xK2m9Lp4q");
});

test("card details hold number and CVV as secrets", async () => {
  const { client, received } = await serving("card-details");
  const details = await client.cards.details("card_8xK2m9Lp4q");
  expect(details).toMatchObject({
    id: "card_8xK2m9Lp4q",
    expMonth: 4,
    expYear: 2029,
    holderName: "ANONYMOUS",
    billingAddress: { line1: "123 Privacy Street", city: "Wilmington", state: "DE", zip: "19801", country: "US" },
  });
  expect([details.pan.reveal(), details.cvv.reveal()]).toEqual(["4916531288472039", "847"]);
  expect(JSON.stringify(details)).not.toMatch(/4916|847/);
  expect(received[0]?.path).toBe("/cards/card_8xK2m9Lp4q/details");
});

test("a card is issued as the SDK samples do it", async () => {
  const { client, received } = await serving("card", 201);
  expect(await client.cards.create({ binId: "491653", amount: 50_000, label: "Ad Spend" }, KEY)).toEqual(CARD);
  expect(received[0]).toMatchObject({ method: "POST", path: "/cards" });
  expect(received[0]?.headers).toMatchObject({ "x-idempotency-key": "key-1", "content-type": "application/json" });
  expect(JSON.parse(received[0]?.body ?? "")).toEqual({ bin_id: "491653", amount: 500, label: "Ad Spend" });
});

test("card settings are changed with every field of the reference, and nothing that was not asked for", async () => {
  const { client, received } = await serving("card");
  const changes = {
    label: "New",
    spendingLimit: 123_45,
    allowedCategories: ["7311"],
    autoFreezeAt: 0,
    metadata: { campaign: "x" },
  };
  expect(await client.cards.update("card_8xK2m9Lp4q", changes, KEY)).toEqual(CARD);
  await client.cards.update("card_8xK2m9Lp4q", { label: "Only" });
  expect(received.map(({ method, body }) => [method, JSON.parse(body)])).toEqual([
    [
      "PATCH",
      {
        label: "New",
        spending_limit: 123.45,
        allowed_categories: ["7311"],
        auto_freeze_at: 0,
        metadata: { campaign: "x" },
      },
    ],
    ["PATCH", { label: "Only" }],
  ]);
});

test("freezing tells since when", async () => {
  const { client, received } = await serving("card-frozen");
  expect(await client.cards.freeze("card_8xK2m9Lp4q", KEY)).toEqual({
    id: "card_8xK2m9Lp4q",
    status: "frozen",
    at: at("2026-04-15T15:00:00Z"),
  });
  expect(received[0]).toMatchObject({ method: "POST", path: "/cards/card_8xK2m9Lp4q/freeze", body: "" });
});

test("unfreezing answers with the card", async () => {
  const { client, received } = await serving("card");
  expect(await client.cards.unfreeze("card_8xK2m9Lp4q")).toEqual({ id: "card_8xK2m9Lp4q", status: "active" });
  expect(received[0]).toMatchObject({ method: "POST", path: "/cards/card_8xK2m9Lp4q/unfreeze" });
});

test("terminating tells what went back to the wallet", async () => {
  const { client, received } = await serving("card-terminated");
  expect(await client.cards.terminate("card_8xK2m9Lp4q", KEY)).toEqual({
    id: "card_8xK2m9Lp4q",
    status: "terminated",
    refundedAmount: 48_750,
    at: at("2026-04-15T16:00:00Z"),
  });
  expect(received[0]).toMatchObject({ method: "DELETE", path: "/cards/card_8xK2m9Lp4q" });
});

test("funding tells both balances", async () => {
  const { client, received } = await serving("card-funded");
  expect(await client.cards.fund("card_8xK2m9Lp4q", 20_000, KEY)).toEqual({
    id: "card_8xK2m9Lp4q",
    previousBalance: 48_750,
    amount: 20_000,
    newBalance: 68_750,
    walletBalance: 131_250,
  });
  expect(received).toHaveLength(1);
  expect(received[0]).toMatchObject({ method: "POST", path: "/cards/card_8xK2m9Lp4q/fund", body: '{"amount":200}' });
  expect(received[0]?.headers["x-idempotency-key"]).toBe("key-1");
});

test("transactions are listed with every filter of the reference", async () => {
  const { client, received } = await serving("transactions-page");
  const page = await client.transactions.list({
    cardId: "card_8xK2m9Lp4q",
    type: "settlement",
    from: at("2026-04-01T00:00:00Z"),
    to: at("2026-05-01T00:00:00Z"),
    merchant: "FACE",
    minAmount: 1_000,
    maxAmount: 2_050,
    page: 1,
    perPage: 50,
  });
  expect(page).toEqual({
    items: [
      {
        id: "txn_a1b2c3d4",
        cardId: "card_8xK2m9Lp4q",
        type: "settlement",
        amount: -1_250,
        currency: "USD",
        merchant: { name: "FACEBK ADS", category: "advertising", mcc: "7311", country: "US" },
        balanceAfter: 48_750,
        createdAt: at("2026-04-15T14:32:00Z"),
      },
    ],
    page: 1,
    perPage: 50,
    total: 328,
    totalPages: 7,
    more: true,
  });
  expect(Object.fromEntries(received[0]?.query ?? [])).toEqual({
    card_id: "card_8xK2m9Lp4q",
    type: "settlement",
    from: "2026-04-01T00:00:00.000Z",
    to: "2026-05-01T00:00:00.000Z",
    merchant: "FACE",
    min_amount: "10",
    max_amount: "20.5",
    page: "1",
    per_page: "50",
  });
});

test("the wallet's balance is read whole", async () => {
  const { client } = await serving("wallet-balance");
  expect(await client.wallet.balance()).toEqual({
    balance: 131_250,
    currency: "USD",
    pendingDeposits: 50_000,
    totalDeposited: 1_500_000,
    totalSpent: 1_368_750,
    cardsActive: 8,
    cardsTotalBalance: 245_000,
  });
});

test("deposit addresses come by currency, amounts of coins stay texts", async () => {
  const { client, received } = await serving("deposit-addresses");
  expect(await client.wallet.depositAddress("btc")).toEqual({
    addresses: expect.objectContaining({ btc: "bc1qxy2kgdygjrsqtzq2n0yrf..." }),
    networks: { btc: "bitcoin", eth: "ethereum", sol: "solana", usdt: "erc-20" },
    minDeposit: { btc: "0.0001", eth: "0.005", sol: "0.1", usdt: "5.00" },
  });
  expect(received[0]?.url).toBe("/v1/api/wallet/deposit-address?currency=btc");
});

test("deposits are listed with every filter of the reference", async () => {
  const { client, received } = await serving("deposits");
  expect(await client.wallet.deposits({ status: "confirmed", currency: "btc" })).toEqual([
    {
      id: "dep_x9y8z7w6",
      currency: "btc",
      amountCrypto: "0.0075",
      amountUsd: 50_000,
      feeUsd: 1_000,
      creditedUsd: 49_000,
      status: "confirmed",
      txHash: "3a1b2c3d4e5f...",
      confirmations: 6,
      createdAt: at("2026-04-15T10:00:00Z"),
      confirmedAt: at("2026-04-15T10:42:00Z"),
    },
  ]);
  expect(received[0]?.url).toBe("/v1/api/wallet/deposits?status=confirmed&currency=btc");
});

test("BINs are listed with their limits", async () => {
  const { client } = await serving("bins");
  const bins = await client.bins.list();
  expect(bins.map(({ id }) => id)).toEqual(["491653", "531993"]);
  expect(bins[0]).toEqual({
    id: "491653",
    network: "visa",
    type: "advertising",
    issuerCountry: "US",
    threeDs: true,
    applePay: true,
    googlePay: true,
    maxTransaction: 500_000,
    maxMonthly: 5_000_000,
    acceptanceRate: 97.2,
    bestFor: ["meta_ads", "google_ads", "tiktok_ads"],
  });
});

test("3DS challenges hold the code as a secret", async () => {
  const { client, received } = await serving("challenges");
  const [challenge] = await client.threeds.list({ cardId: "card_8xK2m9Lp4q", status: "pending" });
  expect(challenge).toMatchObject({
    id: "3ds_m4n5o6p7",
    cardId: "card_8xK2m9Lp4q",
    merchant: "SPOTIFY",
    amount: 999,
    status: "pending",
    expiresAt: at("2026-04-15T15:05:00Z"),
    createdAt: at("2026-04-15T15:00:00Z"),
  });
  expect(challenge?.otp?.reveal()).toBe("847291");
  expect(JSON.stringify(challenge)).not.toContain("847291");
  expect(received[0]?.url).toBe("/v1/api/3ds?card_id=card_8xK2m9Lp4q&status=pending");
});

test("one 3DS challenge is asked for by its id", async () => {
  const [row] = JSON.parse(sample("challenges")).data;
  const api = await startApi(() => ({ body: row }));
  expect((await clientOf(api.apiUrl).threeds.get("3ds_m4n5o6p7")).otp?.reveal()).toBe("847291");
  expect(api.received[0]?.path).toBe("/3ds/3ds_m4n5o6p7");
});

test("a webhook is registered with our secret, and the answer's secret is told", async () => {
  const { client, received } = await serving("webhook-created", 201);
  const url = "https://bot.example/hooks/cryptocardy/abc";
  const webhook = await client.webhooks.create({ url, events: ["*"], secret: createSecret("ours") }, KEY);
  expect(webhook).toMatchObject({ id: "wh_r5s6t7u8", active: true, createdAt: at("2026-04-15T12:00:00Z") });
  expect(webhook.events).toEqual(["transaction.authorized", "transaction.declined"]);
  expect(webhook.secret?.reveal()).toBe("whsec_a1b2c3d4e5f6...");
  expect(JSON.parse(received[0]?.body ?? "")).toEqual({ url, events: ["*"], secret: "ours" });
});

test("a webhook is deleted", async () => {
  const api = await startApi(() => ({ status: 204 }));
  await clientOf(api.apiUrl).webhooks.delete("wh_r5s6t7u8");
  expect(api.received[0]).toMatchObject({ method: "DELETE", path: "/webhooks/wh_r5s6t7u8" });
});

test("the error sample is told by its word, not by its status", async () => {
  const { client } = await serving("error", 400);
  expect(await failureOf(client.cards.fund("card_1", 100, KEY))).toMatchObject({
    kind: "insufficient-funds",
    code: "insufficient_funds",
    status: 400,
    requestId: "req_7f8a9b2c3d4e",
    text: "Your wallet balance is too low to fund this card.",
    sent: true,
  });
});
