/** Where a job waits. Nothing ordinary is ever ahead of a 3-D Secure code, because codes have a lane of their own. */
export const LANES = ["codes", "notices", "operations", "removals", "chores"] as const;
export type Lane = (typeof LANES)[number];

/** The lanes that talk to Telegram: a "too many requests" stops them, in all replicas. */
export const MESSAGE_LANES: readonly Lane[] = ["codes", "notices", "removals"];

/** Ordinary messages leave one at a time over all replicas: 20 a second, below Telegram's 30, and codes draw on the difference. */
export const MESSAGE_EVERY_MS = 50;

type LaneFacts = {
  /** Jobs handled at the same time by one process. */
  concurrency: number;
  /** How often a job may throw before it is a dead letter. */
  attempts: number;
  /** Wait before the second attempt; doubles every time. */
  backoffMs: number;
};

export const LANE_FACTS: Record<Lane, LaneFacts> = {
  // Unpaced: a burst of codes must leave at once, and Telegram lets short bursts pass.
  codes: { concurrency: 100, attempts: 6, backoffMs: 250 },
  // What is sent is paced where it is sent (`notifications/tell/push.ts`): most events of a burst send nothing.
  notices: { concurrency: 10, attempts: 8, backoffMs: 1_000 },
  operations: { concurrency: 20, attempts: 8, backoffMs: 1_000 },
  // Apart from the chores: those ask the card provider, and a secret must go on time when it hangs.
  removals: { concurrency: 20, attempts: 8, backoffMs: 1_000 },
  chores: { concurrency: 5, attempts: 5, backoffMs: 5_000 },
};

/** What the queue needs of a logger: facts first, then the sentence. */
export type QueueLog = Record<"debug" | "warn" | "error", (facts: Record<string, unknown>, text: string) => void>;
