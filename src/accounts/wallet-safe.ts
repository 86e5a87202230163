import type { Clock } from "../lib/clock.ts";
import type { Random } from "../lib/random.ts";
import type { Secret } from "../lib/secret.ts";
import type { Person, Wallet } from "../store/person.ts";
import type { Store } from "../store/store.ts";
import { type Keyring, openSeed, sealSeed, VaultError } from "../vault/index.ts";
import { AccountError } from "./types.ts";
import { freshWalletId, newPerson, tidyName, walletOf, withWallet } from "./wallet-book.ts";

type Deps = { store: Pick<Store, "people" | "seeds">; keyring: Keyring; clock: Clock; random: Random };

const ID_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const ID_LENGTH = 5;

/** Where seeds are sealed and opened: nothing else in `accounts/` does. */
export function createWalletSafe({ store, keyring, clock, random }: Deps) {
  function isSame(userId: number, { id, sealed }: Wallet, seed: Secret): boolean {
    try {
      return openSeed(keyring, userId, id, sealed).reveal().toLowerCase() === seed.reveal().toLowerCase();
    } catch (error) {
      // A wallet whose key is gone must not stand in the way of others.
      if (error instanceof VaultError) return false;
      throw error;
    }
  }

  return {
    /** Of somebody whose record was just read it is not read again. Throws `AccountError` ("no-wallet", "unopened"). */
    async seedOf(owner: number | Person, walletId: string): Promise<Secret> {
      const userId = typeof owner === "number" ? owner : owner.id;
      const known = typeof owner === "number" ? undefined : owner.wallets.find(({ id }) => id === walletId);
      const { sealed } = known ?? walletOf(await store.people.get(userId), walletId);
      try {
        return openSeed(keyring, userId, walletId, sealed);
      } catch (error) {
        if (error instanceof VaultError) throw new AccountError("unopened");
        throw error;
      }
    },

    /**
     * Seals a seed into a new wallet of the person, which becomes the active one; its id. Undefined: they have this seed
     * already. Throws `AccountError("full")`.
     */
    async keep(
      userId: number,
      seed: Secret,
      facts: Pick<Wallet, "seedSaved" | "opened"> & { name?: string },
    ): Promise<string | undefined> {
      const person = await store.people.get(userId);
      const walletId = freshWalletId(person, () => idFrom(random));
      const sealed = sealSeed(keyring, userId, walletId, seed);
      const { name, ...rest } = facts;
      const holds = ({ wallets }: Person): boolean => wallets.some((wallet) => isSame(userId, wallet, seed));
      // Found by fingerprint before it is found in the person: a crash in between leaves a pointer to nothing, which is harmless.
      await store.seeds.add(seed, { userId, walletId });
      try {
        const kept = await store.people.update(userId, (known) => {
          const owner = known ?? newPerson(userId, clock.now());
          if (holds(owner)) return undefined;
          const called = tidyName(name ?? "") ?? `#${owner.wallets.length + 1}`;
          return withWallet(owner, { id: walletId, name: called, sealed, ...rest });
        });
        if (kept) return walletId;
      } catch (error) {
        await store.seeds.remove(seed, { userId, walletId });
        throw error;
      }
      await store.seeds.remove(seed, { userId, walletId });
      return undefined;
    },

    /** Which wallet of theirs holds a seed, and whether somebody else's does. */
    async holders(userId: number, seed: Secret): Promise<{ own?: string; shared: boolean }> {
      const owners = await store.seeds.owners(seed);
      const person = await store.people.get(userId);
      const own = owners.find(
        (owner) => owner.userId === userId && person?.wallets.some(({ id }) => id === owner.walletId),
      )?.walletId;
      return { ...(own && { own }), shared: owners.some((owner) => owner.userId !== userId) };
    },
  };
}

export type WalletSafe = ReturnType<typeof createWalletSafe>;

/** 248 is the largest multiple of 62 below 256: every sign is equally likely. */
function idFrom(random: Random): string {
  let id = "";
  while (id.length < ID_LENGTH) {
    for (const byte of random.bytes(ID_LENGTH)) if (byte < 248 && id.length < ID_LENGTH) id += ID_SIGNS[byte % 62];
  }
  return id;
}
