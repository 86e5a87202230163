import { hash as digest } from "node:crypto";
import { Queue } from "bullmq";
import type { Cluster, Redis } from "ioredis";
import { systemRandom } from "../lib/random.ts";
import type { Keyring } from "../vault/index.ts";
import { createHandOver, HAND_OVER_MS } from "./hand-over.ts";
import { LANE_FACTS, LANES, type Lane, MESSAGE_EVERY_MS, MESSAGE_LANES, type QueueLog } from "./lanes.ts";
import { createPayloads, type Envelope, type Payload } from "./payload.ts";
import { createLaneWorker, type Handler, type LaneWorker, type WorkOptions } from "./worker.ts";

export type QueueDeps = {
  /** For adding: fails soon when Redis is away. Workers get connections of their own, made like this one. */
  redis: Redis | Cluster;
  keyring: Keyring;
  log: QueueLog;
  /** Part of all key names; in braces, so that a cluster keeps a queue in one place. */
  prefix?: string;
  /** After how long a job of a process that died is given to another. */
  recoverMs?: number;
};

export type AddOptions = {
  /** While a job with this id waits or runs, another is not added. */
  id?: string;
  /** As long as this, and even when the job is done, another with this id is not added. */
  dedupe?: { id: string; ttlMs: number };
  delayMs?: number;
  /** Done in this process as soon as it is durable, if this process works on the lane; see `hand-over.ts`. */
  atOnce?: boolean;
  /** How often it may throw; otherwise the lane decides. */
  attempts?: number;
  /** Whose job it is, so that it can go when they go. */
  owner?: number;
};

export type Depth = { waiting: number; active: number; delayed: number; dead: number };

/** Messages to people that wait for their turn, and for how long one that is added now does, in milliseconds. */
export type Backlog = { messages: number; waitMs: number };

export type Queues = ReturnType<typeof createQueues>;

const DEAD_LETTERS = { count: 1_000, age: 14 * 24 * 3_600 };
const EVENTS_KEPT = 100;
const PAGE = 500;

/**
 * Durable jobs in lanes. What a job carries is sealed before it enters Redis; ids are hashed.
 * A job is done at least once: after a crash it runs again.
 */
export function createQueues(deps: QueueDeps) {
  const { redis, log, prefix = "{bot}", recoverMs = 15_000 } = deps;
  const payloads = createPayloads(deps.keyring);
  const queues = new Map<Lane, Queue<Envelope>>();
  const workers: LaneWorker[] = [];
  const handOver = createHandOver({ log, pause: (ms) => pauseMessages(ms) });
  let shared: Redis | Cluster | undefined;

  /** BullMQ never tries again what failed while a queue began, so one that began while Redis was away is made anew. */
  function queueOf(lane: Lane): Queue<Envelope> {
    const known = queues.get(lane);
    if (known) return known;
    const queue = createQueue(lane);
    queues.set(lane, queue);
    queue.waitUntilReady().catch(() => {
      if (queues.get(lane) === queue) queues.delete(lane);
      void queue.close().catch(() => {});
    });
    return queue;
  }

  function createQueue(lane: Lane): Queue<Envelope> {
    const queue = new Queue<Envelope>(lane, {
      connection: redis,
      prefix,
      skipWaitingForReady: true,
      streams: { events: { maxLen: EVENTS_KEPT } },
      defaultJobOptions: {
        attempts: LANE_FACTS[lane].attempts,
        backoff: { type: "exponential", delay: LANE_FACTS[lane].backoffMs },
        removeOnComplete: true,
        removeOnFail: DEAD_LETTERS,
        // Messages and stacks of errors are kept with a dead job, and they may quote what it carried.
        stackTraceLimit: 0,
      },
    });
    queue.on("error", (error) => log.warn({ lane, err: error }, "the queue lost its Redis"));
    return queue;
  }

  /** Workers wait as long as it takes, so their commands must not time out. One connection serves all lanes. */
  function workerConnection(): Redis | Cluster {
    if (shared) return shared;
    const patient = { maxRetriesPerRequest: null, commandTimeout: undefined };
    shared = isCluster(redis) ? redis.duplicate([], { redisOptions: patient }) : redis.duplicate(patient);
    shared.on("error", () => {});
    return shared;
  }

  return {
    /**
     * Adds a job in one round trip; it is durable when this resolves. `"seen"`: `id` or `dedupe` says it is there
     * already, or was. Throws within seconds when Redis is away. `payload` is plain JSON.
     */
    async add(lane: Lane, name: string, payload: Payload, options: AddOptions = {}): Promise<"added" | "seen"> {
      const jobId = systemRandom.bytes(9).toString("base64url");
      const { id, dedupe, attempts, owner } = options;
      const takes = options.atOnce === true && handOver.canTake(lane);
      const delayMs = takes ? HAND_OVER_MS : options.delayMs;
      const deduplication = dedupe ? { id: hash(dedupe.id), ttl: dedupe.ttlMs } : id !== undefined && { id: hash(id) };
      const job = await queueOf(lane).add(name, payloads.seal(lane, name, payload, owner), {
        jobId,
        ...(deduplication ? { deduplication } : {}),
        ...(delayMs ? { delay: delayMs } : {}),
        ...(attempts ? { attempts } : {}),
      });
      if (job.id !== jobId) return "seen";
      if (takes) handOver.begin(lane, job, payload);
      return "added";
    },

    /** Starts a worker of a lane in this process. */
    work(lane: Lane, handler: Handler, options: WorkOptions = {}): void {
      const pause = (ms: number): Promise<void> => pauseMessages(ms);
      const connection = workerConnection();
      const { wasDone } = handOver;
      const parts = { lane, prefix, connection, payloads, log, recoverMs, pause, wasDone };
      workers.push(createLaneWorker(parts, handler, options));
      handOver.offer(lane, handler);
    },

    /** Stops the message lanes of all replicas for so long: Telegram said "too many requests". */
    pauseMessages,

    /** Whether there are workers and every one of them runs. */
    healthy: (): boolean => workers.length > 0 && workers.every((worker) => worker.isRunning()),

    /** How many jobs are where. */
    async depths(): Promise<Record<Lane, Depth>> {
      const entries = await Promise.all(
        LANES.map(async (lane) => {
          const counts = await queueOf(lane).getJobCounts("waiting", "prioritized", "active", "delayed", "failed");
          const { waiting = 0, prioritized = 0, active = 0, delayed = 0, failed = 0 } = counts;
          return [lane, { waiting: waiting + prioritized, active, delayed, dead: failed }] as const;
        }),
      );
      return Object.fromEntries(entries) as Record<Lane, Depth>;
    },

    /** The same for whoever waits for a message. */
    async backlog(): Promise<Backlog> {
      const [codes, notices, pauseMs] = await Promise.all([
        queueOf("codes").getJobCountByTypes("waiting", "prioritized"),
        queueOf("notices").getJobCountByTypes("waiting", "prioritized"),
        queueOf("notices").getRateLimitTtl(),
      ]);
      return { messages: codes + notices, waitMs: Math.max(0, pauseMs) + notices * MESSAGE_EVERY_MS };
    },

    /** Removes the jobs of a person, dead letters included; one that runs at this moment ends by itself. */
    forget: (owner: number): Promise<number> =>
      sweep(async (_, job) => {
        if (!payloads.belongsTo(job.data, owner)) return false;
        return job.remove().then(
          () => true,
          () => false,
        );
      }),

    /** Seals what waits again with the current key; tells how many were sealed with an older one, and how many do not open. */
    async reseal(): Promise<{ sealed: number; unopened: number }> {
      const unopened = new Set<string | undefined>();
      const sealed = await sweep(async (lane, job) => {
        if (!payloads.isStale(job.data)) return false;
        const data = payloads.reseal(lane, job.name, job.data);
        if (!data) unopened.add(job.id);
        else await job.updateData(data).catch(() => {});
        return data !== undefined;
      });
      return { sealed, unopened: unopened.size };
    },

    /** Takes no new jobs, waits for the running ones, then lets go of Redis (not of the connection it was given). */
    async close(): Promise<void> {
      await handOver.close();
      await Promise.all(workers.map((worker) => worker.close()));
      await Promise.all([...queues.values()].map((queue) => queue.close()));
      shared?.disconnect();
    },
  };

  async function pauseMessages(ms: number): Promise<void> {
    handOver.holdFor(ms);
    for (const lane of MESSAGE_LANES) {
      // A longer pause that is on already stays.
      if ((await queueOf(lane).getRateLimitTtl()) < ms) await queueOf(lane).rateLimit(ms);
    }
  }

  type WaitingJob = Awaited<ReturnType<Queue<Envelope>["getJobs"]>>[number];

  /** Looks at every job that does not run at this moment, until a whole round finds nothing more to do. */
  async function sweep(touch: (lane: Lane, job: WaitingJob) => Promise<boolean>): Promise<number> {
    let total = 0;
    for (let round = 0; round < 5; round++) {
      let touched = 0;
      for (const lane of LANES) {
        for (let start = 0; ; start += PAGE) {
          const jobs = await queueOf(lane).getJobs(
            ["waiting", "prioritized", "delayed", "failed"],
            start,
            start + PAGE - 1,
          );
          for (const job of jobs) if (job && (await touch(lane, job))) touched++;
          if (jobs.length === 0) break;
        }
      }
      total += touched;
      if (touched === 0) break;
    }
    return total;
  }
}

const hash = (text: string): string => digest("sha256", text, "base64url").slice(0, 22);
const isCluster = (redis: Redis | Cluster): redis is Cluster => redis.isCluster;
