import type { Cents } from "../lib/money.ts";
import type { Belongings } from "./belongings.ts";
import type { Json } from "./json.ts";
import { DRAFT_TTL_MS, KINDS, keyOf, parseKey } from "./keys.ts";
import { createRecords, type StoreDeps } from "./records.ts";

export type OperationState = "draft" | "submitted" | "done" | "failed" | "unknown";

type OperationParams =
  | { kind: "issue"; params: { binId: string; network: string; amount: Cents; label: string } }
  | { kind: "fund" | "withdraw"; params: { cardId: string; last4: string; amount: Cents } }
  | { kind: "close"; params: { cardId: string; last4: string; label?: string; balance: Cents } };

/** Something that moves money, from the confirm screen to its end. Plain data; moments in milliseconds. */
export type Operation = {
  id: string;
  userId: number;
  walletId: string;
  /** The idempotency key with which it is sent, the same each time. */
  key: string;
  state: OperationState;
  /** What was so before, to tell afterwards whether it happened. */
  before?: { [name: string]: Json | undefined };
  result?: { [name: string]: Json | undefined };
  error?: { kind: string; code?: string; requestId?: string; text?: string };
  /** The message to edit with the result. */
  screen?: { chatId: number; messageId: number };
  createdAt: number;
  submittedAt?: number;
  sentAt?: number;
} & OperationParams;

export type OperationRecords = ReturnType<typeof createOperationRecords>;

const isOpen = (state: OperationState): boolean => state === "submitted" || state === "unknown";
const isThere = (listed: Operation | "unopened" | undefined): listed is Operation =>
  listed !== undefined && listed !== "unopened";
// One whose key is missing stays listed until it expires: the key may come back.
const isClosed = (listed: Operation | "unopened" | undefined): boolean =>
  listed !== "unopened" && !isOpen(listed?.state ?? "done");
const HOUR_MS = 3_600_000;

export function createOperationRecords(deps: StoreDeps, belongings: Belongings) {
  const { redis, clock } = deps;
  const records = createRecords<Operation>(deps, "operation");
  const open = keyOf("openOperations", "");
  const lifetime = ({ state }: Operation): number => (state === "draft" ? DRAFT_TTL_MS : KINDS.operation.ttlMs);

  const index = (operation: Operation): Promise<number> =>
    redis.zadd(open, operation.submittedAt ?? clock.now(), operation.id);

  return {
    get: (id: string): Promise<Operation | undefined> => records.read(id),

    /** Writes a new one; false when the id is taken. */
    async create(operation: Operation): Promise<boolean> {
      await belongings.note(operation.userId, keyOf("operation", operation.id), KINDS.operation.ttlMs);
      if (isOpen(operation.state)) await index(operation);
      return records.create(operation.id, operation, lifetime(operation));
    },

    /**
     * Moves on if the state is still the expected one (compare-and-set over the whole record): of many who try,
     * one gets the operation as it is now, the others undefined. `next` may be a pure function of what is stored.
     */
    async swap(
      id: string,
      expected: OperationState | readonly OperationState[],
      next: Operation | ((now: Operation) => Operation),
    ): Promise<Operation | undefined> {
      const states: readonly OperationState[] = typeof expected === "string" ? [expected] : expected;
      const step = (now: Operation | undefined): Operation | undefined => {
        if (!now || !states.includes(now.state)) return undefined;
        return typeof next === "function" ? next(now) : next;
      };
      const planned = step(await records.read(id));
      if (!planned) return undefined;
      // In the index before it is open, out of it after it is closed: a crash in between is seen by `listOpen`.
      if (isOpen(planned.state)) await index(planned);
      const moved = await records.change<Operation | undefined>(id, step, { ttlMs: lifetime });
      if (moved && !isOpen(moved.state)) await redis.zrem(open, id);
      return moved;
    },

    /** Everything of one person that is still kept and opens, the oldest first. */
    async listOf(userId: number): Promise<Operation[]> {
      const keys = (await belongings.list(userId)).map(parseKey);
      const ids = keys.flatMap((key) => (key?.kind === "operation" ? [key.id] : []));
      const all = await Promise.all(ids.map((id) => records.readListed(id)));
      return all.filter(isThere).sort((one, other) => one.createdAt - other.createdAt);
    },

    /** Those that were submitted, have no certain end and open, the oldest first. */
    async listOpen(): Promise<Operation[]> {
      const ids = await redis.zrange(open, 0, "-1");
      const all = await Promise.all(ids.map((id) => records.readListed(id)));
      // One that is not open is on its way there or was left by a crash; only the time tells which.
      const stale = ids.filter((_, at) => isClosed(all[at]));
      for (const id of stale) {
        const since = Number(await redis.zscore(open, id));
        if (clock.now() - since > HOUR_MS) await redis.zrem(open, id);
      }
      return all.filter(isThere).filter(({ state }) => isOpen(state));
    },
  };
}
