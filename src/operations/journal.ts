import type { WalletRef } from "../lib/wallet-ref.ts";
import type { Store } from "../store/store.ts";
import type { Operation, OperationState } from "./operation.ts";

type Stored = NonNullable<Awaited<ReturnType<Store["operations"]["get"]>>>;

/** Thrown inside a compare-and-set to leave the record as it is. */
class Stale extends Error {}

const OPEN: readonly OperationState[] = ["draft", "submitted", "done", "failed", "unknown"];

/** Where operations are written down. Every write is a compare-and-set on the revision it was made from. */
export function createJournal({ store }: { store: Pick<Store, "operations"> }) {
  async function open(): Promise<Operation[]> {
    return (await store.operations.listOpen()).map(fromStored);
  }

  return {
    create: (operation: Operation): Promise<boolean> => store.operations.create(toStored(operation)),

    async get(id: string): Promise<Operation | undefined> {
      const stored = await store.operations.get(id);
      return stored && fromStored(stored);
    },

    /** Writes `next` in place of `from`; false when somebody wrote in between, and then nothing changed. */
    async replace(from: Operation, next: Operation): Promise<boolean> {
      try {
        const written = await store.operations.swap(from.id, OPEN, (now) => {
          if (fromStored(now).revision !== from.revision) throw new Stale();
          return toStored(next);
        });
        return written !== undefined;
      } catch (error) {
        if (error instanceof Stale) return false;
        throw error;
      }
    },

    /** Every operation that was confirmed and has no certain end, the oldest first. */
    open,

    /** Those of one wallet, without the one given. */
    async others({ userId, walletId }: WalletRef, id: string): Promise<Operation[]> {
      const all = await open();
      return all.filter((one) => one.userId === userId && one.walletId === walletId && one.id !== id);
    },
  };
}

export type Journal = ReturnType<typeof createJournal>;

// The store keeps records as JSON and knows only some of the fields; what is written is read back unchanged.
const toStored = (operation: Operation): Stored => operation as unknown as Stored;
const fromStored = (stored: Stored): Operation => stored as unknown as Operation;
