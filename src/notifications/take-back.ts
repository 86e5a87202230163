import type { Clock } from "../lib/clock.ts";
import type { Payload } from "../queue/payload.ts";
import type { Queues } from "../queue/queues.ts";
import type { Verdict } from "../queue/worker.ts";
import { payloadAs } from "./jobs.ts";
import type { Retract } from "./outgoing.ts";
import { again, DONE } from "./tell/push.ts";

/** The payload of the job that deletes a message which must not stay in the chat. */
export type TakeBackJob = { userId: number; messageId: number };
const TAKE_BACK = "message.end";

type Deps = {
  queues: Pick<Queues, "add">;
  retract: Retract;
  clock: Clock;
  /** Remembers where a secret stands in the chat; `store.sensitive.note` fits. */
  note?: (userId: number, message: { id: number; until: number }) => Promise<unknown>;
};

export type TakeBack = ReturnType<typeof createTakeBack>;

const UNSURE_MS = 3000;

/** Messages that are shown for a while only: a code that was asked for, the link to a one-time page. */
export function createTakeBack({ queues, retract, clock, note }: Deps) {
  return {
    /** Deletes the message at a moment (epoch ms), whatever becomes of this process. */
    async later(job: TakeBackJob, at: number): Promise<void> {
      const id = `${TAKE_BACK}:${job.userId}:${job.messageId}`;
      await queues.add("removals", TAKE_BACK, job, { id, delayMs: Math.max(0, at - clock.now()), owner: job.userId });
      await note?.(job.userId, { id: job.messageId, until: at });
    },

    /** The worker's part, by job name. */
    removals: {
      async [TAKE_BACK](payload: Payload): Promise<Verdict> {
        const { userId, messageId } = payloadAs<TakeBackJob>(payload);
        const delivered = await retract(userId, messageId);
        if (delivered.kind === "wait") return again(delivered.ms);
        return delivered.kind === "unsure" ? again(UNSURE_MS) : DONE;
      },
    },
  };
}
