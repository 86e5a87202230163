import type { VirtualClock } from "./clock.ts";
import type { Update } from "./wire.ts";

export type Queued = { update: Update; queue: string; expiresAt: number };

const day = 24 * 3600_000;
const lifetimes: Record<string, number> = { callback_query: 150_000, pre_checkout_query: 150_000 };
const notByDefault = new Set(["chat_member", "message_reaction", "message_reaction_count"]);

/** The updates a bot has not confirmed yet; the numbers only ever grow. */
export const createUpdates = ({ clock, firstId = 100_000_001 }: { clock: VirtualClock; firstId?: number }) => {
  let queued: Queued[] = [];
  let nextId = firstId;
  let allowed: string[] = [];
  const listeners = new Set<() => void>();
  const alive = () => {
    queued = queued.filter((one) => one.expiresAt > clock.now());
    return queued;
  };
  const wake = () => {
    for (const listener of [...listeners]) listener();
  };

  return {
    /** Queues one update of `kind`; `queue` names the order it belongs to. Undefined when the bot did not ask for that kind. */
    push: (kind: string, payload: unknown, queue: string): Update | undefined => {
      const wanted = allowed.length > 0 ? allowed.includes(kind) : !notByDefault.has(kind);
      if (!wanted) return undefined;
      const update: Update = { update_id: nextId++, [kind]: payload };
      queued.push({ update, queue, expiresAt: clock.now() + (lifetimes[kind] ?? day) });
      wake();
      return update;
    },
    /** All that wait, oldest first; what outlived its time is dropped. */
    waiting: (): Queued[] => [...alive()],
    /** Forgets every update the test holds for. */
    drop: (test: (one: Queued) => boolean) => {
      queued = queued.filter((one) => !test(one));
    },
    putBack: (one: Queued) => {
      queued = [...queued, one].sort((a, b) => a.update.update_id - b.update.update_id);
      wake();
    },
    /** Sticky, as on Telegram; anything but an array of strings is ignored in silence. */
    allow: (kinds: unknown) => {
      if (Array.isArray(kinds)) allowed = kinds.filter((kind) => typeof kind === "string");
    },
    allowed: () => allowed,
    nextId: () => nextId,
    /** Numbers are never used twice: goes on from `id`, never back. */
    startAt: (id: number) => {
      nextId = Math.max(nextId, id);
    },
    listen: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    clear: () => {
      queued = [];
      allowed = [];
    },
  };
};

export type Updates = ReturnType<typeof createUpdates>;
