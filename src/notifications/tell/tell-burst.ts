import type { Clock } from "../../lib/clock.ts";
import type { Queues } from "../../queue/queues.ts";
import type { Verdict } from "../../queue/worker.ts";
import { shortMark } from "../../store/ledger.ts";
import type { Store } from "../../store/store.ts";
import { renderBurst } from "../draw/render-burst.ts";
import { BURST, type BurstHead, type BurstItem, nextOf, withItem } from "./burst.ts";
import { again, DONE, type Push } from "./push.ts";
import type { Telling } from "./telling.ts";

type Deps = { store: Pick<Store, "bubbles">; queues: Pick<Queues, "add">; push: Push; clock: Clock };

/** The payload of the job that draws a gathering message. */
export type BurstJob = { userId: number; walletId: string; receivedAt: number; id: string; version: number };
export const BURST_DRAW = "burst";

/** What is kept of a gathering message. `drawn`: the version that the chat shows, and since when. */
type Kept = { items: BurstItem[]; version: number; loud: boolean; drawn?: number; drawnAt?: number };

export type Bursts = ReturnType<typeof createBursts>;

/**
 * Many payments in a short time become one message that grows. What goes into it is written down first and drawn by a job
 * of its own, so that nothing is lost and Telegram is not asked for an edit per payment. Call all of it under the wallet's lock.
 */
export function createBursts({ store, queues, push, clock }: Deps) {
  const { bubbles } = store;
  const headKey = (walletId: string): string => `burst:${walletId}`;
  const key = (walletId: string, id: string): string => `burst:${walletId}:${id}`;

  async function put(id: string, item: BurstItem, { userId, walletId, receivedAt, facts }: Telling): Promise<void> {
    const name = key(walletId, id);
    const bubble = await bubbles.get(userId, name);
    const kept = (bubble?.facts ?? { items: [], version: 0, loud: false }) as Kept;
    const version = kept.version + 1;
    const next: Kept = { ...kept, items: withItem(kept.items, item), version, loud: kept.loud || !facts.quiet };
    await bubbles.put(userId, name, { messageId: bubble?.messageId ?? 0, at: clock.now(), facts: next });
    const job: BurstJob = { userId, walletId, receivedAt, id, version };
    const options = { id: `${name}:${userId}:${version}`, delayMs: BURST.everyMs / 2, owner: userId };
    await queues.add("notices", BURST_DRAW, job, options);
  }

  return {
    /** Puts a payment into a gathering message if it is time for one; its id, or undefined: it gets its own message. */
    async take(item: BurstItem, telling: Telling): Promise<string | undefined> {
      const { userId, walletId } = telling;
      const now = clock.now();
      let into: string | undefined;
      await bubbles.change(userId, headKey(walletId), (bubble) => {
        const next = nextOf((bubble?.facts as BurstHead | undefined) ?? { pushed: [] }, now, shortMark(item.key));
        into = next.into;
        return { messageId: 0, at: now, facts: next.head };
      });
      if (into !== undefined) await put(into, item, telling);
      return into;
    },

    /** Something became of a payment that is in a gathering message. */
    put,

    /** The job's part. */
    async draw({ userId, walletId, receivedAt, id, version }: BurstJob, telling: Telling): Promise<Verdict> {
      const bubble = await bubbles.get(userId, key(walletId, id));
      const kept = bubble?.facts as Kept | undefined;
      if (!bubble || !kept || (kept.drawn ?? 0) >= version) return DONE;
      const waitMs = (kept.drawnAt ?? 0) + BURST.everyMs - clock.now();
      if (waitMs > 0) return again(Math.min(waitMs, BURST.everyMs));
      const { t, facts } = telling;
      const drawn = renderBurst(kept.items, t, { ...facts, quiet: facts.quiet || !kept.loud });
      const message = bubble.messageId ? { ...drawn, edit: bubble.messageId, silent: true } : drawn;
      const pushed = await push(userId, message, { name: "burst", key: `${key(walletId, id)}:${version}`, receivedAt });
      if (!pushed.ok) return pushed.failure;
      const shown: Kept = { ...kept, drawn: kept.version, drawnAt: clock.now() };
      await bubbles.put(userId, key(walletId, id), {
        messageId: pushed.value ?? bubble.messageId,
        at: bubble.at,
        facts: shown,
      });
      return DONE;
    },
  };
}
