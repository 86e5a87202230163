import type { Update } from "grammy/types";
import type { Log } from "../log.ts";
import type { Act } from "../notifications/outgoing.ts";
import { encodeAct } from "./callback.ts";
import type { BotContext } from "./context.ts";

/** Handles an update in its person's turn. */
type Handle = (update: Update) => Promise<unknown>;

export type SecondTries = ReturnType<typeof createSecondTries>;

/**
 * What the budget had no place for is done once more a few seconds later, as if the person had pressed Retry by then.
 * Meanwhile their lock is free. It lives in this process only: below the screen stands a Retry for when it never comes.
 */
export function createSecondTries(log: Log) {
  /** By person: at most one, the last. */
  const waiting = new Map<number, { update: Update; timer: NodeJS.Timeout }>();
  const running = new Set<Promise<unknown>>();
  const seconds = new WeakSet<Update>();
  let handle: Handle = async () => undefined;

  function begin(update: Update): void {
    const work = handle(update).catch((error: unknown) =>
      log.warn({ updateId: update.update_id, err: error }, "what was queued could not be handled"),
    );
    running.add(work);
    void work.finally(() => running.delete(work));
  }

  function giveUp(userId: number): void {
    clearTimeout(waiting.get(userId)?.timer);
    waiting.delete(userId);
  }

  return {
    /** Until then nothing that is planned happens. */
    serve(by: Handle): void {
      handle = by;
    },

    /** Does the act after so many milliseconds, in the message of ours that says so. */
    plan(ctx: BotContext, act: Act, messageId: number, afterMs: number): void {
      const update = pressOf(ctx, act, messageId);
      if (!update || !ctx.from) return;
      giveUp(ctx.from.id);
      seconds.add(update);
      waiting.set(ctx.from.id, { update, timer: setTimeout(() => begin(update), afterMs) });
    },

    /** There is no third. */
    isSecond: (update: Update): boolean => seconds.has(update),

    /** To be asked in the person's turn. False: it was given up meanwhile. */
    take(userId: number, update: Update): boolean {
      const wanted = waiting.get(userId)?.update === update;
      if (wanted) waiting.delete(userId);
      return wanted;
    },

    /** The person asked for something else: that is what they want to see. */
    giveUp,

    /** Begins none any more, and waits for those that run. */
    async stop(): Promise<void> {
      for (const userId of waiting.keys()) giveUp(userId);
      await Promise.all(running);
    },
  };
}

/** The update's number stays: writes that are keyed by it stay the same writes. */
function pressOf(ctx: BotContext, act: Act, messageId: number): Update | undefined {
  const { from, chat, callbackQuery, update } = ctx;
  if (!from || chat?.type !== "private") return undefined;
  return {
    update_id: update.update_id,
    callback_query: {
      id: callbackQuery?.id ?? String(update.update_id),
      from,
      chat_instance: callbackQuery?.chat_instance ?? "",
      message: { message_id: messageId, chat, date: 1, text: "⏳" },
      data: encodeAct(act),
    },
  } as Update;
}
