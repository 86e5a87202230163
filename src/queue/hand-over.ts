import type { Job } from "bullmq";
import type { QueueLog } from "./lanes.ts";
import { LANE_FACTS, type Lane } from "./lanes.ts";
import type { Envelope, Payload } from "./payload.ts";
import type { Handler } from "./worker.ts";

type Deps = { log: QueueLog; pause: (ms: number) => Promise<void> };

/** How long a job that was handed over waits in the queue for this process to be done with it. */
export const HAND_OVER_MS = 1_500;
const MOST_REMEMBERED = 5_000;

/**
 * Jobs that this process does in the moment in which they are durable, instead of fetching them again from Redis. The job
 * stays in the queue, delayed: it finds its work done, or is done by a worker when this process failed, died or was told
 * to wait. So a handler must bear to be called twice, as it must for any job.
 */
export function createHandOver({ log, pause }: Deps) {
  const handlers = new Map<Lane, Handler>();
  const known = new Map<string, Promise<boolean>>();
  let running = 0;
  let pausedUntil = 0;

  async function attempt(lane: Lane, job: Job<Envelope>, payload: Payload): Promise<boolean> {
    running += 1;
    try {
      const verdict = await handlers.get(lane)?.(payload, { name: job.name, attempt: 1, addedAt: job.timestamp });
      if (verdict?.kind === "again") {
        if (verdict.pause) await pause(verdict.afterMs);
        await job.changeDelay(verdict.afterMs);
      }
      return verdict?.kind === "done";
    } catch (error) {
      log.warn({ lane, job: job.name, err: error }, "a job was not done at once; a worker will do it");
      return false;
    } finally {
      running -= 1;
    }
  }

  return {
    /** From now on jobs of this lane can be done here. */
    offer: (lane: Lane, handler: Handler): void => void handlers.set(lane, handler),

    /** Whether a job of this lane can be done here now. */
    canTake: (lane: Lane): boolean =>
      handlers.has(lane) && running < LANE_FACTS[lane].concurrency && Date.now() >= pausedUntil,

    /** Begins a job that is durable, and does not wait for it. */
    begin(lane: Lane, job: Job<Envelope>, payload: Payload): void {
      const done = attempt(lane, job, payload);
      const [oldest] = known.keys();
      if (known.size >= MOST_REMEMBERED && oldest !== undefined) known.delete(oldest);
      if (job.id !== undefined) known.set(job.id, done);
    },

    /** Whether a job that a worker has fetched was done here; waits for one that is in work. */
    async wasDone(jobId: string | undefined): Promise<boolean> {
      const done = jobId === undefined ? undefined : known.get(jobId);
      if (!done || jobId === undefined) return false;
      const isDone = await done;
      known.delete(jobId);
      return isDone;
    },

    /** Telegram said "too many requests": until then jobs wait in the queue, whose workers are paused too. */
    holdFor(ms: number): void {
      pausedUntil = Math.max(pausedUntil, Date.now() + ms);
    },

    /** Takes nothing more and resolves when what was begun has ended. */
    async close(): Promise<void> {
      handlers.clear();
      await Promise.all(known.values());
    },
  };
}

export type HandOver = ReturnType<typeof createHandOver>;
