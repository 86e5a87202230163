import type { Bot } from "grammy";
import type { Update, User } from "grammy/types";
import { type Locale, pickLocale, translator } from "../i18n.ts";
import type { Clock } from "../lib/clock.ts";
import type { Log } from "../log.ts";
import type { Store } from "../store/store.ts";
import type { BotContext } from "./context.ts";
import type { SecondTries } from "./second-tries.ts";

/** A living handler renews its lock; after a crash the person waits this long at most. */
const LEASE_MS = 10_000;
const PATIENCE_MS = 60_000;
const TOLD_FOR_MS = 60_000;

/** What became of an update. `later`: an earlier one of the same person is still in work; it must be offered again. */
type Handled = "done" | "later";
export type HandleUpdate = (update: Update) => Promise<Handled>;

type Deps = {
  bot: Bot<BotContext>;
  store: Pick<Store, "updates" | "locks">;
  clock: Clock;
  log: Log;
  defaultLocale: Locale;
  secondTries: SecondTries;
  metrics: { updateHandled(outcome: "done" | "failed" | "repeated"): void };
};

/**
 * Wraps the bot so that each update is handled once, and those of one person one at a time, across processes. An update
 * is marked done after its handler, not before: one that died with its process is handled when it comes again.
 * Rejects when the storage is away: the person is told, and the update must be offered again.
 */
export function createUpdateHandler(deps: Deps): HandleUpdate {
  const { bot, store, clock, log, defaultLocale, secondTries, metrics } = deps;
  const told = new Map<number, number>();

  async function handleOnce(update: Update): Promise<Handled> {
    if (await store.updates.isDone(update.update_id)) {
      metrics.updateHandled("repeated");
      return "done";
    }
    await bot.handleUpdate(update);
    await store.updates.markDone(update.update_id);
    metrics.updateHandled("done");
    return "done";
  }

  /** Once a minute and person: the update is tried again and again. */
  async function tellOfOutage(update: Update): Promise<void> {
    const person = senderOf(update);
    const now = clock.now();
    if (!person || now - (told.get(person.id) ?? 0) < TOLD_FOR_MS) return;
    if (told.size > 10_000) told.clear();
    told.set(person.id, now);
    const text = translator(pickLocale(person.language_code, defaultLocale)).plain("failure-storage");
    const query = update.callback_query;
    await (query
      ? bot.api.answerCallbackQuery(query.id, { text, show_alert: true })
      : bot.api.sendMessage(person.id, text));
  }

  const inTurn = <Value>(userId: number | undefined, work: () => Promise<Value>): Promise<Value | "busy"> =>
    store.locks.withLock(`person:${userId ?? "nobody"}`, { leaseMs: LEASE_MS, waitMs: PATIENCE_MS }, work);

  secondTries.serve(async (update) => {
    const userId = senderOf(update)?.id ?? 0;
    await inTurn(userId, async () => secondTries.take(userId, update) && bot.handleUpdate(update));
  });

  return async (update) => {
    const userId = senderOf(update)?.id;
    try {
      const outcome = await inTurn(userId, () => {
        if (userId !== undefined) secondTries.giveUp(userId);
        return handleOnce(update);
      });
      return outcome === "busy" ? "later" : outcome;
    } catch (error) {
      metrics.updateHandled("failed");
      await tellOfOutage(update).catch(() =>
        log.warn({ updateId: update.update_id }, "nobody could be told of the outage"),
      );
      throw error;
    }
  };
}

/** Who wrote or pressed. */
export const senderOf = (update: Update): User | undefined =>
  (update.message ?? update.callback_query ?? update.my_chat_member)?.from;
