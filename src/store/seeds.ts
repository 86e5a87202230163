import type { Secret } from "../lib/secret.ts";
import { createRecords, type StoreDeps } from "./records.ts";

export type SeedOwner = { userId: number; walletId: string };

export type Seeds = ReturnType<typeof createSeeds>;

/** Which wallets hold the same seed, found by a keyed fingerprint: the seed itself is not here. */
export function createSeeds(deps: StoreDeps) {
  const records = createRecords<SeedOwner[]>(deps, "seed");
  const indexes = (seed: Secret): string[] => deps.keyring.blindIndexes("seed", seed.reveal().trim().toLowerCase());
  const isSame = (one: SeedOwner) => (other: SeedOwner) =>
    one.userId === other.userId && one.walletId === other.walletId;

  return {
    /** Everybody who holds this seed. */
    async owners(seed: Secret): Promise<SeedOwner[]> {
      const lists = await Promise.all(indexes(seed).map((index) => records.read(index)));
      const all = lists.flatMap((list) => list ?? []);
      return all.filter((owner, at) => all.findIndex(isSame(owner)) === at);
    },

    async add(seed: Secret, owner: SeedOwner): Promise<void> {
      const [index] = indexes(seed);
      if (index) await records.change(index, (list = []) => [...list.filter((one) => !isSame(owner)(one)), owner]);
    },

    async remove(seed: Secret, owner: SeedOwner): Promise<void> {
      for (const index of indexes(seed)) {
        const left = await records.change(index, (list) => list?.filter((one) => !isSame(owner)(one)));
        if (left?.length === 0) await records.remove(index);
      }
    },
  };
}
