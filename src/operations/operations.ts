import { createHash } from "node:crypto";
import type { Accounts } from "../accounts/accounts.ts";
import type { Log } from "../accounts/types.ts";
import type { CardEvent } from "../cryptocardy/event-types.ts";
import type { Clock } from "../lib/clock.ts";
import type { Random } from "../lib/random.ts";
import type { WalletRef } from "../lib/wallet-ref.ts";
import type { Queues } from "../queue/queues.ts";
import type { Store } from "../store/store.ts";
import { createEchoes } from "./echoes.ts";
import { hintFor, isTelling } from "./hints.ts";
import { createJournal } from "./journal.ts";
import { cancelled, isWatched, submitted, TIMINGS, type Timings } from "./machine.ts";
import type { DraftRequest, Operation, OperationScreen } from "./operation.ts";
import { createWorker } from "./worker.ts";

/** Called at least once after an operation became done, failed or unknown; perhaps again after a crash: be idempotent. */
export type SettledListener = (operation: Operation) => Promise<void>;

export type OperationsDeps = {
  store: Pick<Store, "operations" | "locks" | "once">;
  accounts: Accounts;
  queues: Pick<Queues, "add" | "work">;
  clock: Clock;
  random: Random;
  log: Log;
  timings?: Partial<Timings>;
};

/** `once`: the operation has another job that goes on with it. */
type JobPayload = { id: string; echoed?: boolean; once?: boolean };

const LANE = "operations";
const HINT_PATIENCE_MS = 5_000;
const RECOVER_EVERY_MS = 60_000;

/** Money movements: `draft` when the confirm screen is drawn, `submit` when it is pressed, a worker does the rest. */
export function createOperations(deps: OperationsDeps) {
  const { store, accounts, queues, clock, random, log } = deps;
  const timings: Timings = { ...TIMINGS, ...deps.timings };
  const journal = createJournal({ store });
  const echoes = createEchoes({ store });
  const listeners: SettledListener[] = [];
  let recovery: NodeJS.Timeout | undefined;

  const worker = createWorker({
    journal,
    accounts,
    locks: store.locks,
    echoes,
    timings,
    clock,
    log,
    tell: async (operation) => {
      for (const listener of listeners) await listener(operation);
    },
  });

  const enqueue = ({ id, userId }: Operation): Promise<unknown> =>
    queues.add(LANE, "carry-out", { id }, { id, owner: userId });

  async function get(id: string, userId: number): Promise<Operation | undefined> {
    const operation = await journal.get(id);
    if (operation?.userId !== userId) return undefined;
    const expired = operation.state === "draft" && clock.now() - operation.createdAt >= timings.draft;
    return expired ? undefined : operation;
  }

  async function drafted(
    request: DraftRequest,
    own: Pick<Operation, "id" | "key"> & Pick<Operation, "by">,
  ): Promise<Operation> {
    const operation: Operation = {
      ...request,
      ...own,
      state: "draft",
      createdAt: clock.now(),
      sends: 0,
      revision: 0,
    };
    await journal.create(operation);
    return operation;
  }

  /**
   * Confirms a draft. `first` is true for exactly one caller; for the others `operation` is what it is by now.
   * Undefined: expired, unknown or not theirs.
   */
  async function submit(
    id: string,
    userId: number,
    screen?: OperationScreen,
  ): Promise<{ operation: Operation; first: boolean } | undefined> {
    const draft = await get(id, userId);
    if (!draft) return undefined;
    if (draft.state !== "draft") return { operation: draft, first: false };
    const next = submitted(draft, clock.now(), screen);
    if (!(await journal.replace(draft, next))) {
      const now = await get(id, userId);
      return now && { operation: now, first: false };
    }
    // If this fails the person sees an error, and yet it will be done: `recover` finds what has no job.
    await enqueue(next);
    return { operation: next, first: true };
  }

  async function recover(): Promise<number> {
    const watched = (await journal.open()).filter((operation) => isWatched(operation, clock.now(), timings));
    for (const operation of watched) await enqueue(operation);
    return watched.length;
  }

  return {
    /** Writes down what a confirm screen proposes. Expires after 30 minutes. */
    async draft(request: DraftRequest): Promise<Operation> {
      return drafted(request, {
        id: random.bytes(9).toString("base64url"),
        key: random.bytes(18).toString("base64url"),
      });
    },

    /**
     * Does what a rule of the person's asks for, without a confirm screen: once for a payment and card, however often it is
     * asked. Undefined: it was asked for long ago and expired before it was submitted.
     */
    async byRule(request: DraftRequest, by: NonNullable<Operation["by"]>): Promise<Operation | undefined> {
      const { userId, walletId, kind, params } = request;
      const card = "cardId" in params ? params.cardId : "";
      const name = createHash("sha256").update([userId, walletId, kind, card, by.rule, by.after].join("|")).digest();
      const id = name.toString("base64url", 0, 9);
      await drafted(request, { id, key: name.toString("base64url", 9, 27), by });
      return (await submit(id, userId))?.operation;
    },

    /** The operation, or undefined when it is unknown, expired or not theirs. */
    get,

    submit,

    /** Withdraws a draft. False when it is no longer a draft: then it was confirmed, or is gone. */
    async cancel(id: string, userId: number): Promise<boolean> {
      const draft = await get(id, userId);
      if (draft?.state !== "draft") return false;
      return journal.replace(draft, cancelled(draft, clock.now()));
    },

    /** Listeners of every process that works are called in the process that settled the operation. */
    onSettled(listener: SettledListener): void {
      listeners.push(listener);
    },

    /** Starts the worker, and the search for operations that lost their job. */
    async start(): Promise<void> {
      queues.work(LANE, async (payload) => {
        const { id, echoed, once } = payload as JobPayload;
        const verdict = await worker.work(id, echoed);
        return once && verdict.kind === "again" && verdict.afterMs > HINT_PATIENCE_MS ? { kind: "done" } : verdict;
      });
      recovery = setInterval(() => {
        recover().catch((error: unknown) => log.error({ error: String(error) }, "recovery of operations failed"));
      }, RECOVER_EVERY_MS);
      recovery.unref();
      await recover();
    },

    /** Gives every open operation that has no job one, after a crash between confirming and queueing; how many are open. */
    recover,

    /** An event of this wallet arrived: it may settle an operation whose answer was lost. */
    async hint(wallet: WalletRef, event: CardEvent): Promise<void> {
      if (!isTelling(event)) return;
      const open = await journal.others(wallet, "");
      for (const { id, echoed } of hintFor(open, event)) {
        await queues.add(
          LANE,
          "hint",
          { id, echoed, once: true },
          { id: `${id}-hint-${event.id}`, owner: wallet.userId },
        );
      }
    },

    /** Announces that an event of this type on this card will be the echo of the person's own press. Before the call. */
    expect: echoes.expect,

    /** True when an event of this type on this card is most likely the echo of what the person did here. */
    isOurs: echoes.isOurs,

    /** Stops looking for lost operations; the queue stops the worker. */
    async stop(): Promise<void> {
      clearInterval(recovery);
    },
  };
}

export type Operations = ReturnType<typeof createOperations>;
