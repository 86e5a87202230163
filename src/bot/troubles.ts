import type { Clock } from "../lib/clock.ts";
import type { Store } from "../store/store.ts";

/** The last thing that went wrong for somebody. `at`: epoch ms. */
export type Trouble = { at: number; requestId?: string };

export type Troubles = ReturnType<typeof createTroubles>;

const NAME = "trouble";

/** What support asks for first: when it was, and the provider's request id. Kept for a day, and nothing of cards in it. */
export function createTroubles({ store, clock }: { store: Pick<Store, "choices">; clock: Clock }) {
  return {
    async note(userId: number, { requestId }: { requestId?: string | undefined }): Promise<void> {
      const trouble: Trouble = { at: clock.now(), ...(requestId && { requestId }) };
      await store.choices.put(userId, NAME, trouble);
    },

    last: (userId: number): Promise<Trouble | undefined> => store.choices.get<Trouble>(userId, NAME),
  };
}
