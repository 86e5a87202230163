import type { Clock } from "../lib/clock.ts";
import type { Secret } from "../lib/secret.ts";

/** What is known of one webhook registration. `header`: the one that verified first, pinned since. */
export type Hook = {
  userId: number;
  walletId: string;
  secrets: Secret[];
  header?: string;
  state: "live" | "revoked";
};

/** Where registrations are kept; the store fits. */
export type Hooks = { get(token: string): Promise<Hook | undefined>; put(token: string, hook: Hook): Promise<unknown> };

const FRESH_MS = 5000;
const MOST = 10_000;

/**
 * Registrations kept in the process for five seconds, so that a burst of events costs one look-up.
 * Unknown tokens are not kept: anybody can make them up.
 */
export function createHookCache(hooks: Hooks, clock: Clock) {
  const known = new Map<string, { hook: Promise<Hook | undefined>; until: number }>();

  function remember(token: string, hook: Promise<Hook | undefined>): void {
    if (known.size >= MOST) known.clear();
    known.set(token, { hook, until: clock.now() + FRESH_MS });
  }

  return {
    async get(token: string): Promise<Hook | undefined> {
      const cached = known.get(token);
      if (cached && cached.until > clock.now()) return cached.hook;
      const asked = hooks.get(token);
      remember(token, asked);
      try {
        const hook = await asked;
        if (!hook) known.delete(token);
        return hook;
      } catch (error) {
        known.delete(token);
        throw error;
      }
    },

    /** From now on only this header is looked at for this token. */
    async pin(token: string, hook: Hook, header: string): Promise<void> {
      const pinned = { ...hook, header };
      remember(token, Promise.resolve(pinned));
      await hooks.put(token, pinned);
    },
  };
}
