import { VaultError } from "../vault/index.ts";
import { keyOf, parseKey } from "./keys.ts";
import { createRecords, type StoreDeps } from "./records.ts";
import { scanKeys } from "./scan.ts";

/** As much of an update of Telegram as the store has to know. */
type Numbered = { update_id: number };

export type Inbox = ReturnType<typeof createInbox>;

/** Updates that Telegram was told to forget and that are not handled yet: what a crash must not lose. */
export function createInbox(deps: StoreDeps) {
  const records = createRecords<Numbered>(deps, "inbox");

  async function open(id: string): Promise<Numbered | undefined> {
    try {
      return await records.read(id);
    } catch (error) {
      if (!(error instanceof VaultError)) throw error;
      deps.warn?.({ kind: error.kind, updateId: id }, "an update could not be opened and is forgotten");
      return undefined;
    }
  }

  return {
    /** Resolves when all of them are written down. */
    async put(updates: readonly Numbered[]): Promise<void> {
      await Promise.all(updates.map((update) => records.write(update.update_id, update)));
    },

    remove: (updateId: number): Promise<void> => records.remove(updateId),

    /** What an earlier process left behind, oldest first. */
    async all<Update extends Numbered>(): Promise<Update[]> {
      const found: Numbered[] = [];
      for await (const keys of scanKeys(deps.redis, keyOf("inbox", "*"))) {
        const page = await Promise.all(keys.flatMap((key) => parseKey(key)?.id ?? []).map(open));
        found.push(...page.filter((update) => update !== undefined));
      }
      return found.sort((a, b) => a.update_id - b.update_id) as Update[];
    },
  };
}
