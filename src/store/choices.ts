import type { Belongings } from "./belongings.ts";
import { KINDS, keyOf } from "./keys.ts";
import { createRecords, type StoreDeps } from "./records.ts";

export type Choices = ReturnType<typeof createChoices>;

/**
 * What a person has put together with buttons and not used up yet: filters, ticked cards, parts of one confirmation. By a
 * name that the feature gives it (`cards:<wallet>`); forgotten after a while. Plain JSON.
 */
export function createChoices(deps: StoreDeps, belongings: Belongings) {
  const records = createRecords<object>(deps, "choice");
  const idOf = (userId: number, name: string): string => `${userId}:${name}`;

  return {
    get: async <Value extends object>(userId: number, name: string): Promise<Value | undefined> =>
      (await records.read(idOf(userId, name))) as Value | undefined,

    async put(userId: number, name: string, value: object): Promise<void> {
      const id = idOf(userId, name);
      await belongings.note(userId, keyOf("choice", id), KINDS.choice.ttlMs);
      await records.write(id, value);
    },

    remove: (userId: number, name: string): Promise<void> => records.remove(idOf(userId, name)),
  };
}
