import { describe, expect, test } from "vitest";
import { clientOf, failureOf, startApi } from "../cryptocardy/fake-api.ts";
import { sample } from "./samples.ts";

// The client where the API's documentation is silent: every shape we think likely (`docs/assumptions.md`).

const KEY = { idempotencyKey: "key-1" };
const CREATED = Date.parse("2026-04-15T12:00:00Z");

const serving = async (body: unknown, status = 200) => clientOf((await startApi(() => ({ status, body }))).apiUrl);

describe("an issued card", () => {
  for (const name of [
    "card-in-card",
    "card-in-data",
    "card-camel-case",
    "card-amounts-as-text",
    "card-epoch-seconds",
    "card-epoch-milliseconds",
  ]) {
    test(`is understood as ${name}`, async () => {
      const client = await serving(sample(`variants/${name}`), 201);
      expect(await client.cards.create({ binId: "491653", amount: 50_000, label: "Ad Spend" }, KEY)).toMatchObject({
        id: "card_9",
        binId: "491653",
        last4: "0009",
        balance: 50_000,
        label: "Ad Spend",
        createdAt: CREATED,
      });
    });
  }

  test("keeps the names that metadata came with", async () => {
    const client = await serving(sample("variants/card-camel-case"));
    expect((await client.cards.get("card_9")).metadata).toEqual({ campaignName: "x" });
  });

  test("may have a network and a status never heard of", async () => {
    const client = await serving(sample("variants/card-new-words"));
    const card = await client.cards.get("card_9");
    expect(card).toMatchObject({ network: "amex", status: "paused_by_issuer", createdAt: CREATED });
    expect(card).not.toHaveProperty("spendingLimit");
  });

  test.each([
    [404, ""],
    [404, '{"error":"not_found","message":"Route not found"}'],
    [405, '{"error":"method_not_allowed"}'],
    [501, "<html>"],
  ])("is unsupported when the API answers %i %s", async (status, body) => {
    const client = await serving(body, status);
    const failure = await failureOf(client.cards.create({ binId: "1", amount: 100 }, KEY));
    expect(failure).toMatchObject({ kind: "unsupported", status });
  });

  test("is not unsupported when only its BIN is unknown", async () => {
    const client = await serving({ error: "not_found", message: "No such BIN." }, 404);
    expect((await failureOf(client.cards.create({ binId: "1", amount: 100 }, KEY))).kind).toBe("not-found");
  });
});

describe("pages", () => {
  test("are counted when the API does not count them", async () => {
    const client = await serving(sample("variants/cards-page-without-total-pages"));
    expect(await client.cards.list()).toMatchObject({ totalPages: 6, total: 142, more: false });
  });

  test("may be no pages at all", async () => {
    const client = await serving(JSON.parse(sample("cards-page")).data);
    expect(await client.cards.list()).toMatchObject({ items: [{ last4: "2039" }], page: 1, more: false });
  });
});

test("amount filters hold for the absolute amount, whatever the API makes of the sign", async () => {
  const client = await serving(sample("transactions-page"));
  expect((await client.transactions.list({ minAmount: 1_251 })).items).toEqual([]);
  expect((await client.transactions.list({ maxAmount: 1_249 })).items).toEqual([]);
  expect((await client.transactions.list({ minAmount: 1_250, maxAmount: 1_250 })).items).toHaveLength(1);
});

describe("a withdrawal", () => {
  test.each(["withdrawn-flat", "withdrawn-short", "withdrawn-nested"])("is understood as %s", async (name) => {
    const client = await serving(sample(`variants/${name}`));
    expect(await client.cards.withdraw("card_8xK2m9Lp4q", 20_000, KEY)).toMatchObject({
      id: "card_8xK2m9Lp4q",
      amount: 20_000,
      newBalance: 48_750,
      walletBalance: 151_250,
    });
  });

  test.each([
    [204, undefined],
    [200, { success: true }],
  ])("answered with %i and no balances makes us ask for them", async (status, body) => {
    const api = await startApi(({ method, path }) => {
      if (method === "POST") return { status, body };
      return { body: sample(path === "/wallet/balance" ? "wallet-balance" : "card") };
    });
    expect(await clientOf(api.apiUrl).cards.withdraw("card_8xK2m9Lp4q", 20_000, KEY)).toEqual({
      id: "card_8xK2m9Lp4q",
      amount: 20_000,
      newBalance: 48_750,
      walletBalance: 131_250,
    });
  });

  test("is not a failure because its balances cannot be told", async () => {
    const api = await startApi(({ method }) => ({ status: method === "POST" ? 204 : 401 }));
    expect(await clientOf(api.apiUrl).cards.withdraw("card_1", 20_000, KEY)).toEqual({ id: "card_1", amount: 20_000 });
  });
});

describe("a change of status", () => {
  test("answered with nothing is what was asked for", async () => {
    const client = await serving(undefined, 204);
    expect(await client.cards.freeze("card_1")).toEqual({ id: "card_1", status: "frozen" });
    expect(await client.cards.unfreeze("card_1")).toEqual({ id: "card_1", status: "active" });
    expect(await client.cards.terminate("card_1")).toEqual({ id: "card_1", status: "terminated" });
  });

  test("that has already happened is done", async () => {
    const api = await startApi(({ method }) =>
      method === "GET"
        ? { body: { ...JSON.parse(sample("card")), status: "frozen" } }
        : { status: 409, body: { error: "card_already_frozen" } },
    );
    expect(await clientOf(api.apiUrl).cards.freeze("card_1")).toEqual({ id: "card_1", status: "frozen" });
    expect((await failureOf(clientOf(api.apiUrl).cards.unfreeze("card_1"))).kind).toBe("conflict");
  });

  test("of settings answered with nothing is read back", async () => {
    const api = await startApi(({ method }) => (method === "PATCH" ? { status: 204 } : { body: sample("card") }));
    expect((await clientOf(api.apiUrl).cards.update("card_8xK2m9Lp4q", { label: "x" })).last4).toBe("2039");
  });
});

test.each(["transaction-3ds-text", "transaction-3ds-object", "transaction-3ds-camel"])(
  "3DS status and timeline are understood as %s",
  async (name) => {
    const client = await serving(sample(`variants/${name}`));
    expect(await client.transactions.get("txn_1")).toMatchObject({
      cardId: "card_9",
      amount: -1_250,
      merchant: { name: "SHOP" },
      threeDs: { status: "authenticated" },
      timeline: [{ status: "authorized", at: Date.parse("2026-04-15T14:32:00Z") }],
    });
  },
);

test("a 3DS status and a timeline of no known shape are left out", async () => {
  const client = await serving({ ...JSON.parse(sample("transactions-page")).data[0], three_ds: [1], timeline: "soon" });
  const transaction = await client.transactions.get("txn_a1b2c3d4");
  expect(transaction).not.toHaveProperty("threeDs");
  expect(transaction).not.toHaveProperty("timeline");
});

test.each(["webhooks-bare", "webhooks-in-data"])("webhooks are listed as %s", async (name) => {
  const client = await serving(sample(`variants/${name}`));
  expect(await client.webhooks.list()).toEqual([
    { id: "wh_r5s6t7u8", url: "https://yourapp.com/webhooks/ctc", events: ["*"], active: true, createdAt: CREATED },
  ]);
});
