import type { Clock } from "../../lib/clock.ts";
import type { WalletRef } from "../../lib/wallet-ref.ts";
import type { Person } from "../../store/person.ts";
import type { Store } from "../../store/store.ts";

const ENOUGH_MS = 10_000;

/** Remembers when a wallet's webhook last brought something; written every ten seconds at most. */
export type Arrivals = ReturnType<typeof createArrivals>;

export function createArrivals({ store, clock }: { store: Pick<Store, "cursors" | "people">; clock: Clock }) {
  const written = new Map<string, number>();

  return {
    async note({ userId, walletId }: WalletRef, person: Person): Promise<void> {
      const degraded = person.wallets.some(({ id, hook }) => id === walletId && hook?.state === "degraded");
      if (degraded) await setHookState(store, userId, walletId, "live");
      const now = clock.now();
      const key = `${userId}:${walletId}`;
      if (now - (written.get(key) ?? 0) < ENOUGH_MS) return;
      if (written.size > 10_000) written.clear();
      written.set(key, now);
      await store.cursors.update(userId, walletId, (cursor) => ({ ...cursor, eventAt: now }));
    },
  };
}

/** Marks a wallet's webhook as working or not; nothing happens without one. */
export async function setHookState(
  store: Pick<Store, "people">,
  userId: number,
  walletId: string,
  state: "live" | "degraded",
): Promise<void> {
  await store.people.update(userId, (person) => {
    const wallet = person?.wallets.find(({ id }) => id === walletId);
    if (!person || !wallet?.hook || wallet.hook.state === state) return undefined;
    const hook = { ...wallet.hook, state };
    return { ...person, wallets: person.wallets.map((one) => (one.id === walletId ? { ...one, hook } : one)) };
  });
}

/** Whether an event came since `at`, give or take how seldom arrivals are written. */
export const cameSince = (eventAt: number | undefined, at: number): boolean =>
  eventAt !== undefined && eventAt >= at - ENOUGH_MS;
