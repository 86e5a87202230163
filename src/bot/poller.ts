import { setTimeout as wait } from "node:timers/promises";
import { type Api, GrammyError } from "grammy";
import type { Update } from "grammy/types";
import type { Clock } from "../lib/clock.ts";
import type { Log } from "../log.ts";
import type { Inbox } from "../store/inbox.ts";
import { type HandleUpdate, senderOf } from "./updates.ts";

const LONG_POLL_SECONDS = 30;
const PAUSE_AFTER_FAILURE_MS = 1000;
const SHORT_POLL_MS = 1000;
const PAUSE_AFTER_SHORT_POLL_MS = 100;
/** More are left with Telegram until some of these are done. */
const MOST_IN_WORK = 1_000;
/** A person presses and writes by hand; more at once is a flood, which must not hold up anybody. */
const MOST_OF_ONE_PERSON = 50;
const LONGEST_TRYING_MS = 10 * 60_000;
/** The update kinds we ask for; everything else would only be thrown away. */
export const ALLOWED_UPDATES = ["message", "callback_query", "my_chat_member"] as const;

type Deps = {
  api: Api;
  /** Where updates lie from the moment in which Telegram may forget them until they are handled. */
  inbox: Pick<Inbox, "put" | "remove" | "all">;
  handle: HandleUpdate;
  clock: Clock;
  log: Log;
};

/**
 * Long polling that serves many people at once and loses nothing: a batch is written down before Telegram is told to
 * forget it, and what a process left unhandled when it died is taken up by the next. Nobody waits for somebody else:
 * the order of one person's updates is kept by their lock.
 */
export function createPoller({ api, inbox, handle, clock, log }: Deps) {
  const stopping = new AbortController();
  const inWork = new Map<number, Promise<void>>();
  const waiting = new Map<number, number>();
  let offset = 0;
  let loop: Promise<void> | undefined;

  async function run(): Promise<void> {
    let isTakenUp = false;
    while (!stopping.signal.aborted) {
      try {
        if (!isTakenUp) for (const update of await inbox.all<Update>()) take(update);
        isTakenUp = true;
        await askOnce();
      } catch (error) {
        if (stopping.signal.aborted) return;
        log.warn({ reason: reasonOf(error) }, "updates cannot be taken; asking again");
        await pause(PAUSE_AFTER_FAILURE_MS);
      }
    }
  }

  async function askOnce(): Promise<void> {
    while (inWork.size >= MOST_IN_WORK) await Promise.race(inWork.values());
    const asked = performance.now();
    const options = { offset, timeout: LONG_POLL_SECONDS, allowed_updates: ALLOWED_UPDATES };
    // grammY's types know only the signal of its polyfill; the one of Node.js does the same.
    const updates = await api.getUpdates(options, stopping.signal as unknown as Parameters<Api["getUpdates"]>[1]);
    const last = updates.at(-1);
    if (!last) {
      // A server that does not hold the request open is not asked in a circle.
      if (performance.now() - asked < SHORT_POLL_MS) await pause(PAUSE_AFTER_SHORT_POLL_MS);
      return;
    }
    await writeDown(updates);
    // Not the highest ever seen: after a quiet week Telegram may begin to count anew, lower.
    offset = last.update_id + 1;
    for (const update of updates) take(update);
  }

  /** When this fails Telegram keeps them, and whoever wrote is told by the handler, which finds the storage away too. */
  async function writeDown(updates: Update[]): Promise<void> {
    try {
      await inbox.put(updates);
    } catch (error) {
      await Promise.allSettled(updates.map(handle));
      throw error;
    }
  }

  function take(update: Update): void {
    const id = update.update_id;
    if (inWork.has(id)) return;
    const person = senderOf(update)?.id ?? 0;
    const count = (waiting.get(person) ?? 0) + 1;
    if (count > MOST_OF_ONE_PERSON) {
      log.warn({ updateId: id }, "too many updates of one person at once: this one is passed over");
      void inbox.remove(id).catch(() => undefined);
      return;
    }
    waiting.set(person, count);
    const work = untilDone(update).finally(() => {
      inWork.delete(id);
      const left = (waiting.get(person) ?? 1) - 1;
      if (left > 0) waiting.set(person, left);
      else waiting.delete(person);
    });
    inWork.set(id, work);
  }

  /** Tries for ten minutes; what fails for longer will not be what its sender still wants. */
  async function untilDone(update: Update): Promise<void> {
    const until = clock.now() + LONGEST_TRYING_MS;
    while (!stopping.signal.aborted) {
      try {
        if ((await handle(update)) === "done") return await inbox.remove(update.update_id);
      } catch (error) {
        const facts = { updateId: update.update_id, reason: reasonOf(error) };
        if (clock.now() > until) {
          log.error(facts, "an update could not be handled, and is given up");
          return await inbox.remove(update.update_id).catch(() => undefined);
        }
        log.warn(facts, "an update could not be handled; trying again");
      }
      await pause(PAUSE_AFTER_FAILURE_MS);
    }
  }

  const pause = (ms: number): Promise<void> => wait(ms, undefined, { signal: stopping.signal }).catch(() => undefined);

  return {
    start(): void {
      loop = run();
    },

    /** Takes no more updates and waits for those in work; what is not handled then is taken up at the next start. */
    async stop(): Promise<void> {
      stopping.abort();
      await loop;
      await Promise.all(inWork.values());
    },
  };
}

const reasonOf = (error: unknown): string =>
  error instanceof GrammyError ? error.description : error instanceof Error ? error.name : "unknown";
