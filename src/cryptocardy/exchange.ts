import { type Dispatcher, Pool } from "undici";
import { askWhole } from "../lib/whole-answer.ts";
import { CardApiError } from "./errors.ts";
import type { Call } from "./request.ts";
import type { Answer } from "./response.ts";

const LONGEST_ANSWER_BYTES = 4 * 1024 * 1024;
const CONNECTIONS = 32;

/** Milliseconds; `personDeadline` and `otherDeadline` are for the whole of a call with its retries. */
export type Timeouts = {
  connect: number;
  headers: number;
  body: number;
  personDeadline: number;
  otherDeadline: number;
};

export function createPool(origin: string, timeouts: Timeouts): Dispatcher {
  return new Pool(origin, {
    connect: { timeout: timeouts.connect },
    headersTimeout: timeouts.headers,
    bodyTimeout: timeouts.body,
    connections: CONNECTIONS,
    pipelining: 1,
    maxResponseSize: LONGEST_ANSWER_BYTES,
  });
}

/** The headers of a call. Throws `unauthorized` for a seed that cannot be one. */
export function headersOf({ seed, body, idempotencyKey }: Call): Record<string, string> {
  const value = seed?.reveal();
  if (value !== undefined && !/^[\x21-\x7e](?:[\x20-\x7e]{0,126}[\x21-\x7e])?$/.test(value)) {
    throw new CardApiError({ kind: "unauthorized", sent: false });
  }
  return {
    accept: "application/json",
    ...(value === undefined ? {} : { "x-seed": value }),
    ...(body === undefined ? {} : { "content-type": "application/json" }),
    ...(idempotencyKey === undefined ? {} : { "x-idempotency-key": idempotencyKey }),
  };
}

/** One request and its whole answer, within `leftMs`. Redirects are not followed: a seed goes to one host. Throws what undici throws. */
export async function exchange(
  dispatcher: Dispatcher,
  options: { call: Call; origin: string; path: string; headers: Record<string, string>; leftMs: number },
): Promise<Answer> {
  const { call, origin, path, headers, leftMs } = options;
  if (leftMs <= 0) throw new CardApiError({ kind: "unavailable", sent: false, reason: "deadline" });
  const { answer, abandon } = askWhole<Dispatcher.DispatchOptions>(dispatcher, {
    origin,
    path,
    method: call.method,
    headers,
    body: call.body === undefined ? null : JSON.stringify(call.body),
  });
  const timer = setTimeout(() => {
    abandon(new CardApiError({ kind: "unavailable", sent: true, reason: "deadline" }));
  }, leftMs);
  try {
    return await answer;
  } finally {
    clearTimeout(timer);
  }
}
