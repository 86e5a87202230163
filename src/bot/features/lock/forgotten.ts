import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import { show, showNew } from "../../screen.ts";
import { userOf } from "../../wallet.ts";
import { forgottenScreen, notTheSeedScreen, removedScreen } from "./view.ts";

const KIND = "lock-seed";
/** A seed has no spaces in it; whatever else is written meanwhile is not taken for one. */
const ONE_WORD = /^\S{8,128}$/;

type Deps = Pick<BotDeps, "accounts" | "lock" | "store">;

/**
 * A forgotten PIN: whoever has the seed of a wallet that was here when it was set has the money anyway, so that seed lifts
 * the lock. A wallet that was connected since proves nothing: a thief may connect one, too.
 */
export function createForgotten({ accounts, lock, store }: Deps) {
  async function isTheirSeed(ctx: BotContext, text: string): Promise<boolean> {
    const { wallets = [] } = (await lock.get(userOf(ctx))) ?? {};
    const here = wallets.filter((id) => ctx.person?.wallets.some((wallet) => wallet.id === id));
    const seeds = await Promise.all(here.map((id) => accounts.showSeed(userOf(ctx), id)));
    return seeds.some((seed) => seed.reveal().toLowerCase() === text.toLowerCase());
  }

  return {
    async ask(ctx: BotContext): Promise<void> {
      await store.awaiting.put(userOf(ctx), { kind: KIND });
      await show(ctx, forgottenScreen(ctx.t));
    },

    /** Whether this text is an answer to the question; it must not stay in the chat then. */
    async expects(ctx: BotContext, text: string): Promise<boolean> {
      return ONE_WORD.test(text) && (await store.awaiting.get(userOf(ctx)))?.kind === KIND;
    },

    /** The text is out of the chat already, unless `deleted` is false. */
    async take(ctx: BotContext, text: string, deleted: boolean): Promise<void> {
      const warning = deleted ? "" : `\n\n${ctx.t.html("seed-delete-yourself")}`;
      const drawn = (screen: ReturnType<typeof removedScreen>) =>
        showNew(ctx, { ...screen, text: `${screen.text}${warning}` });
      if (!(await isTheirSeed(ctx, text))) return void (await drawn(notTheSeedScreen(ctx.t)));
      await store.awaiting.remove(userOf(ctx));
      await lock.remove(userOf(ctx));
      await drawn(removedScreen(ctx.t));
    },
  };
}
