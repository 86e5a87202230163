import { clearChat } from "../../clear-chat.ts";
import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import type { Feature } from "../../feature.ts";
import { showWithProgress } from "../../progress.ts";
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
    const names = new Map(wallets.map(({ id, name }) => [id, name]));
    const press = String(ctx.update.update_id);
    await ctx.replyWithChatAction("typing").catch(() => undefined);
    await showWithProgress(ctx, async (progress) => {
      const [frozen, cleared, , locked] = await Promise.all([
        freezeAll({ accounts, operations }, { userId, walletIds, press }, progress),
        clearChat(ctx, userId, { store, log }),
        store.reveals.revoke(userId),
        lock.shut(userId),
      ]);
      return panicScreen(ctx.t, frozen, { names, cleared, locked });
    });
  }

  const start = (ctx: BotContext) => withWallet(ctx, undefined, () => panic(ctx));

  return {
    acts: { "panic.go": start },
    commands: { panic: { description: "panic-command", act: { name: "panic.go" } } },
  };
}
