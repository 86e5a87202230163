import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import type { ActHandler } from "../../feature.ts";
import { answer, show, showNew } from "../../screen.ts";
import { onWallet, userOf } from "../../wallet.ts";
import { backupScreen, checkScreen, savedScreen, seedNote, wrongTailScreen } from "./view.ts";

const TRIES = 3;
export const TAIL = "seed-tail";

/** Showing the seed in a pop-up, and proving that it was written down. */
export function createBackup({ accounts, store }: Pick<BotDeps, "accounts" | "store">) {
  async function explain(ctx: BotContext, walletId: string) {
    const wallet = ctx.person?.wallets.find(({ id }) => id === walletId);
    if (!wallet) return answer(ctx, { text: ctx.t.plain("failure-not-yours"), alert: true });
    const { id, name, seedSaved } = wallet;
    await show(ctx, backupScreen(ctx.t, { id, name, seedSaved, several: (ctx.person?.wallets.length ?? 0) > 1 }));
  }

  async function reveal(ctx: BotContext, walletId: string) {
    await answer(ctx, seedNote(ctx.t, await accounts.showSeed(userOf(ctx), walletId)));
  }

  async function ask(ctx: BotContext, walletId: string) {
    await store.awaiting.put(userOf(ctx), { kind: TAIL, facts: { wallet: walletId, left: TRIES } });
    await show(ctx, checkScreen(ctx.t, walletId));
  }

  return {
    acts: {
      "seed.show": onWallet((ctx, { wallet, arg }) => (arg === "now" ? reveal(ctx, wallet) : explain(ctx, wallet))),
      "seed.check": onWallet((ctx, { wallet }) => ask(ctx, wallet)),
    } satisfies Record<string, ActHandler>,

    /** The person's answer; their message is deleted already. */
    async check(ctx: BotContext, facts: Record<string, unknown>, text: string): Promise<void> {
      const walletId = String(facts.wallet);
      const left = Number(facts.left) - 1;
      if (await accounts.checkSeedTail(userOf(ctx), walletId, text)) {
        await store.awaiting.remove(userOf(ctx));
        await showNew(ctx, savedScreen(ctx.t, walletId));
        return;
      }
      if (left > 0) await store.awaiting.put(userOf(ctx), { kind: TAIL, facts: { wallet: walletId, left } });
      else await store.awaiting.remove(userOf(ctx));
      await showNew(ctx, wrongTailScreen(ctx.t, walletId, left));
    },
  };
}
