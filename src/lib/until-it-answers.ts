import { setTimeout as wait } from "node:timers/promises";

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;

type Options = {
  signal: AbortSignal;
  /** Told after every failure, with the time until the next try in milliseconds. */
  onFailure: (error: unknown, pauseMs: number) => void;
  /** Errors that waiting does not mend: thrown at once. */
  isHopeless?: (error: unknown) => boolean;
};

/** Tries until it works, with growing pauses. Throws what is hopeless, and when the signal aborts. */
export async function untilItAnswers<Value>(attempt: () => Promise<Value>, options: Options): Promise<Value> {
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    options.signal.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      if (options.isHopeless?.(error)) throw error;
      options.onFailure(error, pauseMs);
    }
    await wait(pauseMs, undefined, { signal: options.signal });
  }
}
