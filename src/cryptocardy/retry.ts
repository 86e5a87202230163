import type { CardApiError } from "./errors.ts";
import type { Method } from "./request.ts";

const MOST_RETRIES = 3;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8_000;
const STATUSES_WORTH_A_RETRY = new Set([408, 425, 500, 502, 503, 504]);

/**
 * How long to wait before sending a failed call again, or `undefined` for never. Reads are repeated when the next try may fare better;
 * writes, and the GET that makes a wallet, only when nothing can have happened: never sent, or refused with 429. `attempt` counts
 * from 1, `leftMs` is what remains of the deadline, `chance` is in [0, 1).
 */
export function pauseBeforeRetry(
  call: { method: Method; route: string },
  error: CardApiError,
  { attempt, leftMs, chance }: { attempt: number; leftMs: number; chance: number },
): number | undefined {
  if (attempt > MOST_RETRIES || !worthIt(call, error)) return undefined;
  const doubled = Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS);
  const jittered = doubled * (0.5 + chance / 2);
  const pause = Math.max(jittered, error.retryAfterMs ?? 0);
  return pause < leftMs ? pause : undefined;
}

function worthIt({ method, route }: { method: Method; route: string }, error: CardApiError): boolean {
  if (error.reason === "circuit-open" || error.reason === "budget" || error.reason === "cancelled") return false;
  if (error.kind === "rate-limited") return true;
  if (error.kind !== "unavailable") return false;
  if (!error.sent) return true;
  const repeatable = method === "GET" && route !== "/";
  return repeatable && (error.status === undefined || STATUSES_WORTH_A_RETRY.has(error.status));
}
