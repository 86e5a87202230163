import type { VirtualClock } from "./clock.ts";
import { type ApiFailure, conflict } from "./failure.ts";
import type { DeliveryFaults } from "./faults.ts";
import type { Queued, Updates } from "./updates.ts";
import type { Update } from "./wire.ts";

export type Poll = { offset: number; limit: number; timeout: number };

type Waiting = { end: (failure?: ApiFailure) => void };

const older = () => conflict("terminated by other getUpdates request; make sure that only one bot instance is running");

/**
 * getUpdates as the real server does it: one waiting request at a time, a newer one ends the older, and a caller that asks
 * the same thing over and over is slowed down (`quirks`).
 */
export const createPolling = (deps: {
  clock: VirtualClock;
  updates: Updates;
  faults: DeliveryFaults;
  quirks: boolean;
}) => {
  const { clock, updates, faults, quirks } = deps;
  let waiting: Waiting | undefined;
  let last = { offset: Number.NaN, at: 0 };
  let lastConflictAt = Number.NEGATIVE_INFINITY;

  const endWaiting = (failure: ApiFailure) => {
    if (!waiting) return;
    const old = waiting;
    waiting = undefined;
    const soon = clock.now() - lastConflictAt < 3000;
    lastConflictAt = clock.now();
    if (soon && quirks) clock.after(3000, () => old.end(failure));
    else old.end(failure);
  };

  const confirm = (offset: number) => {
    const all = updates.waiting();
    if (offset > 0) updates.drop((one) => one.update.update_id < offset && !faults.keepConfirmed(one));
    const kept = offset < 0 ? new Set(all.slice(offset)) : undefined;
    if (kept) updates.drop((one) => ![...kept].some((other) => other.update === one.update));
  };

  const batch = (limit: number): Update[] => {
    const queued: Queued[] = updates.waiting().slice(0, limit);
    return faults.batch(queued).map((one) => one.update);
  };

  const wait = (timeoutMs: number, limit: number, cut: AbortSignal) =>
    new Promise<Update[]>((resolve, reject) => {
      const finish = (failure?: ApiFailure) => {
        stopTimer();
        stopListening();
        cut.removeEventListener("abort", gone);
        if (waiting === mine) waiting = undefined;
        if (failure) reject(failure);
        else resolve(batch(limit));
      };
      const gone = () => finish();
      const mine: Waiting = { end: finish };
      const stopTimer = clock.after(timeoutMs, () => finish());
      const stopListening = updates.listen(() => {
        if (updates.waiting().length > 0) finish();
      });
      cut.addEventListener("abort", gone);
      waiting = mine;
    });

  return {
    /** Ends a waiting request with the given conflict, as setWebhook does. */
    terminate: (text: string) => endWaiting(conflict(text)),
    stop: () => {
      waiting?.end();
    },
    get: async (poll: Poll, cut: AbortSignal): Promise<Update[]> => {
      // A number far ahead of anything given out confirms nothing: the real server starts at the head again.
      confirm(poll.offset > updates.nextId() + 10 ? 0 : poll.offset);
      const since = clock.now() - last.at;
      const repeated = quirks && poll.offset === last.offset;
      last = { offset: poll.offset, at: clock.now() };
      const limit = repeated && since < 500 ? 1 : poll.limit;
      const timeout = repeated && since < 3000 ? Math.max(3, poll.timeout) : poll.timeout;
      if (timeout === 0 || updates.waiting().length > 0) return batch(limit);
      endWaiting(older());
      return wait(timeout * 1000, limit, cut);
    },
  };
};

export type Polling = ReturnType<typeof createPolling>;
