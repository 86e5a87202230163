import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import type { Feature } from "../../feature.ts";
import { show, unless } from "../../screen.ts";
import { userOf, withWallet } from "../../wallet.ts";
import { freezeAll } from "./freeze-all.ts";
import { panicScreen } from "./view.ts";

/**
 * One press, no question: every card frozen, every link dead, every code out of the chat, the app locked. Whatever part of
 * it fails, the others are done; pressing again repeats nothing that was done.
 */
export function createPanicFeature({ accounts, operations, store, lock, log }: BotDeps): Feature {
  async function panic(ctx: BotContext) {
    const userId = userOf(ctx);
    const wallets = ctx.person?.wallets ?? [];
    const walletIds = wallets.map(({ id }) => id);
    await ctx.replyWithChatAction("typing").catch(() => undefined);
    const [frozen, cleared, , locked] = await Promise.all([
      freezeAll({ accounts, operations }, { userId, walletIds, press: String(ctx.update.update_id) }),
      clearChat(ctx, userId),
      store.reveals.revoke(userId),
      lock.shut(userId),
    ]);
    const names = new Map(wallets.map(({ id, name }) => [id, name]));
    await show(ctx, panicScreen(ctx.t, frozen, { names, cleared, locked }));
  }

  /** False: something secret may still stand in the chat. */
  async function clearChat(ctx: BotContext, userId: number): Promise<boolean> {
    const messages = await store.sensitive.list(userId);
    if (messages.length === 0) return true;
    try {
      for (let start = 0; start < messages.length; start += MOST_AT_ONCE) {
        const ids = messages.slice(start, start + MOST_AT_ONCE).map(({ id }) => id);
        await ctx.deleteMessages(ids).catch(unless("message to delete not found", "message can't be deleted"));
      }
      await store.sensitive.forget(userId);
      return true;
    } catch (error) {
      log.warn({ err: error }, "secrets could not be taken out of a chat");
      return false;
    }
  }

  const start = (ctx: BotContext) => withWallet(ctx, undefined, () => panic(ctx));

  return {
    acts: { "panic.go": start },
    commands: { panic: { description: "panic-command", act: { name: "panic.go" } } },
  };
}

/** Telegram deletes so many in one call. */
const MOST_AT_ONCE = 100;
