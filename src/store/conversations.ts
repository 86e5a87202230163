import { VaultError } from "../vault/index.ts";
import { createRecords, type StoreDeps } from "./records.ts";

/** Raise it whenever a conversation changes its order of steps: states of other versions are ignored, not misread. */
const VERSION = 1;

/** The shape that `@grammyjs/conversations` writes. */
type Versioned<State> = { version: [0, string | number]; state: State };

/**
 * Where conversations keep their log: sealed, and gone after half an hour without a step. One that cannot be
 * opened counts as none, so that the person can start again.
 */
export function createConversationStorage(deps: StoreDeps) {
  const records = createRecords<Versioned<unknown>>(deps, "conversation");
  return {
    type: "key" as const,
    version: VERSION,
    getStorageKey: (ctx: { chatId?: number | undefined }): string | undefined => ctx.chatId?.toString(),
    adapter: {
      async read(key: string): Promise<Versioned<never> | undefined> {
        try {
          return (await records.read(key)) as Versioned<never> | undefined;
        } catch (error) {
          if (!(error instanceof VaultError)) throw error;
          deps.warn?.({ kind: error.kind }, "a conversation could not be opened and is forgotten");
          return undefined;
        }
      },
      write: (key: string, state: Versioned<unknown>): Promise<void> => records.write(key, state),
      delete: (key: string): Promise<void> => records.remove(key),
    },
  };
}
