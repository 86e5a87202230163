import type { Clock } from "../lib/clock.ts";
import type { Store } from "../store/store.ts";

/**
 * How news of a wallet arrives: `live` by webhook, `degraded` when a webhook is registered but an event failed to come
 * (swept meanwhile), `polling` without one. Moments are epoch milliseconds.
 */
export type ConnectionState = {
  mode: "live" | "degraded" | "polling";
  lastEventAt?: number;
  /** Until then the wallet is asked for 3-D Secure codes every few seconds. */
  hotUntil?: number;
};

export type Connection = ReturnType<typeof createConnection>;

type Deps = { store: Store; clock: Clock };

const HOT_MS = 5 * 60_000;

/** What the chat asks of the notifications: how news comes, "I am paying now", and that a person is back. */
export function createConnection({ store, clock }: Deps) {
  return {
    /** For `/status`. Undefined: no such wallet of theirs. */
    async state(userId: number, walletId: string): Promise<ConnectionState | undefined> {
      const person = await store.people.get(userId);
      const wallet = person?.wallets.find(({ id }) => id === walletId);
      if (!wallet) return undefined;
      const seen = await store.sweeps.get(userId, walletId);
      return { mode: wallet.hook?.state ?? "polling", ...(seen?.lastEventAt && { lastEventAt: seen.lastEventAt }) };
    },

    /** Looks for codes of this wallet every few seconds for five minutes ("I'm paying now", details shown). Returns until when. */
    async hot(userId: number, walletId: string): Promise<number> {
      const until = clock.now() + HOT_MS;
      await store.sweeps.heat(userId, walletId, until);
      return until;
    },

    /** The person wrote: pushes may reach them again. Call it when `person.unreachable` is set. */
    async reachable(userId: number): Promise<void> {
      await store.people.update(userId, (person) => {
        if (!person) throw new Error("no such person");
        const { unreachable: _, ...rest } = person;
        return rest;
      });
    },

    /**
     * The person did something here of which an event should tell. When none has come in a minute,
     * the webhook is marked degraded and the wallet is swept.
     */
    async expectEvent(_userId: number, _walletId: string): Promise<void> {},
  };
}
