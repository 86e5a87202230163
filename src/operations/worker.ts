import type { Accounts } from "../accounts/accounts.ts";
import { AccountError, type Log } from "../accounts/types.ts";
import type { CryptoCardyClient } from "../cryptocardy/client.ts";
import { CardApiError } from "../cryptocardy/errors.ts";
import type { Clock } from "../lib/clock.ts";
import type { Verdict as JobVerdict } from "../queue/worker.ts";
import type { Store } from "../store/store.ts";
import type { Echoes } from "./echoes.ts";
import { type Sight, weigh } from "./evidence.ts";
import type { Journal } from "./journal.ts";
import {
  type Answer,
  answered,
  done,
  failed,
  judged,
  mayStillWait,
  nextStep,
  sending,
  type Timings,
  told,
  untilNextCheck,
  type Verdict,
} from "./machine.ts";
import { isFinal, type Operation, type OperationError } from "./operation.ts";
import { errorOf, send } from "./provider-call.ts";
import { rebased } from "./rebase.ts";
import { look, snapshotOf } from "./sight.ts";

export type WorkerDeps = {
  journal: Journal;
  accounts: Accounts;
  locks: Store["locks"];
  echoes: Echoes;
  timings: Timings;
  clock: Clock;
  log: Log;
  tell(operation: Operation): Promise<void>;
};

const FINISHED: JobVerdict = { kind: "done" };
const again = (afterMs: number): JobVerdict => ({ kind: "again", afterMs: Math.max(1, Math.ceil(afterMs)) });

const TURN_MS = 300;
// Short: who waits occupies a place in which another wallet could be served.
const LOCK_WAIT_MS = 250;
const UNSENT_PAUSE_MS = 2_000;
const TELL_PAUSE_MS = { least: 3_000, most: 60_000 };
const TELL_FOR_MS = 3_600_000;

/**
 * Carries out one operation as far as it goes now. Every step is written before it is taken and only one worker can
 * write it, so that any of them may die at any point and any other may go on.
 */
export function createWorker(deps: WorkerDeps) {
  const { journal, accounts, locks, echoes, timings, clock, log } = deps;
  const lock = { leaseMs: timings.lock, waitMs: LOCK_WAIT_MS };

  /** `echoed`: an event said that it happened. */
  async function work(id: string, echoed = false): Promise<JobVerdict> {
    const operation = await journal.get(id);
    if (!operation || operation.state === "draft") return FINISHED;
    if (isFinal(operation)) return finish(operation);
    const { userId, walletId } = operation;
    // One at a time in a wallet: the balances before and after an operation must differ by that operation only.
    const verdict = await locks.withLock(`money:${userId}:${walletId}`, lock, () => inTurn(id, echoed));
    return verdict === "busy" ? again(TURN_MS) : verdict;
  }

  async function inTurn(id: string, echoed: boolean): Promise<JobVerdict> {
    for (;;) {
      const operation = await journal.get(id);
      if (!operation) return FINISHED;
      const step = nextStep(operation, clock.now());
      switch (step.do) {
        case "rest":
          return FINISHED;
        case "tell":
          return finish(operation);
        case "wait":
          return again(step.ms);
        default: {
          const client = await clientOf(operation);
          if (client instanceof AccountError) return abandon(operation, { kind: client.kind });
          const verdict = await (step.do === "begin" ? begin(client, operation) : review(client, operation, echoed));
          if (verdict) return verdict;
        }
      }
    }
  }

  /** Undefined: it was sent (or somebody else wrote), look at it again. */
  async function begin(client: CryptoCardyClient, operation: Operation): Promise<JobVerdict | undefined> {
    const others = await journal.others(operation, operation.id);
    if (others.some(({ state, sends }) => state === "submitted" && sends > 0)) return again(TURN_MS);
    const sight = await sightOf(client, operation);
    if (sight instanceof CardApiError) return unreadable(operation, sight);
    if (operation.kind !== "issue" && sight.card === "gone") {
      return settle(operation, failed(operation, { kind: "not-found" }, clock.now()));
    }
    if (operation.kind === "close" && sight.card !== "gone" && sight.card?.status === "terminated") {
      return settle(operation, done(operation, {}, clock.now()));
    }
    return dispatch(client, operation, snapshotOf(sight));
  }

  async function review(
    client: CryptoCardyClient,
    operation: Operation,
    echoed: boolean,
  ): Promise<JobVerdict | undefined> {
    const sight = await sightOf(client, operation);
    const verdict: Verdict = sight instanceof CardApiError ? { kind: "unreadable" } : weigh(operation, sight, echoed);
    const ruling = judged(operation, verdict, clock.now(), timings);
    log.info({ operation: operation.id, kind: operation.kind, verdict: verdict.kind, ruling: ruling.do }, "reviewed");
    switch (ruling.do) {
      case "save":
        return settle(operation, ruling.next);
      case "send":
        return dispatch(client, operation);
      case "wait":
        return operation.state === "unknown" ? finish(operation, ruling.ms) : again(ruling.ms);
      case "rest":
        return finish(operation);
    }
  }

  async function dispatch(
    client: CryptoCardyClient,
    operation: Operation,
    before?: ReturnType<typeof snapshotOf>,
  ): Promise<JobVerdict | undefined> {
    await echoes.expectOf(operation);
    const sent = sending(operation, clock.now(), timings, before);
    if (!(await journal.replace(operation, sent))) return undefined;
    const answer = await sendInTime(client, sent);
    const next = answered(sent, answer, clock.now(), timings);
    if (answer.kind !== "success") {
      const { kind, code, requestId } = answer.error;
      log.warn({ operation: sent.id, answer: answer.kind, error: { kind, code, requestId } }, "not carried out");
    }
    if (!(await conclude(sent, next))) return undefined;
    if (next.state !== "submitted") return finish(next);
    if (next.sends > 0) return undefined;
    const { afterMs = 0 } = answer.kind === "unsent" ? answer : {};
    return again(Math.max(UNSENT_PAUSE_MS, afterMs));
  }

  /** A process that was asleep since it wrote "sending" must not send: its lease may end before the request does. */
  async function sendInTime(client: CryptoCardyClient, sent: Operation): Promise<Answer> {
    const left = (sent.busyUntil ?? 0) - clock.now();
    if (left < timings.lease / 2) return { kind: "unsent", error: { kind: "unavailable" } };
    return send(client, sent);
  }

  async function unreadable(operation: Operation, error: CardApiError): Promise<JobVerdict> {
    const passing = error.kind === "unavailable" || error.kind === "rate-limited" || error.kind === "malformed";
    const { retryAfterMs } = error;
    if (passing && mayStillWait(operation, retryAfterMs, clock.now(), timings)) {
      return again(Math.max(UNSENT_PAUSE_MS, retryAfterMs ?? 0));
    }
    return settle(operation, failed(operation, errorOf(error), clock.now()));
  }

  /** Its wallet was removed or does not open. What was sent already may have happened: then that is all that can be said. */
  async function abandon(operation: Operation, error: OperationError): Promise<JobVerdict> {
    if (operation.sends === 0) return settle(operation, failed(operation, error, clock.now()));
    if (operation.state === "unknown") return finish(operation);
    return settle(operation, {
      ...operation,
      state: "unknown",
      error,
      unknownAt: clock.now(),
      revision: operation.revision + 1,
    });
  }

  async function settle(operation: Operation, next: Operation): Promise<JobVerdict> {
    return (await conclude(operation, next)) ? finish(next) : again(TURN_MS);
  }

  /** The state is written; now everybody who must know is told, and only then is the job over. */
  async function finish(operation: Operation, nextCheckMs?: number): Promise<JobVerdict> {
    if (operation.told !== operation.state) {
      accounts.invalidate(operation.walletId);
      try {
        await deps.tell(operation);
      } catch (error) {
        log.warn(
          { operation: operation.id, error: error instanceof Error ? error.name : "unknown" },
          "listener failed",
        );
        const since = operation.settledAt ?? operation.unknownAt ?? clock.now();
        const elapsed = clock.now() - since;
        const pause = Math.min(Math.max(elapsed, TELL_PAUSE_MS.least), TELL_PAUSE_MS.most);
        if (elapsed < TELL_FOR_MS) return again(pause);
      }
      if (!(await journal.replace(operation, told(operation)))) return again(TURN_MS);
    }
    if (operation.state !== "unknown") return FINISHED;
    // However long the telling took, the checks that are left are made.
    const next = nextCheckMs ?? untilNextCheck(operation, clock.now(), timings);
    return next === undefined ? FINISHED : again(next);
  }

  /** What a success moved is first put to the account of older operations that are still unknown, lest it be taken for theirs. */
  async function conclude(operation: Operation, next: Operation): Promise<boolean> {
    if (next.state === "done") {
      await echoes.settle(next);
      for (const other of await journal.others(next, next.id)) {
        const changed = rebased(other, next);
        if (changed) await journal.replace(other, changed);
      }
    }
    return journal.replace(operation, next);
  }

  async function clientOf({ userId, walletId }: Operation): Promise<CryptoCardyClient | AccountError> {
    try {
      return await accounts.freshClient(userId, walletId, "person");
    } catch (error) {
      if (error instanceof AccountError) return error;
      throw error;
    }
  }

  async function sightOf(client: CryptoCardyClient, operation: Operation): Promise<Sight | CardApiError> {
    try {
      return await look(client, operation);
    } catch (error) {
      if (error instanceof CardApiError) return error;
      throw error;
    }
  }

  return { work };
}
