import { createRecords, type StoreDeps } from "./records.ts";

/** A message of ours in the chat that shows something secret (a code, a link); gone from there by `until`, epoch ms. */
export type SensitiveMessage = { id: number; until: number };

type Kept = { messages: SensitiveMessage[] };

/** More are never in a chat at a time: each lives for minutes. */
const MOST = 200;

export type Sensitive = ReturnType<typeof createSensitive>;

/** Where secrets stand in a person's chat at the moment, so that all of them can be taken out at once. */
export function createSensitive(deps: StoreDeps) {
  const records = createRecords<Kept>(deps, "sensitive");
  const open = (kept: Kept | undefined): SensitiveMessage[] =>
    (kept?.messages ?? []).filter(({ until }) => until > deps.clock.now());

  return {
    async note(userId: number, message: SensitiveMessage): Promise<void> {
      await records.change(userId, (kept) => {
        const others = open(kept).filter(({ id }) => id !== message.id);
        return { messages: [...others, message].slice(-MOST) };
      });
    },

    list: async (userId: number): Promise<SensitiveMessage[]> => open(await records.read(userId)),

    forget: (userId: number): Promise<void> => records.remove(userId),
  };
}
