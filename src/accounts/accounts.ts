import type { CryptoCardyClient } from "../cryptocardy/client.ts";
import type { Transport } from "../cryptocardy/transport.ts";
import type { Lane } from "../cryptocardy/types.ts";
import type { Clock } from "../lib/clock.ts";
import type { Outcome } from "../lib/outcome.ts";
import type { Random } from "../lib/random.ts";
import type { Secret } from "../lib/secret.ts";
import type { Store } from "../store/store.ts";
import type { Keyring } from "../vault/keyring.ts";
import type { ImportedWallet, ImportFailure, Log, OpenedWallet, WalletView } from "./types.ts";

export type AccountsDeps = {
  store: Store;
  keyring: Keyring;
  connect: { transport: Transport; apiUrl: string };
  /** Under which CryptoCardy reaches us; without it no webhook is registered. */
  publicUrl?: URL;
  clock: Clock;
  random: Random;
  log: Log;
};

/** People's wallets: the only part that opens a sealed seed, and turns it into a client. */
export function createAccounts(deps: AccountsDeps) {
  const soon = (): never => {
    throw new Error(`not yet (${deps.clock.now()})`);
  };
  return {
    /**
     * Makes a fresh wallet (`GET /`), seals its seed, and makes it the active one.
     * Throws `AccountError("full")` and `CardApiError`; never sends twice.
     */
    open: async (
      _userId: number,
      _choice?: { network?: string; asset?: string; name?: string },
    ): Promise<OpenedWallet> => soon(),
    /** Connects a wallet the person has already; it becomes the active one. */
    import: async (_userId: number, _seed: Secret, _name?: string): Promise<Outcome<ImportedWallet, ImportFailure>> =>
      soon(),
    /** A client for their wallet with short read caches; its own actions refresh them. Throws `AccountError("no-wallet")`. */
    client: async (_userId: number, _walletId: string, _lane?: Lane): Promise<CryptoCardyClient> => soon(),
    /** The same without caches: every read asks the provider. */
    freshClient: async (_userId: number, _walletId: string, _lane?: Lane): Promise<CryptoCardyClient> => soon(),
    /** Forgets what was read of a wallet; call it when an event arrived or the person pressed Refresh. */
    invalidate: (_walletId: string): void => soon(),
    wallets: async (_userId: number): Promise<WalletView[]> => soon(),
    active: async (_userId: number): Promise<WalletView | undefined> => soon(),
    /** Throws `AccountError("no-wallet")`. */
    switch: async (_userId: number, _walletId: string): Promise<void> => soon(),
    /** The name is cut to 32 characters. Throws `AccountError("no-wallet")`. */
    rename: async (_userId: number, _walletId: string, _name: string): Promise<void> => soon(),
    /** Forgets a wallet here; its webhook upstream is deleted as far as the provider answers. False: not theirs. */
    remove: async (_userId: number, _walletId: string): Promise<boolean> => soon(),
    /** Forgets the person: webhooks upstream as far as the provider answers, then every key of theirs. */
    deletePerson: async (_userId: number): Promise<void> => soon(),
    /** Throws `AccountError("no-wallet")`. */
    showSeed: async (_userId: number, _walletId: string): Promise<Secret> => soon(),
    /** True (and the wallet is marked as backed up) when the text is the end of the seed, at least its last four signs. */
    checkSeedTail: async (_userId: number, _walletId: string, _text: string): Promise<boolean> => soon(),
    /** Registers a webhook for the wallet unless one is live. */
    connectHook: async (_userId: number, _walletId: string): Promise<"live" | "degraded" | "polling"> => soon(),
    /** A new URL and secret beside the old ones, which go an hour later. */
    rotateHook: async (_userId: number, _walletId: string): Promise<"live" | "degraded" | "polling"> => soon(),
    /** Compares every wallet's webhooks with the provider's list and mends what differs. At start and on a timer. */
    reconnectHooks: async (): Promise<void> => soon(),
    /** Seals every seed of a person again with the current key; how many were sealed with an older one. */
    reseal: async (_userId: number): Promise<number> => soon(),
  };
}

export type Accounts = ReturnType<typeof createAccounts>;
