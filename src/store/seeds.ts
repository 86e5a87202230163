import type { Secret } from "../lib/secret.ts";
import { pack, unpack } from "./packed.ts";
import { type Codec, createRecords, type StoreDeps } from "./records.ts";

export type SeedOwner = { userId: number; walletId: string };

export const seedOwnersCodec: Codec<SeedOwner[]> = {
  encode: (owners) => pack(owners.map(({ userId, walletId }) => [userId, walletId])),
  decode: (bytes) => (unpack(bytes) as [number, string][]).map(([userId, walletId]) => ({ userId, walletId })),
};

export type Seeds = ReturnType<typeof createSeeds>;

/** Which wallets hold the same seed, found by a keyed fingerprint: the seed itself is not here. */
export function createSeeds(deps: StoreDeps) {
  const records = createRecords<SeedOwner[]>(deps, "seed", seedOwnersCodec);
  const indexes = (seed: Secret): string[] => deps.keyring.blindIndexes("seed", seed.reveal().trim().toLowerCase());
  const isSame = (one: SeedOwner) => (other: SeedOwner) =>
    one.userId === other.userId && one.walletId === other.walletId;

  async function add(seed: Secret, owner: SeedOwner): Promise<void> {
    const [index] = indexes(seed);
    if (index) await records.change(index, (list = []) => [...list.filter((one) => !isSame(owner)(one)), owner]);
  }

  async function removeFrom(places: string[], owner: SeedOwner): Promise<void> {
    for (const index of places) {
      const left = await records.change(index, (list) => list?.filter((one) => !isSame(owner)(one)));
      if (left?.length === 0) await records.removeIf(index, (list) => list.length === 0);
    }
  }

  return {
    /** Everybody who holds this seed. */
    async owners(seed: Secret): Promise<SeedOwner[]> {
      const lists = await Promise.all(indexes(seed).map((index) => records.read(index)));
      const all = lists.flatMap((list) => list ?? []);
      return all.filter((owner, at) => all.findIndex(isSame(owner)) === at);
    },

    add,

    remove: (seed: Secret, owner: SeedOwner): Promise<void> => removeFrom(indexes(seed), owner),

    /** From the indexes of older keys to that of the current one. */
    async move(seed: Secret, owner: SeedOwner): Promise<void> {
      await add(seed, owner);
      await removeFrom(indexes(seed).slice(1), owner);
    },
  };
}
