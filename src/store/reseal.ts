import type { Secret } from "../lib/secret.ts";
import { openSeed, sealSeed, VaultError } from "../vault/index.ts";
import { KINDS, type Kind, keyOf, parseKey, purposeOf, type SealedKind } from "./keys.ts";
import { createPeople } from "./people.ts";
import type { Person, Wallet } from "./person.ts";
import { createRecords, type StoreDeps } from "./records.ts";
import { scanKeys } from "./scan.ts";
import { compareAndSet } from "./scripts.ts";
import { createSeeds, type SeedOwner, seedOwnersCodec } from "./seeds.ts";

/** What a rotation met: records that were looked at, sealed again, or do not open with any key. */
export type Resealed = { seen: number; sealed: number; unopened: number };

const ATTEMPTS = 10;
const isSealed = (kind: Kind): kind is SealedKind => KINDS[kind].sealed;

/**
 * Seals every record again that an older key sealed, seeds inside of people and blind indexes included. It may be
 * stopped and started again, and bots may run meanwhile: what is current is left alone, what somebody else changes
 * in between is read again.
 */
export async function resealRecords(deps: StoreDeps): Promise<Resealed> {
  const total: Resealed = { seen: 0, sealed: 0, unopened: 0 };
  const people = createPeople(deps);
  const seeds = createSeeds(deps);

  async function count(reseal: () => Promise<boolean>): Promise<void> {
    total.seen++;
    try {
      if (await reseal()) total.sealed++;
    } catch (error) {
      if (!(error instanceof VaultError)) throw error;
      total.unopened++;
    }
  }

  for await (const keys of scanKeys(deps.redis)) {
    for (const key of keys) {
      const parsed = parseKey(key);
      if (!parsed || !isSealed(parsed.kind) || parsed.kind === "seed") continue;
      const { kind, id } = parsed;
      if (kind === "person") await count(() => resealPerson(Number(id)));
      else await count(() => resealRecord(deps, kind, id));
    }
  }
  // The seeds of all wallets have moved to the current index by now. What is left in an older one is of wallets
  // that are gone, and could never be found again without the old key.
  for await (const keys of scanKeys(deps.redis, keyOf("seed", "*"))) {
    for (const key of keys) await count(() => dropOldIndex(key));
  }
  return total;

  async function resealPerson(userId: number): Promise<boolean> {
    const bytes = await deps.redis.getBuffer(keyOf("person", userId));
    const person = await people.get(userId);
    if (!bytes || !person) return false;
    const old = person.wallets.flatMap((wallet) => {
      if (isCurrent(wallet.sealed)) return [];
      const seed = seedOf(userId, wallet);
      // The person and their other wallets must not be lost with the old key because of it.
      if (!seed) total.unopened++;
      return seed ? [{ walletId: wallet.id, seed }] : [];
    });
    if (deps.keyring.isCurrent(bytes) && old.length === 0) return false;
    // The index first: a wallet whose seed is current is one whose index is, too.
    for (const { walletId, seed } of old) await seeds.move(seed, { userId, walletId });
    const step = (now: Person | undefined): Person | undefined =>
      now && { ...now, wallets: now.wallets.map((wallet) => resealWallet(userId, wallet)) };
    return (await people.update(userId, step)) !== undefined;
  }

  function resealWallet(userId: number, wallet: Wallet): Wallet {
    const seed = isCurrent(wallet.sealed) ? undefined : seedOf(userId, wallet);
    return seed ? { ...wallet, sealed: sealSeed(deps.keyring, userId, wallet.id, seed) } : wallet;
  }

  /** Undefined: no key opens it. */
  function seedOf(userId: number, { id, sealed }: Wallet): Secret | undefined {
    try {
      return openSeed(deps.keyring, userId, id, sealed);
    } catch (error) {
      if (!(error instanceof VaultError)) throw error;
      return undefined;
    }
  }

  async function dropOldIndex(key: string): Promise<boolean> {
    const bytes = await deps.redis.getBuffer(key);
    if (!bytes || deps.keyring.isCurrent(bytes)) return false;
    const id = parseKey(key)?.id ?? "";
    const owners = (await createRecords<SeedOwner[]>(deps, "seed", seedOwnersCodec).read(id)) ?? [];
    for (const { userId, walletId } of owners) {
      const wallets = (await people.get(userId))?.wallets ?? [];
      // Added meanwhile by a process that does not know the new key yet: the next run moves it.
      if (wallets.some((wallet) => wallet.id === walletId)) return false;
    }
    await deps.redis.del(key);
    return true;
  }

  function isCurrent(sealed: string): boolean {
    return deps.keyring.isCurrent(Buffer.from(sealed, "base64url"));
  }
}

/** True when this call sealed it. */
async function resealRecord({ redis, keyring }: StoreDeps, kind: SealedKind, id: string): Promise<boolean> {
  const key = keyOf(kind, id);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const bytes = await redis.getBuffer(key);
    if (!bytes || keyring.isCurrent(bytes)) return false;
    const fresh = keyring.seal(purposeOf(kind), id, keyring.open(purposeOf(kind), id, bytes));
    if (await compareAndSet(redis, key, bytes, fresh, "keep")) return true;
  }
  return false;
}
