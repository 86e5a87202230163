import type { Bot } from "grammy";
import type { Update } from "grammy/types";
import type { Log } from "../log.ts";
import type { Store } from "../store/store.ts";
import type { BotContext } from "./context.ts";

/** Nobody may be served twice at once, nor longer than this by one process that then died. */
const LEASE_MS = 60_000;

/** What became of an update. `later`: it is in other hands now, or ours are full; it must be offered again. */
export type Handled = "done" | "later";
export type HandleUpdate = (update: Update) => Promise<Handled>;

/**
 * Wraps the bot so that each update is handled once, and those of one person one at a time, across processes.
 * An update is marked done after its handler, not before: one that died with its process is handled when it comes again.
 */
export function createUpdateHandler(
  bot: Bot<BotContext>,
  store: Pick<Store, "updates" | "locks">,
  log: Log,
): HandleUpdate {
  return async (update) => {
    const claim = await store.updates.begin(update.update_id);
    if (claim === "done") return "done";
    if (claim === "busy") return "later";
    const person = personOf(update);
    const outcome = await store.locks.withLock(
      `person:${person ?? "nobody"}`,
      { leaseMs: LEASE_MS, waitMs: LEASE_MS },
      () => bot.handleUpdate(update),
    );
    if (outcome === "busy") {
      log.warn({ updateId: update.update_id }, "a person's earlier update holds this one up");
      await store.updates.release(update.update_id);
      return "later";
    }
    await store.updates.finish(update.update_id);
    return "done";
  };
}

function personOf(update: Update): number | undefined {
  return (update.message ?? update.edited_message ?? update.callback_query ?? update.my_chat_member)?.from?.id;
}
