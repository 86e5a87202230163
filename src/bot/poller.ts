import { setTimeout as wait } from "node:timers/promises";
import { type Api, GrammyError } from "grammy";
import type { Update } from "grammy/types";
import type { Log } from "../log.ts";
import type { HandleUpdate } from "./updates.ts";

const LONG_POLL_SECONDS = 30;
const PAUSE_AFTER_FAILURE_MS = 1000;
const PAUSE_WHILE_WORKING_MS = 500;
const SHORT_POLL_MS = 1000;
const PAUSE_AFTER_SHORT_POLL_MS = 100;
/** The update kinds we ask for; everything else would only be thrown away. */
export const ALLOWED_UPDATES = ["message", "callback_query", "my_chat_member"] as const;

/**
 * Long polling that serves many people at once and loses nothing: Telegram is told that an update is done only when it
 * and all before it are, so whatever was in work when a process died is delivered again.
 */
export function createPoller(api: Api, handle: HandleUpdate, log: Log) {
  const stopping = new AbortController();
  const inWork = new Map<number, Promise<void>>();
  /** Done, but after one that is not: Telegram repeats these until the earlier one is done too. */
  const doneEarly = new Set<number>();
  let highest = 0;
  let confirmed = 0;
  let loop: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        // While something is in work Telegram repeats it at once: wait for a change instead of asking in a circle.
        if (inWork.size > 0) await Promise.race([...inWork.values(), pause(PAUSE_WHILE_WORKING_MS)]);
        const asked = performance.now();
        const updates = await fetchUpdates();
        for (const update of updates) take(update);
        // A server that does not hold the request open is not asked in a circle either.
        if (updates.length === 0 && performance.now() - asked < SHORT_POLL_MS) await pause(PAUSE_AFTER_SHORT_POLL_MS);
      } catch (error) {
        if (stopping.signal.aborted) return;
        log.warn({ reason: reasonOf(error) }, "Telegram does not give updates; asking again");
        await pause(PAUSE_AFTER_FAILURE_MS);
      }
    }
  }

  async function fetchUpdates(): Promise<Update[]> {
    const offset = firstUndone();
    for (const id of doneEarly) if (id < offset) doneEarly.delete(id);
    const options = { offset, timeout: LONG_POLL_SECONDS, allowed_updates: ALLOWED_UPDATES };
    // grammY's types know only the signal of its polyfill; the one of Node.js does the same.
    confirmed = offset;
    return api.getUpdates(options, stopping.signal as unknown as Parameters<Api["getUpdates"]>[1]);
  }

  /** Telegram forgets every update before this one. 0 asks for whatever it has, before the first was seen. */
  function firstUndone(): number {
    if (inWork.size > 0) return Math.min(...inWork.keys());
    return highest === 0 ? 0 : highest + 1;
  }

  function take(update: Update): void {
    const id = update.update_id;
    if (inWork.has(id) || doneEarly.has(id)) return;
    highest = Math.max(highest, id);
    inWork.set(id, untilDone(update));
  }

  async function untilDone(update: Update): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        if ((await handle(update)) === "done") {
          inWork.delete(update.update_id);
          doneEarly.add(update.update_id);
          return;
        }
      } catch (error) {
        log.error(
          { updateId: update.update_id, reason: reasonOf(error) },
          "an update could not be handled; trying again",
        );
      }
      await pause(PAUSE_AFTER_FAILURE_MS);
    }
  }

  const pause = (ms: number): Promise<void> => wait(ms, undefined, { signal: stopping.signal }).catch(() => undefined);

  return {
    start(): void {
      loop = run();
    },

    /** Takes no more updates, waits for those in work, and tells Telegram which are done; the rest comes again. */
    async stop(): Promise<void> {
      stopping.abort();
      await loop;
      await Promise.all(inWork.values());
      const offset = firstUndone();
      if (offset > confirmed) await api.getUpdates({ offset, timeout: 0, limit: 1 }).catch(() => undefined);
    },
  };
}

const reasonOf = (error: unknown): string =>
  error instanceof GrammyError ? error.description : error instanceof Error ? error.name : "unknown";
