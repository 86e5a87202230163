import { onTestFinished } from "vitest";
import { createCryptoCardySandbox, type SandboxOptions } from "../../sandbox/cryptocardy/server.ts";
import { createAccounts } from "../../src/accounts/accounts.ts";
import { createAdmission } from "../../src/accounts/admission.ts";
import { createCryptoCardyClient } from "../../src/cryptocardy/client.ts";
import { createTransport } from "../../src/cryptocardy/transport.ts";
import { systemRandom } from "../../src/lib/random.ts";
import { createSecret } from "../../src/lib/secret.ts";
import type { Store } from "../../src/store/store.ts";
import { createKeyring } from "../../src/vault/index.ts";
import { newKey, storeWorld, walletOf } from "../store/world.ts";

export const ADA = 1001;
export const BOB = 1002;
export const SEED = "c4f4-6e88-036c-761c";
export const PUBLIC_URL = "https://bot.example/base";

type Line = { fields: object; message: string };

export function createTestLog() {
  const lines: Line[] = [];
  const write = (fields: object, message: string): void => void lines.push({ fields, message });
  return { lines, info: write, warn: write, error: write, debug: write };
}

type Options = { publicUrl?: string; sandbox?: SandboxOptions };

/** Accounts on a real Redis, against the sandbox; a wallet with `SEED` and $1,000.00 exists there. */
export async function accountsWorld(options: Options = {}) {
  const base = await storeWorld();
  const sandbox = await createCryptoCardySandbox({ seed: SEED, webhookRetryDelays: [], ...options.sandbox });
  const { control } = sandbox;
  control.deposit({ seed: SEED, currency: "usdt", usd: 1_000, fee: 0, confirm: true });
  const admission = createAdmission({ redis: base.redis, clock: base.clock });
  const transport = createTransport({
    apiUrl: sandbox.url,
    clock: base.clock,
    random: systemRandom,
    admit: admission.admit,
    onCall: admission.observe,
  });
  const log = createTestLog();
  const newAccounts = (
    publicUrl = options.publicUrl,
    onConnected?: (userId: number, walletId: string) => Promise<unknown>,
  ) =>
    createAccounts({
      store: base.store,
      keyring: base.keyring,
      connect: { transport },
      admission,
      clock: base.clock,
      random: systemRandom,
      log,
      ...(publicUrl && { publicUrl: new URL(publicUrl) }),
      ...(onConnected && { onConnected }),
    });
  const accounts = newAccounts();
  /** What the provider has registered for a seed. */
  const endpoints = (seed = SEED) => createCryptoCardyClient({ seed: createSecret(seed), transport }).webhooks.list();
  const callsTo = (method: string, path: string | RegExp) =>
    control
      .calls()
      .filter((call) => call.method === method && (path instanceof RegExp ? path.test(call.path) : call.path === path));

  onTestFinished(async () => {
    await accounts.idle();
    await transport.close();
    await sandbox.close();
  });
  return { ...base, sandbox, control, admission, transport, log, accounts, newAccounts, endpoints, callsTo };
}

export type AccountsWorld = Awaited<ReturnType<typeof accountsWorld>>;

/** Connects `SEED` for a person and gives the wallet's id. */
export async function connected({ accounts }: Pick<AccountsWorld, "accounts">, userId = ADA): Promise<string> {
  const outcome = await accounts.import(userId, createSecret(SEED));
  if (!outcome.ok) throw new Error(outcome.failure.kind);
  await accounts.idle();
  return outcome.value.walletId;
}

/** From now on no key opens the seed of a wallet. */
export async function loseSeed({ store }: { store: Pick<Store, "people"> }, userId: number, walletId: string) {
  await store.people.update(userId, (person) => {
    if (!person) throw new Error("no such person");
    const { sealed } = walletOf({ keyring: createKeyring([newKey("gone")]) }, userId, { id: walletId });
    return { ...person, wallets: person.wallets.map((one) => (one.id === walletId ? { ...one, sealed } : one)) };
  });
}
