import { CardApiError } from "../cryptocardy/errors.ts";
import { AccountError, type Log } from "./types.ts";

/** Work that nobody waits for: its failures are logged, and its end can be waited for. */
export function createBackground(log: Log) {
  const running = new Set<Promise<void>>();

  async function attempt(name: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const expected = error instanceof CardApiError || error instanceof AccountError;
      log[expected ? "warn" : "error"]({ task: name, error: expected ? error.kind : nameOf(error) }, "task failed");
    }
  }

  return {
    attempt,

    run(name: string, work: () => Promise<unknown>): void {
      const task: Promise<void> = attempt(name, work).finally(() => running.delete(task));
      running.add(task);
    },

    async idle(): Promise<void> {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "unknown");
