import { expect, test } from "vitest";
import type { CryptoCardyClient } from "../../src/cryptocardy/client.ts";
import { createSecret } from "../../src/lib/secret.ts";
import type { Wallet } from "../../src/store/person.ts";
import { type AccountsWorld, ADA, accountsWorld, BOB, connected, PUBLIC_URL, SEED } from "./world.ts";

const PREFIX = `${PUBLIC_URL}/hooks/cryptocardy/`;
const HOUR = 3_600_000;

async function walletOf({ store }: AccountsWorld, userId: number, walletId: string): Promise<Wallet> {
  const wallet = (await store.people.get(userId))?.wallets.find(({ id }) => id === walletId);
  if (!wallet) throw new Error("no wallet");
  return wallet;
}

async function hookOf(world: AccountsWorld, walletId: string, userId = ADA) {
  const { hook } = await walletOf(world, userId, walletId);
  if (!hook) throw new Error("no hook");
  const live = await world.store.hooks.get(hook.token);
  return { ...hook, secrets: live?.state === "live" ? live.secrets.map((secret) => secret.reveal()) : [] };
}

async function world(options: Parameters<typeof accountsWorld>[0] = {}) {
  const made = await accountsWorld({ publicUrl: PUBLIC_URL, ...options });
  return { ...made, walletId: await connected(made) };
}

const register = (client: CryptoCardyClient, url: string) =>
  client.webhooks.create({ url, events: ["*"], secret: createSecret("x".repeat(64)) });

test("a connected wallet has one webhook for everything, at a random address of ours, with a secret of ours", async () => {
  const made = await world();
  const hook = await hookOf(made, made.walletId);
  expect(hook.token).toMatch(/^[\w-]{22,}$/);
  expect(hook.secrets).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
  expect(await made.endpoints()).toMatchObject([{ id: hook.webhookId, url: `${PREFIX}${hook.token}`, events: ["*"] }]);
  expect(await made.accounts.wallets(ADA)).toMatchObject([{ hook: "live" }]);
});

test("without a public address nothing is registered", async () => {
  const made = await accountsWorld();
  const walletId = await connected(made);
  expect(await made.accounts.connectHook(ADA, walletId)).toBe("polling");
  await made.accounts.reconnectHooks();
  expect(await made.endpoints()).toEqual([]);
});

test("connecting again and again registers once", async () => {
  const made = await world();
  const states = await Promise.all([1, 2, 3].map(() => made.accounts.connectHook(ADA, made.walletId)));
  expect(states).toEqual(["live", "live", "live"]);
  expect(await made.endpoints()).toHaveLength(1);
});

test("a secret of the provider's own is accepted beside ours for a day, then alone", async () => {
  const made = await world({ sandbox: { variants: { ignoreWebhookSecret: true } } });
  const first = await hookOf(made, made.walletId);
  expect(first.secrets).toEqual([expect.stringMatching(/^whsec_/), expect.stringMatching(/^[0-9a-f]{64}$/)]);
  await made.accounts.reconnectHooks();
  expect((await hookOf(made, made.walletId)).secrets).toHaveLength(2);
  made.clock.at += 24 * HOUR;
  await made.accounts.reconnectHooks();
  expect((await hookOf(made, made.walletId)).secrets).toEqual([first.secrets[0]]);
});

test.each(["array", "data"] as const)("what is registered and known is left as it is (%s)", async (webhookList) => {
  const made = await world({ sandbox: { variants: { webhookList } } });
  const before = await made.endpoints();
  await made.accounts.reconnectHooks();
  expect(await made.endpoints()).toEqual(before);
});

test("a webhook that vanished upstream is registered again", async () => {
  const made = await world();
  const old = await hookOf(made, made.walletId);
  await (await made.accounts.client(ADA, made.walletId)).webhooks.delete(old.webhookId);
  await made.accounts.reconnectHooks();
  const now = await hookOf(made, made.walletId);
  expect(now.token).not.toBe(old.token);
  expect(await made.endpoints()).toMatchObject([{ id: now.webhookId }]);
  expect(await made.store.hooks.get(old.token)).toEqual({ state: "revoked" });
});

test("a webhook whose secret was lost is replaced", async () => {
  const made = await world();
  const old = await hookOf(made, made.walletId);
  await made.store.hooks.forget(old.token);
  await made.accounts.reconnectHooks();
  const now = await hookOf(made, made.walletId);
  expect(now.secrets).toHaveLength(1);
  expect(await made.endpoints()).toMatchObject([{ id: now.webhookId }]);
});

test("a registration whose answer was lost is found and adopted", async () => {
  const made = await accountsWorld({ publicUrl: PUBLIC_URL });
  made.control.faults.add({ method: "POST", path: "/webhooks", kind: "drop-after" });
  const walletId = await connected(made);
  expect(await made.accounts.wallets(ADA)).toMatchObject([{ hook: "degraded" }]);
  expect(await made.accounts.connectHook(ADA, walletId)).toBe("live");
  const hook = await hookOf(made, walletId);
  expect(await made.endpoints()).toMatchObject([{ id: hook.webhookId, url: `${PREFIX}${hook.token}` }]);
});

test("strangers at our address are deleted, everybody else's endpoints are left alone", async () => {
  const made = await world();
  const client = await made.accounts.client(ADA, made.walletId);
  await register(client, `${PREFIX}AAAAAAAAAAAAAAAAAAAAAAAA`);
  await register(client, "https://bot.example/other/hooks/cryptocardy/AAAAAAAAAAAAAAAAAAAAAAAA");
  await register(client, "https://shop.example/webhooks/ctc");
  await made.accounts.reconnectHooks();
  const { token } = await hookOf(made, made.walletId);
  expect((await made.endpoints()).map(({ url }) => url)).toEqual([
    `${PREFIX}${token}`,
    "https://bot.example/other/hooks/cryptocardy/AAAAAAAAAAAAAAAAAAAAAAAA",
    "https://shop.example/webhooks/ctc",
  ]);
});

test("two people with the same seed each keep an endpoint of their own", async () => {
  const made = await world();
  const other = await connected(made, BOB);
  await made.accounts.reconnectHooks();
  const mine = await hookOf(made, made.walletId);
  const theirs = await hookOf(made, other, BOB);
  const registered = (await made.endpoints()).map(({ id }) => id);
  expect(new Set(registered)).toEqual(new Set([mine.webhookId, theirs.webhookId]));
  await made.accounts.remove(BOB, other);
  expect(await made.endpoints()).toMatchObject([{ id: mine.webhookId }]);
});

test("after a rotation both addresses receive for an hour, then the new one alone", async () => {
  const made = await world();
  const old = await hookOf(made, made.walletId);
  expect(await made.accounts.rotateHook(ADA, made.walletId)).toBe("live");
  const fresh = await hookOf(made, made.walletId);
  expect(fresh.secrets).not.toEqual(old.secrets);
  made.clock.at += HOUR - 1;
  await made.accounts.reconnectHooks();
  expect(await made.endpoints()).toHaveLength(2);
  expect(await made.store.hooks.get(old.token)).toMatchObject({ state: "live" });
  made.clock.at += 1;
  await made.accounts.reconnectHooks();
  expect(await made.endpoints()).toMatchObject([{ id: fresh.webhookId }]);
  expect(await made.store.hooks.get(old.token)).toEqual({ state: "revoked" });
  expect((await walletOf(made, ADA, made.walletId)).retiring ?? []).toEqual([]);
});

test("an old address goes on receiving until its successor is registered for certain", async () => {
  const made = await world();
  const old = await hookOf(made, made.walletId);
  made.control.faults.add({ method: "POST", path: "/webhooks", kind: "drop-before", times: 2 });
  expect(await made.accounts.rotateHook(ADA, made.walletId)).toBe("degraded");
  made.clock.at += 2 * HOUR;
  await made.accounts.reconnectHooks();
  expect(await made.store.hooks.get(old.token)).toMatchObject({ state: "live" });
  await made.accounts.reconnectHooks();
  await made.accounts.reconnectHooks();
  expect(await made.endpoints()).toMatchObject([{ id: (await hookOf(made, made.walletId)).webhookId }]);
  expect(await made.store.hooks.get(old.token)).toEqual({ state: "revoked" });
});

test("a removed wallet stops listening at once, even while the provider is away", async () => {
  const made = await world();
  const { token } = await hookOf(made, made.walletId);
  made.control.faults.add({ method: "DELETE", path: "/webhooks/*", kind: "status", status: 400, times: 9 });
  await made.accounts.remove(ADA, made.walletId);
  expect(await made.store.hooks.get(token)).toEqual({ state: "revoked" });
  expect(await made.accounts.wallets(ADA)).toEqual([]);
});

test("a provider that checks the address while it is registered finds it open", async () => {
  const { createServer } = await import("node:http");
  const seen: boolean[] = [];
  const made = await accountsWorld({ sandbox: { variants: { endpointCheck: "ping" } } });
  const server = createServer(async (request, response) => {
    const token = request.url?.split("/").at(-1) ?? "";
    seen.push((await made.store.hooks.get(token))?.state === "live");
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const accounts = made.newAccounts(`http://127.0.0.1:${port}`);
  const walletId = await connected({ accounts });
  expect(await accounts.connectHook(ADA, walletId)).toBe("live");
  expect(seen).toEqual([true]);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test("no secret, token or seed of a webhook lies in Redis in the clear", async () => {
  const made = await world();
  const { dump } = await import("../store/world.ts");
  const { token, secrets } = await hookOf(made, made.walletId);
  const text = await dump(made.raw);
  for (const canary of [token, SEED, ...secrets]) expect(text).not.toContain(canary);
});

test("somebody whose record does not open keeps nobody else's webhook from being mended", async () => {
  const made = await world();
  await made.raw.copy(`p:${ADA}`, "p:1");
  for (const { id } of await made.endpoints()) {
    await (await made.accounts.freshClient(ADA, made.walletId)).webhooks.delete(id);
  }
  await made.newAccounts().reconnectHooks();
  expect(await made.endpoints()).toMatchObject([{ id: (await hookOf(made, made.walletId)).webhookId }]);
});
