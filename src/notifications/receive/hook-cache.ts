import type { Clock } from "../../lib/clock.ts";
import type { Hook, LiveHook, Hooks as StoredHooks } from "../../store/hooks.ts";

/** Where registrations are kept; `store.hooks` fits. */
export type Hooks = Pick<StoredHooks, "get" | "update">;

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

    /** From now on only this header is looked at for this token. Does nothing to one that was pinned or revoked meanwhile. */
    async pin(token: string, header: string): Promise<void> {
      const pinned = await hooks.update(token, (hook: LiveHook) => (hook.header ? hook : { ...hook, header }));
      if (pinned) remember(token, Promise.resolve(pinned));
      else known.delete(token);
    },
  };
}
