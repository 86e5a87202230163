import type { CryptoCardyClient } from "../cryptocardy/client.ts";
import { CardApiError } from "../cryptocardy/errors.ts";
import type { WebhookEndpoint } from "../cryptocardy/types.ts";
import type { Clock } from "../lib/clock.ts";
import type { Random } from "../lib/random.ts";
import { createSecret, type Secret } from "../lib/secret.ts";
import type { Wallet, WalletHook } from "../store/person.ts";
import type { Store } from "../store/store.ts";
import { AccountError, type Log } from "./types.ts";
import { walletOf, withChanged, withHook } from "./wallet-book.ts";
import { createWebhookUrls } from "./webhook-urls.ts";

export type HookState = "live" | "degraded" | "polling";

type Deps = {
  store: Pick<Store, "people" | "hooks" | "locks">;
  publicUrl: URL;
  clock: Clock;
  random: Random;
  log: Log;
  /** Lane `person` when somebody waits for it. */
  client(userId: number, walletId: string, lane: "person" | "sweep"): Promise<CryptoCardyClient>;
};

const MINUTE = 60_000;
const OVERLAP_MS = 60 * MINUTE;
const BOTH_SECRETS_MS = 24 * 60 * MINUTE;
// Another process may be between registering an endpoint and writing its id down.
const YOUNG_MS = 10 * MINUTE;
const LOCK = { leaseMs: 30_000, waitMs: 5_000 };

/** Keeps one webhook per wallet registered with the provider, at a random address, with a secret of our own. */
export function createWebhookKeeper(deps: Deps) {
  const { store, clock, random, log } = deps;
  const urls = createWebhookUrls(deps.publicUrl);

  const inTurn = async (userId: number, walletId: string, work: () => Promise<HookState>): Promise<HookState> => {
    const state = await store.locks.withLock(`hook:${userId}:${walletId}`, LOCK, work);
    return state === "busy" ? "degraded" : state;
  };

  const read = async (userId: number, walletId: string): Promise<Wallet> =>
    walletOf(await store.people.get(userId), walletId);

  const write = (userId: number, walletId: string, change: (wallet: Wallet) => Wallet) =>
    store.people.update(userId, (person) => withChanged(person, walletId, change));

  /** Written down here first, then registered: an event may arrive before the answer does. */
  async function register(userId: number, walletId: string, lane: "person" | "sweep" = "sweep"): Promise<HookState> {
    const client = await deps.client(userId, walletId, lane);
    const old = (await read(userId, walletId)).hook;
    const token = random.bytes(18).toString("base64url");
    const secret = createSecret(random.bytes(32).toString("hex"));
    const hook: WalletHook = { token, webhookId: "", createdAt: clock.now(), state: "degraded" };
    await write(userId, walletId, (wallet) => withHook(wallet, hook, clock.now()));
    if (old && !old.webhookId) await store.hooks.revoke(old.token);
    await store.hooks.put(token, { userId, walletId, secrets: [secret] });
    const endpoint = await create(client, token, secret, () => removeStrangers(client, userId, walletId));
    if (!endpoint) return "degraded";
    try {
      await adopt(userId, walletId, token, endpoint);
    } catch (error) {
      // The wallet was removed meanwhile.
      if (error instanceof AccountError) await removeUpstream(client, endpoint.id);
      await store.hooks.forget(token);
      throw error;
    }
    return "live";
  }

  /** Undefined when the provider did not register it, or did not say so: `reconcile` looks later. */
  async function create(
    client: CryptoCardyClient,
    token: string,
    secret: Secret,
    makeRoom: () => Promise<void>,
  ): Promise<WebhookEndpoint | undefined> {
    const attempt = (idempotencyKey: string) =>
      client.webhooks.create({ url: urls.of(token), events: ["*"], secret }, { idempotencyKey });
    try {
      return await attempt(token).catch(async (error: unknown) => {
        if (!(error instanceof CardApiError) || (error.kind !== "conflict" && error.kind !== "rejected")) throw error;
        await makeRoom();
        // A refusal may be remembered with its key.
        return attempt(`${token}-again`);
      });
    } catch (error) {
      if (!(error instanceof CardApiError)) throw error;
      log.warn({ kind: error.kind, requestId: error.requestId }, "a webhook was not registered");
      return undefined;
    }
  }

  /** The endpoint is ours and answers to its token. A secret of the provider's own is accepted beside ours for a day. */
  async function adopt(userId: number, walletId: string, token: string, endpoint: WebhookEndpoint): Promise<void> {
    const { secret } = endpoint;
    await store.hooks.update(token, (hook) => {
      const known = hook.secrets.some((one) => one.reveal() === secret?.reveal());
      return secret && !known && isWhole(secret) ? { ...hook, secrets: [secret, ...hook.secrets] } : hook;
    });
    await write(userId, walletId, (wallet) =>
      wallet.hook?.token === token
        ? { ...wallet, hook: { ...wallet.hook, webhookId: endpoint.id, state: "live" } }
        : wallet,
    );
  }

  /** Compares what is registered with what we know, and mends what differs. */
  async function reconcile(userId: number, walletId: string): Promise<HookState> {
    const client = await deps.client(userId, walletId, "sweep");
    const listed = await client.webhooks.list();
    const { hook, retiring = [] } = await read(userId, walletId);
    await removeStrangers(client, userId, walletId, listed);
    const mine = hook && listed.find(({ url }) => urls.tokenIn(url) === hook.token);
    const known = hook && (await store.hooks.get(hook.token));
    if (hook && mine && mine.active !== false && known?.state === "live") {
      if (hook.state !== "live" || hook.webhookId !== mine.id) await adopt(userId, walletId, hook.token, mine);
      if (clock.now() - hook.createdAt >= BOTH_SECRETS_MS && known.secrets.length > 1) await keepFirst(hook.token);
      // Not before its successor is known to be registered.
      for (const old of retiring) {
        if (clock.now() - old.since >= OVERLAP_MS) await retire(client, userId, walletId, old);
      }
      return "live";
    }
    if (hook && mine) await removeUpstream(client, mine.id);
    if (hook) {
      await store.hooks.revoke(hook.token);
      await write(userId, walletId, ({ hook: _gone, ...wallet }) => wallet);
    }
    return register(userId, walletId);
  }

  /** Deletes endpoints at our address that nobody knows here; everything else registered for the wallet is left alone. */
  async function removeStrangers(
    client: CryptoCardyClient,
    userId: number,
    walletId: string,
    known?: readonly WebhookEndpoint[],
  ): Promise<void> {
    const { hook, retiring = [] } = await read(userId, walletId);
    const ours = new Set([hook?.token, ...retiring.map(({ token }) => token)]);
    for (const endpoint of known ?? (await client.webhooks.list())) {
      const token = urls.tokenIn(endpoint.url);
      if (token === undefined || ours.has(token) || (await isUsed(token, endpoint))) continue;
      await removeUpstream(client, endpoint.id);
      await store.hooks.revoke(token);
    }
  }

  /** The same seed may be connected by somebody else here, with an endpoint of their own. */
  async function isUsed(token: string, { createdAt }: WebhookEndpoint): Promise<boolean> {
    const hook = await store.hooks.get(token);
    if (hook?.state !== "live") return false;
    if (createdAt !== undefined && clock.now() - createdAt < YOUNG_MS) return true;
    const person = await store.people.get(hook.userId);
    const wallet = person?.wallets.find(({ id }) => id === hook.walletId);
    return wallet?.hook?.token === token || (wallet?.retiring ?? []).some((old) => old.token === token);
  }

  const keepFirst = (token: string) =>
    store.hooks.update(token, (hook) => ({ ...hook, secrets: hook.secrets.slice(0, 1) }));

  async function retire(
    client: CryptoCardyClient,
    userId: number,
    walletId: string,
    { token, webhookId }: { token: string; webhookId: string },
  ): Promise<void> {
    await removeUpstream(client, webhookId);
    await store.hooks.revoke(token);
    await write(userId, walletId, ({ retiring = [], ...wallet }) => {
      const left = retiring.filter((old) => old.token !== token);
      return left.length > 0 ? { ...wallet, retiring: left } : wallet;
    });
  }

  async function removeUpstream(client: CryptoCardyClient, webhookId: string): Promise<void> {
    if (!webhookId) return;
    await client.webhooks.delete(webhookId).catch((error: unknown) => {
      if (!(error instanceof CardApiError)) throw error;
      if (error.kind !== "not-found") log.warn({ kind: error.kind }, "a webhook was not deleted");
    });
  }

  return {
    connect: (userId: number, walletId: string): Promise<HookState> =>
      inTurn(userId, walletId, async () => {
        const { hook } = await read(userId, walletId);
        if (hook?.state === "live") return "live";
        return hook ? reconcile(userId, walletId) : register(userId, walletId);
      }),

    rotate: (userId: number, walletId: string): Promise<HookState> =>
      inTurn(userId, walletId, () => register(userId, walletId, "person")),

    reconcile: (userId: number, walletId: string): Promise<HookState> =>
      inTurn(userId, walletId, () => reconcile(userId, walletId)),

    /** Stops listening for a wallet, here for certain and upstream as far as the provider answers. */
    async disconnect(userId: number, walletId: string): Promise<void> {
      const { hook, retiring = [] } = await read(userId, walletId);
      const all = [...(hook ? [hook] : []), ...retiring];
      await Promise.all(all.map(({ token }) => store.hooks.revoke(token)));
      try {
        const client = await deps.client(userId, walletId, "person");
        await Promise.all(all.map(({ webhookId }) => removeUpstream(client, webhookId)));
      } catch (error) {
        if (!(error instanceof AccountError)) throw error;
      }
    },
  };
}

export type WebhookKeeper = ReturnType<typeof createWebhookKeeper>;

/** Some services show a secret again only in part. */
function isWhole(secret: Secret): boolean {
  return !/\.\.\.|…|\*/.test(secret.reveal());
}
