import { type CryptoCardyClient, createCryptoCardyClient } from "../cryptocardy/client.ts";
import { openWallet } from "../cryptocardy/open-wallet.ts";
import type { Transport } from "../cryptocardy/transport.ts";
import type { Lane } from "../cryptocardy/types.ts";
import type { Clock } from "../lib/clock.ts";
import type { Outcome } from "../lib/outcome.ts";
import type { Random } from "../lib/random.ts";
import type { Secret } from "../lib/secret.ts";
import type { Person, Wallet } from "../store/person.ts";
import type { Store } from "../store/store.ts";
import type { Keyring } from "../vault/index.ts";
import type { Admission } from "./admission.ts";
import { createBackground } from "./background.ts";
import { createCache } from "./cache.ts";
import { createCardNotes } from "./card-notes.ts";
import { isSeedTail } from "./seed-form.ts";
import { createSeedImport } from "./seed-import.ts";
import {
  AccountError,
  type ImportedWallet,
  type ImportFailure,
  type Log,
  MAX_WALLETS,
  type OpenedWallet,
  type WalletView,
} from "./types.ts";
import { tidyName, viewOf, withChanged, withoutWallet } from "./wallet-book.ts";
import { changesWithWallet, createWalletClient } from "./wallet-client.ts";
import { createWalletSafe } from "./wallet-safe.ts";
import { createWebhookKeeper, type HookState } from "./webhook-keeper.ts";

export type AccountsDeps = {
  store: Store;
  keyring: Keyring;
  connect: { transport: Transport };
  /** Personal budgets: looks at card details, seeds sent in. */
  admission?: Pick<Admission, "details" | "imports">;
  /** Under which CryptoCardy reaches us; without it no webhook is registered. */
  publicUrl?: URL;
  /** A new wallet's webhook is registered: what happened before that, no event told. */
  onConnected?: (userId: number, walletId: string) => Promise<unknown>;
  clock: Clock;
  random: Random;
  log: Log;
};

// Moments of the API may be cut to the second, and its clock may be behind ours.
const NEWS_SINCE_MS = 5_000;
/** Nobody looks at a screen that does nothing for longer: what takes more is queued and said (`src/bot/queued.ts`). */
const PERSON_READ_PATIENCE_MS = 1_000;
const RECONNECT_LOCK = { leaseMs: 60_000, waitMs: 0 };

/** People's wallets: the only part that opens a sealed seed, and turns it into a client. */
export function createAccounts(deps: AccountsDeps) {
  const { store, clock, random, log } = deps;
  const { transport } = deps.connect;
  const cache = createCache(clock);
  const background = createBackground(log);
  const notes = createCardNotes(store.directory);
  const safe = createWalletSafe(deps);
  const importSeed = createSeedImport({
    store,
    safe,
    admission: deps.admission,
    balanceOf: async (seed) => (await rawClient(seed, "person").wallet.balance()).balance,
  });
  const webhooks =
    deps.publicUrl &&
    createWebhookKeeper({
      store,
      publicUrl: deps.publicUrl,
      clock,
      random,
      log,
      client: async (userId, walletId, lane) => rawClient(await safe.seedOf(userId, walletId), lane),
    });

  const rawClient = (seed: Secret, lane: Lane, readPatienceMs?: number): CryptoCardyClient =>
    createCryptoCardyClient({ seed, transport, lane, readPatienceMs });

  const invalidate = (walletId: string): void => cache.empty(walletId, changesWithWallet);

  async function walletClient(owner: number | Person, walletId: string, lane: Lane, cached: boolean) {
    const userId = typeof owner === "number" ? owner : owner.id;
    const wallet = { userId, walletId };
    const patience = lane === "person" ? PERSON_READ_PATIENCE_MS : undefined;
    return createWalletClient({
      client: rawClient(await safe.seedOf(owner, walletId), lane, patience),
      ...(cached && { cache: { cache, owner: String(userId) } }),
      walletId,
      invalidate,
      seen: (cards) => background.run("directory", () => notes.keep(wallet, cards)),
      untold: {
        recall: (cardId) => notes.untoldOf(wallet, cardId),
        keep: (card, untold) => notes.keep(wallet, [card], untold),
      },
      mayReveal: async () => (await deps.admission?.details(userId)) ?? { ok: true },
    });
  }

  /** From now on what happens in the wallet is news, however long it takes until somebody looks. */
  function connectSoon(userId: number, walletId: string): void {
    const since = clock.now() - NEWS_SINCE_MS;
    background.run("news", () => store.cursors.update(userId, walletId, (cursor) => ({ since, ...cursor })));
    if (!webhooks) return;
    background.run("webhook", async () => {
      if ((await webhooks.connect(userId, walletId)) === "live") await deps.onConnected?.(userId, walletId);
    });
  }

  async function change(userId: number, walletId: string, step: (wallet: Wallet) => Wallet): Promise<void> {
    await store.people.update(userId, (person) => withChanged(person, walletId, step));
  }

  async function wallets(userId: number): Promise<WalletView[]> {
    const person = await store.people.get(userId);
    return person ? person.wallets.map((wallet) => viewOf(person, wallet, webhooks !== undefined)) : [];
  }

  return {
    /**
     * Makes a fresh wallet (`GET /`), seals its seed, and makes it the active one.
     * Throws `AccountError("full")` and `CardApiError`; never sends twice.
     */
    async open(
      userId: number,
      choice: { network?: string; asset?: string; name?: string } = {},
    ): Promise<OpenedWallet> {
      const { network, asset, name } = choice;
      const person = await store.people.get(userId);
      if ((person?.wallets.length ?? 0) >= MAX_WALLETS) throw new AccountError("full");
      const fresh = await openWallet({ transport, ...(network && { network }), ...(asset && { asset }) });
      const opened = {
        asset: fresh.asset,
        address: fresh.address,
        ...(fresh.network && { network: fresh.network }),
        ...(fresh.preview && fresh.preview.state !== "active" && { awaitsCard: true as const }),
      };
      const walletId = await safe.keep(userId, fresh.seed, { seedSaved: false, opened, ...(name && { name }) });
      if (!walletId) throw new Error("the provider gave out a seed a second time");
      connectSoon(userId, walletId);
      return { walletId, ...opened };
    },

    /** Connects a wallet the person has already; it becomes the active one. */
    async import(userId: number, seed: Secret, name?: string): Promise<Outcome<ImportedWallet, ImportFailure>> {
      const outcome = await importSeed(userId, seed, name);
      if (outcome.ok) connectSoon(userId, outcome.value.walletId);
      return outcome;
    },

    /**
     * A client for their wallet. In the lane `person` reads of cards and balances are kept for four seconds (BINs an hour);
     * its own writes refresh them. `owner`: their id, or their record where it was just read. Throws `AccountError`
     * ("no-wallet", "unopened").
     */
    client: (owner: number | Person, walletId: string, lane: Lane = "person"): Promise<CryptoCardyClient> =>
      walletClient(owner, walletId, lane, lane === "person"),

    /** The same without a cache: every read asks the provider. */
    freshClient: (userId: number, walletId: string, lane: Lane = "person"): Promise<CryptoCardyClient> =>
      walletClient(userId, walletId, lane, false),

    /** Forgets what was read of a wallet; call it when an event arrived or the person pressed Refresh. */
    invalidate,

    wallets,

    active: async (userId: number): Promise<WalletView | undefined> =>
      (await wallets(userId)).find(({ active }) => active),

    /** Throws `AccountError("no-wallet")`. */
    async switch(userId: number, walletId: string): Promise<void> {
      await store.people.update(userId, (person) => ({
        ...withChanged(person, walletId, (wallet) => wallet),
        activeWallet: walletId,
      }));
    },

    /** The name is cut to 32 characters; an empty one changes nothing. Throws `AccountError("no-wallet")`. */
    rename: (userId: number, walletId: string, name: string): Promise<void> =>
      change(userId, walletId, (wallet) => ({ ...wallet, name: tidyName(name) ?? wallet.name })),

    /** Forgets a wallet here; its webhook upstream is deleted as far as the provider answers. False: not theirs. */
    async remove(userId: number, walletId: string): Promise<boolean> {
      const person = await store.people.get(userId);
      if (!person?.wallets.some(({ id }) => id === walletId)) return false;
      const seed = await safe.seedOf(userId, walletId).catch(unlessUnopened);
      await webhooks?.disconnect(userId, walletId);
      await store.people.update(userId, (known) => known && withoutWallet(known, walletId));
      if (seed) await store.seeds.remove(seed, { userId, walletId });
      const kept = [store.directory, store.cursors, store.rules, store.spending];
      await Promise.all(kept.map((records) => records.forget(userId, walletId)));
      cache.empty(walletId);
      return true;
    },

    /** Forgets the person: webhooks upstream as far as the provider answers, then every key of theirs. */
    async deletePerson(userId: number): Promise<void> {
      const known = (await store.people.get(userId))?.wallets ?? [];
      await Promise.all(known.map(({ id }) => webhooks?.disconnect(userId, id)));
      await store.wipe(userId);
      for (const { id } of known) cache.empty(id);
    },

    /** Throws `AccountError` ("no-wallet", "unopened"). */
    showSeed: safe.seedOf,

    /** True (and the wallet is marked as backed up) when the text is the end of the seed, at least its last four signs. */
    async checkSeedTail(userId: number, walletId: string, text: string): Promise<boolean> {
      if (!isSeedTail((await safe.seedOf(userId, walletId)).reveal(), text)) return false;
      await change(userId, walletId, (wallet) => ({ ...wallet, seedSaved: true }));
      return true;
    },

    /** Registers a webhook for the wallet unless one is live. `open` and `import` start this by themselves. */
    connectHook: async (userId: number, walletId: string): Promise<HookState> =>
      webhooks ? webhooks.connect(userId, walletId) : "polling",

    /** A new URL and secret beside the old ones, which go an hour later. */
    rotateHook: async (userId: number, walletId: string): Promise<HookState> =>
      webhooks ? webhooks.rotate(userId, walletId) : "polling",

    /**
     * Compares every wallet's webhooks with the provider's list and mends what differs. At start and on a timer; one process
     * at a time. Resolves when all were looked at.
     */
    async reconnectHooks(): Promise<void> {
      if (!webhooks) return;
      await store.locks.withLock("hooks:reconnect", RECONNECT_LOCK, async () => {
        for await (const person of store.people.scan()) {
          for (const { id } of person.wallets) {
            await background.attempt("webhook", () => webhooks.reconcile(person.id, id));
          }
        }
      });
    },

    /** Resolves when what was started on the side (webhooks of new wallets) has ended. Before the connections are closed. */
    idle: background.idle,
  };
}

export type Accounts = ReturnType<typeof createAccounts>;

/** A wallet can be removed without its seed: what stays is a fingerprint that leads to nothing. */
function unlessUnopened(error: unknown): undefined {
  if (!(error instanceof AccountError) || error.kind !== "unopened") throw error;
}
