import type { Clock } from "../lib/clock.ts";
import type { Cents } from "../lib/money.ts";
import type { Operation } from "../operations/operation.ts";
import type { Store } from "../store/store.ts";

/** The last thing that went wrong for somebody. `at`: epoch ms. Amount and card: of a movement of money. */
export type Trouble = { at: number; requestId?: string; amount?: Cents; last4?: string };

export type Troubles = ReturnType<typeof createTroubles>;

const NAME = "trouble";

/** What support asks for first: when it was, and the provider's request id. Kept for a day, and no secret in it. */
export function createTroubles({ store, clock }: { store: Pick<Store, "choices">; clock: Clock }) {
  return {
    async note(userId: number, { requestId, ...facts }: Noted): Promise<void> {
      const trouble: Trouble = { ...facts, at: clock.now(), ...(requestId && { requestId }) };
      await store.choices.put(userId, NAME, trouble);
    },

    last: (userId: number): Promise<Trouble | undefined> => store.choices.get<Trouble>(userId, NAME),
  };
}

type Noted = Omit<Trouble, "at" | "requestId"> & { requestId?: string | undefined };

/** What of a movement that failed, or of which nothing is known, may be told to support. */
export function troubleOf(operation: Operation): Omit<Trouble, "at"> & { at?: number } {
  const { kind, params, error, requestId, settledAt, unknownAt } = operation;
  const [at, id] = [settledAt ?? unknownAt, error?.requestId ?? requestId];
  return {
    ...(at !== undefined && { at }),
    ...(id && { requestId: id }),
    amount: kind === "close" ? params.balance : params.amount,
    ...(kind !== "issue" && { last4: params.last4 }),
  };
}
