import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { createCryptoCardySandbox } from "../../sandbox/cryptocardy/server.ts";
import type { VariantChanges } from "../../sandbox/cryptocardy/variants.ts";
import { createCryptoCardyClient } from "../../src/cryptocardy/client.ts";
import { parseEvent } from "../../src/cryptocardy/event.ts";
import { openWallet } from "../../src/cryptocardy/open-wallet.ts";
import { SIGNATURE_HEADERS, verifySignature } from "../../src/cryptocardy/signature.ts";
import { createSecret } from "../../src/lib/secret.ts";
import { failureOf, transportTo } from "../cryptocardy/fake-api.ts";

// The two sides of the wire, written apart and held to the same samples, meet here: in every reading of what the samples leave open.

const key = (name: string) => ({ idempotencyKey: name });

async function start(variants: VariantChanges = {}) {
  const sandbox = await createCryptoCardySandbox({ settleAfterMs: false, variants });
  onTestFinished(() => sandbox.close());
  const transport = transportTo(sandbox.url);
  const { seed, asset } = await openWallet({ transport, network: "visa", asset: "BTC" });
  sandbox.control.deposit({ seed: seed.reveal(), currency: "usdt", usd: 2_000, fee: 0, confirm: true });
  return { sandbox, asset, seed, client: createCryptoCardyClient({ seed, transport }) };
}

/** An endpoint that keeps what it is sent. */
async function endpoint() {
  const received: { rawBody: Buffer; headers: IncomingHttpHeaders }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    received.push({ rawBody: Buffer.concat(chunks), headers: request.headers });
    response.end('{"success":true}');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/hooks/cryptocardy/token`, received };
}

const API_VARIANTS: VariantChanges[] = [
  {},
  { bodies: "named" },
  { bodies: "data" },
  { fieldNames: "camel" },
  { bodies: "named", fieldNames: "camel", withdrawBody: "nested" },
  { noTotalPages: true },
  { withdrawBody: "nested" },
  { withdrawBody: "empty" },
  { repeatedState: "conflict" },
  { webhookList: "data" },
  { ignoreWebhookSecret: true },
  { settlementId: "new" },
  { toldSettings: false },
  { limitHeaders: true },
  { times: "offset" },
  { times: "epoch-seconds" },
  { times: "epoch-ms" },
];

test.each(API_VARIANTS)("a wallet's whole life with an API of %j", async (variants) => {
  const { sandbox, client, asset } = await start(variants);
  const began = Date.now() - 5_000;
  expect(asset).toBe("BTC");
  expect(await client.wallet.balance()).toMatchObject({ balance: 200_000, totalDeposited: 200_000, currency: "USD" });
  expect(await client.wallet.deposits({ status: "confirmed" })).toMatchObject([
    { currency: "usdt", creditedUsd: 200_000 },
  ]);
  expect((await client.wallet.depositAddress()).addresses).toHaveProperty("btc");

  const [bin] = await client.bins.list();
  const created = await client.cards.create({ binId: bin?.id ?? "", amount: 50_000, label: "Ads" }, key("create"));
  expect(created).toMatchObject({ status: "active", balance: 50_000, label: "Ads", binId: bin?.id });
  expect(created.createdAt).toBeGreaterThan(began);
  const { id } = created;

  expect(await client.cards.fund(id, 10_001, key("fund"))).toMatchObject({
    newBalance: 60_001,
    walletBalance: 139_999,
  });
  expect(await client.cards.fund(id, 10_001, key("fund"))).toMatchObject({
    newBalance: 60_001,
    walletBalance: 139_999,
  });
  expect(await client.cards.withdraw(id, 1, key("withdraw"))).toMatchObject({
    amount: 1,
    newBalance: 60_000,
    walletBalance: 140_000,
  });
  expect(await failureOf(client.cards.fund(id, 500_000, key("much")))).toMatchObject({ kind: "insufficient-funds" });

  expect(await client.cards.freeze(id)).toMatchObject({ id, status: "frozen" });
  expect(await client.cards.freeze(id)).toMatchObject({ id, status: "frozen" });
  expect(await client.cards.unfreeze(id)).toMatchObject({ id, status: "active" });
  const changed = await client.cards.update(id, {
    label: "New",
    spendingLimit: 100_000,
    autoFreezeAt: 0,
    metadata: { campaignName: "x" },
  });
  expect(changed).toMatchObject({ id, label: "New", spendingLimit: 100_000, metadata: { campaignName: "x" } });
  expect(await client.cards.get(id)).toMatchObject({ label: "New" });
  expect((await client.cards.list({ status: "active" })).items.map((card) => card.id)).toContain(id);

  const details = await client.cards.details(id);
  expect(details.pan.reveal()).toMatch(new RegExp(`${created.last4}$`));
  sandbox.control.purchase({ pan: details.pan.reveal(), amount: 9.99, merchant: "SPOTIFY", threeDs: true });
  const [challenge] = await client.threeds.list({ cardId: id, status: "pending" });
  expect(challenge).toMatchObject({ cardId: id, amount: 999, merchant: "SPOTIFY", status: "pending" });
  const otp = challenge?.otp?.reveal() ?? "";
  expect((await client.threeds.get(challenge?.id ?? "")).otp?.reveal()).toBe(otp);
  sandbox.control.answerChallenge({ challengeId: challenge?.id ?? "", otp });

  const { items } = await client.transactions.list({ cardId: id, type: "authorization" });
  expect(items).toMatchObject([{ cardId: id, amount: -999, merchant: { name: "SPOTIFY" } }]);
  expect(await client.transactions.get(items[0]?.id ?? "")).toMatchObject({
    id: items[0]?.id,
    threeDs: { status: expect.any(String) },
  });

  const hook = await endpoint();
  const webhook = await client.webhooks.create({ url: hook.url, events: ["*"], secret: createSecret("ab".repeat(32)) });
  expect(await client.webhooks.list()).toMatchObject([{ id: webhook.id, url: hook.url, events: ["*"] }]);
  await client.webhooks.delete(webhook.id);
  expect(await client.webhooks.list()).toEqual([]);

  expect(await client.cards.terminate(id)).toMatchObject({ id, status: "terminated" });
  expect(await client.cards.terminate(id)).toMatchObject({ id, status: "terminated" });
  expect((await client.wallet.balance()).balance).toBe(200_000 - 999);
  expect(await failureOf(client.cards.get("card_unknown"))).toMatchObject({
    kind: "not-found",
    requestId: expect.stringMatching(/^req_/),
  });
});

test.each([404, 405, 501] as const)(
  "an API that does not issue cards and answers %i says so",
  async (noCreateCards) => {
    const { client } = await start({ noCreateCards });
    expect(await failureOf(client.cards.create({ binId: "491653", amount: 100 }, key("k")))).toMatchObject({
      kind: "unsupported",
    });
  },
);

test("a seed that the API does not know is unauthorized", async () => {
  const { sandbox } = await start();
  const client = createCryptoCardyClient({
    seed: createSecret("0000-0000-0000-0000"),
    transport: transportTo(sandbox.url),
  });
  expect(await failureOf(client.wallet.balance())).toMatchObject({ kind: "unauthorized", status: 401 });
});

describe("events", () => {
  const signatures = (["hex", "upper-hex", "prefixed", "base64"] as const).flatMap((signatureEncoding) =>
    SIGNATURE_HEADERS.map((signatureHeader): VariantChanges => ({ signatureEncoding, signatureHeader })),
  );
  const envelopes = (["id", "event_id", "header", "none"] as const).flatMap((id) =>
    (["type", "event", "event_type"] as const).flatMap((type) =>
      (["data", "object", "payload"] as const).flatMap((data) =>
        (["nested", "flat", "thin"] as const).map((shape): VariantChanges => ({ envelope: { id, type, data, shape } })),
      ),
    ),
  );

  test.each<[string, VariantChanges[]]>([
    ["in every header and encoding", signatures],
    ["in every envelope", envelopes],
    ["with every form of time", (["offset", "epoch-seconds", "epoch-ms"] as const).map((times) => ({ times }))],
  ])("are verified and understood %s", async (_, readings) => {
    const { sandbox, client } = await start();
    const hook = await endpoint();
    const secret = createSecret("cd".repeat(32));
    await client.webhooks.create({ url: hook.url, events: ["*"], secret });
    const { id } = await client.cards.create({ binId: "491653", amount: 100_000 }, key("create"));
    const pan = (await client.cards.details(id)).pan.reveal();

    for (const variants of readings) {
      sandbox.control.variants(variants);
      await sandbox.control.idle();
      hook.received.length = 0;
      await client.cards.freeze(id);
      await client.cards.unfreeze(id);
      sandbox.control.purchase({ pan, amount: 1, merchant: "SHOP", threeDs: true });
      sandbox.control.purchase({ pan, amount: 1, merchant: "SHOP", threeDs: false });
      await sandbox.control.idle();

      const events = hook.received.map(({ rawBody, headers }) => {
        expect(verifySignature({ rawBody, headers, secrets: [secret] })).toMatchObject({ ok: true });
        const outcome = parseEvent(rawBody, headers);
        return outcome.ok ? outcome.value : outcome.failure;
      });
      const types = ["card.frozen", "card.unfrozen", "3ds.challenge", "transaction.authorized"];
      expect(
        events.map((event) => "type" in event && event.type),
        JSON.stringify(variants),
      ).toEqual(types);
      for (const event of events) {
        const about = JSON.stringify([variants, event]);
        if (!("objectId" in event)) throw new Error(about);
        const thin = variants.envelope?.shape === "thin";
        expect(event.objectId, about).toMatch(/^(card|txn|3ds)_/);
        expect(event.thin ?? false, about).toBe(thin);
        expect(Math.abs(event.at - Date.now()), about).toBeLessThan(60_000);
        if (event.type === "3ds.challenge" && !thin) expect(event.data?.otp?.reveal(), about).toMatch(/^\d{6}$/);
      }
      expect(new Set(events.map((event) => "id" in event && event.id)).size).toBe(types.length);
    }
  });
});
