import type {
  Operation,
  OperationError,
  OperationKind,
  OperationResults,
  OperationScreen,
  Snapshot,
} from "./operation.ts";

/** All in milliseconds. */
export type Timings = {
  /** How long a confirm screen may be confirmed. */
  draft: number;
  /** How long a wallet stays locked by a process that died. */
  lock: number;
  /** Longest time from writing "sending" to the request surely having arrived or died. */
  lease: number;
  /** After a lost answer: how long "nothing happened" must hold before the same key is sent again. One per sending. */
  settle: readonly number[];
  /** No sending later than this after the first. */
  resendWindow: number;
  /** How long a request that cannot even be sent is tried. */
  unsentWindow: number;
  /** How long a state that cannot be read is tried before the operation is called unknown. */
  unreadableWindow: number;
  /** When an unknown one is looked at again, after it became unknown. */
  checks: readonly number[];
  /** From when on "nothing happened" of an unknown one is believed for good, after the first sending. */
  certain: number;
};

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

export const TIMINGS: Timings = {
  draft: 30 * MINUTE,
  lock: 15 * SECOND,
  lease: 45 * SECOND,
  settle: [2 * SECOND, 8 * SECOND],
  resendWindow: 15 * MINUTE,
  unsentWindow: 2 * MINUTE,
  unreadableWindow: MINUTE,
  checks: [30 * SECOND, 2 * MINUTE, 10 * MINUTE, HOUR, 3 * HOUR, 8 * HOUR, 16 * HOUR, 24 * HOUR],
  certain: 10 * MINUTE,
};

/** The first sending and two more. */
export const MAX_SENDS = 3;

/** What a worker is to do with an operation that it was handed. */
export type Step =
  /** Nothing: a draft. */
  | { do: "rest" }
  /** Tell the listeners; nothing else can change. */
  | { do: "tell" }
  /** Somebody may be sending it, or it is too early. */
  | { do: "wait"; ms: number }
  /** Never sent: take the snapshot and send. */
  | { do: "begin" }
  /** Sent, and what came of it is not known: read the state. */
  | { do: "look" };

/** What came back from a sending. */
export type Answer<Kind extends OperationKind = OperationKind> =
  | { kind: "success"; result: OperationResults[Kind]; requestId?: string }
  /** It surely was not executed, and may be tried again as if never sent. */
  | { kind: "unsent"; error: OperationError; afterMs?: number }
  /** The provider decided against it. */
  | { kind: "refused"; error: OperationError }
  /** 409: the same key is being worked on, or the card is not in a state for it. */
  | { kind: "conflict"; error: OperationError }
  /** Executed or not: nobody knows. */
  | { kind: "lost"; error: OperationError };

/** What the state says about a sent operation. */
export type Verdict =
  | { kind: "happened"; result: OperationResults[OperationKind] }
  | { kind: "did-not-happen" }
  | { kind: "unclear" }
  | { kind: "unreadable" };

/** What to do after a verdict: write the next form, send once more, or look again later (`rest`: no more by itself). */
export type Ruling = { do: "save"; next: Operation } | { do: "send" } | { do: "wait"; ms: number } | { do: "rest" };

export function nextStep(operation: Operation, now: number): Step {
  switch (operation.state) {
    case "draft":
      return { do: "rest" };
    case "done":
    case "failed":
      return { do: "tell" };
    case "submitted":
      if (operation.busyUntil !== undefined && operation.busyUntil > now) {
        return { do: "wait", ms: operation.busyUntil - now };
      }
      return operation.sends === 0 ? { do: "begin" } : { do: "look" };
    case "unknown":
      return { do: "look" };
  }
}

export function submitted(operation: Operation, now: number, screen?: OperationScreen): Operation {
  return change(operation, { state: "submitted", submittedAt: now, ...(screen && { screen }) });
}

export function cancelled(operation: Operation, now: number): Operation {
  return failed(operation, { kind: "cancelled" }, now);
}

/** Written before a request leaves. From here on only the state can tell whether it was executed. */
export function sending(operation: Operation, now: number, timings: Timings, before?: Snapshot): Operation {
  const { lostAt: _last, ...rest } = operation;
  return change(rest as Operation, {
    sends: operation.sends + 1,
    sentAt: operation.sentAt ?? now,
    busyUntil: now + timings.lease,
    ...(before && { before }),
  });
}

/** What an answer makes of an operation that was being sent. */
export function answered(operation: Operation, answer: Answer, now: number, timings: Timings): Operation {
  switch (answer.kind) {
    case "success":
      return done(operation, answer.result, now, answer.requestId);
    case "refused":
      // A refusal of the second sending says nothing about the first.
      return operation.sends === 1
        ? failed(operation, answer.error, now)
        : change(free(operation), { refusal: answer.error, lostAt: now });
    case "conflict":
      return change(free(operation), { lostAt: now, ...(operation.sends > 1 && { refusal: answer.error }) });
    case "unsent":
      return notSent(operation, answer, now, timings);
    case "lost":
      return change(free(operation), { lostAt: now, ...requestIdOf(answer.error) });
  }
}

function notSent(
  operation: Operation,
  { error, afterMs }: Extract<Answer, { kind: "unsent" }>,
  now: number,
  timings: Timings,
): Operation {
  const sends = operation.sends - 1;
  if (sends > 0) return change(free(operation), { sends, lostAt: now });
  const { sentAt: _sent, before: _before, ...fresh } = free(operation);
  const unsent = change(fresh as Operation, { sends: 0 });
  return mayStillWait(unsent, afterMs, now, timings) ? unsent : failed(unsent, error, now);
}

/**
 * Whether what was never sent is tried once more after so long. Never past its window: by then nobody expects any more that
 * their money moves.
 */
export const mayStillWait = (operation: Operation, ms: number | undefined, now: number, timings: Timings): boolean =>
  now - (operation.submittedAt ?? operation.createdAt) + (ms ?? 0) < timings.unsentWindow;

/** What the state makes of a sent operation. */
export function judged(operation: Operation, verdict: Verdict, now: number, timings: Timings): Ruling {
  if (verdict.kind === "happened") return { do: "save", next: done(operation, verdict.result, now) };
  return operation.state === "unknown"
    ? judgedUnknown(operation, verdict, now, timings)
    : judgedSubmitted(operation, verdict, now, timings);
}

function judgedSubmitted(operation: Operation, verdict: Verdict, now: number, timings: Timings): Ruling {
  const sentAt = operation.sentAt ?? now;
  // Without an answer of its own (a crash) the sending counts as lost when its lease ended.
  const lostAt = operation.lostAt ?? operation.busyUntil ?? sentAt;
  if (verdict.kind === "unreadable" && now - lostAt < timings.unreadableWindow) {
    return { do: "wait", ms: timings.unreadableWindow / 20 };
  }
  if (verdict.kind !== "did-not-happen") return { do: "save", next: unknown(operation, now) };
  const settle = timings.settle[operation.sends - 1] ?? timings.settle.at(-1) ?? 0;
  if (now - lostAt < settle) return { do: "wait", ms: settle - (now - lostAt) };
  if (operation.refusal) return { do: "save", next: failed(operation, operation.refusal, now) };
  if (operation.sends < MAX_SENDS && now - sentAt < timings.resendWindow) return { do: "send" };
  return { do: "save", next: unknown(operation, now) };
}

function judgedUnknown(operation: Operation, verdict: Verdict, now: number, timings: Timings): Ruling {
  if (verdict.kind === "did-not-happen" && now - (operation.sentAt ?? now) >= timings.certain) {
    return { do: "save", next: failed(operation, { kind: "unavailable", ...requestIdOf(operation) }, now) };
  }
  const ms = untilNextCheck(operation, now, timings);
  return ms === undefined ? { do: "rest" } : { do: "wait", ms };
}

/** Undefined: an unknown operation is looked at no more by itself. */
export function untilNextCheck({ unknownAt }: Operation, now: number, { checks }: Timings): number | undefined {
  const elapsed = now - (unknownAt ?? now);
  const next = checks.find((after) => after > elapsed);
  return next === undefined ? undefined : next - elapsed;
}

/** Whether an open operation should have a job: an unknown one is left alone after the last check. */
export function isWatched({ state, unknownAt }: Operation, now: number, timings: Timings): boolean {
  return state === "submitted" || (state === "unknown" && now - (unknownAt ?? now) < (timings.checks.at(-1) ?? 0));
}

export function done(
  operation: Operation,
  result: OperationResults[OperationKind],
  now: number,
  requestId?: string,
): Operation {
  return change(free(operation), { state: "done", result, settledAt: now, ...(requestId && { requestId }) });
}

/** Only for what moved no money: refused, never sent, or seen not to have happened. */
export function failed(operation: Operation, error: OperationError, now: number): Operation {
  return change(free(operation), { state: "failed", error, settledAt: now, ...requestIdOf(error) });
}

/** The listeners know this state. */
export function told(operation: Operation): Operation {
  return change(operation, { told: operation.state });
}

function unknown(operation: Operation, now: number): Operation {
  return change(free(operation), { state: "unknown", unknownAt: now });
}

type Fields = Partial<Omit<Operation, "kind" | "params" | "result" | "before">> & {
  result?: OperationResults[OperationKind];
  before?: Snapshot;
};

function change(operation: Operation, fields: Fields): Operation {
  return { ...operation, ...fields, revision: operation.revision + 1 } as Operation;
}

function free(operation: Operation): Operation {
  const { busyUntil: _over, ...rest } = operation;
  return rest as Operation;
}

function requestIdOf({ requestId }: { requestId?: string }): { requestId?: string } {
  return requestId === undefined ? {} : { requestId };
}
