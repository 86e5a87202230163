import { DelayedError, type Job, UnrecoverableError, Worker } from "bullmq";
import type { Cluster, Redis } from "ioredis";
import { LANE_FACTS, type Lane, type QueueLog } from "./lanes.ts";
import type { createPayloads, Envelope, Payload } from "./payload.ts";

/** What a handler is told besides the payload. `attempt` counts from 1; `addedAt` in milliseconds. */
export type JobFacts = { name: string; attempt: number; addedAt: number };

/**
 * What became of a job. `again` is no failure: it costs no attempt; with `pause` the message lanes of all replicas
 * stop for that long. `dead` keeps it, sealed, for the operator; `reason` is a word or two without content.
 * Whoever throws is tried again, later each time, and dead in the end.
 */
export type Verdict =
  | { kind: "done" }
  | { kind: "again"; afterMs: number; pause?: true }
  | { kind: "dead"; reason: string };

export type Handler = (payload: Payload, job: JobFacts) => Promise<Verdict>;

export type WorkOptions = { concurrency?: number };

type WorkerDeps = {
  lane: Lane;
  prefix: string;
  connection: Redis | Cluster;
  payloads: ReturnType<typeof createPayloads>;
  log: QueueLog;
  recoverMs: number;
  pause: (ms: number) => Promise<void>;
  /** Whether this process did a job before a worker of it came to it. */
  wasDone: (jobId: string | undefined) => Promise<boolean>;
};

export type LaneWorker = ReturnType<typeof createLaneWorker>;

// Pauses work through BullMQ's limiter, so every lane has one that never limits by itself. Its window is short:
// while it is open it looks like a pause that is on already.
const UNLIMITED = { max: 1_000_000, duration: 1 };

export function createLaneWorker(deps: WorkerDeps, handler: Handler, options: WorkOptions) {
  const { lane, prefix, connection, payloads, log, recoverMs } = deps;
  const facts = LANE_FACTS[lane];

  async function process(job: Job<Envelope>, token?: string): Promise<void> {
    if (await deps.wasDone(job.id)) return;
    const verdict = await handle(job);
    if (verdict.kind === "done") return;
    if (verdict.kind === "dead") throw new UnrecoverableError(verdict.reason);
    if (verdict.pause) await deps.pause(verdict.afterMs);
    await job.moveToDelayed(Date.now() + verdict.afterMs, token);
    throw new DelayedError();
  }

  async function handle(job: Job<Envelope>): Promise<Verdict> {
    try {
      const payload = payloads.open(lane, job.name, job.data);
      return await handler(payload, { name: job.name, attempt: job.attemptsMade + 1, addedAt: job.timestamp });
    } catch (error) {
      log.warn({ lane, job: job.name, attempt: job.attemptsMade + 1, err: error }, "a job failed");
      // What is thrown from here is kept in Redis in the clear.
      throw new Error(error instanceof Error ? error.name : "thrown");
    }
  }

  const worker = new Worker<Envelope>(lane, process, {
    connection,
    prefix,
    concurrency: options.concurrency ?? facts.concurrency,
    limiter: UNLIMITED,
    lockDuration: recoverMs,
    stalledInterval: Math.max(500, Math.round(recoverMs / 3)),
    // A job that was running when its process died is not to blame; only the attempts it used up count.
    maxStalledCount: 20,
  });
  worker.on("error", (error) => log.warn({ lane, err: error }, "a worker lost its Redis"));
  worker.on("failed", (job, error) => {
    const dead = !job || error.name === "UnrecoverableError" || job.attemptsMade >= (job.opts.attempts ?? 1);
    if (dead) log.error({ lane, job: job?.name, reason: error.message }, "a job is dead");
  });

  return {
    isRunning: (): boolean => worker.isRunning(),
    close: (): Promise<void> => worker.close(),
  };
}
