import { createSecret } from "../../../lib/secret.ts";
import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import { keepLanguage } from "../../language.ts";
import { show, showNew } from "../../screen.ts";
import { userOf } from "../../wallet.ts";
import { caughtScreen, connectedScreen, importScreen, refusedScreen, wordsScreen } from "./view.ts";

export const IMPORT = "seed-import";
const CAUGHT = "seed-caught";
/** How long a seed that came unasked is kept (sealed) while the person decides. */
const MINUTES_TO_DECIDE = 3;

/** Connecting a wallet by a seed the person has. The seed is here only in memory, and sealed while a decision is awaited. */
export function createImport({ accounts, store, clock }: Pick<BotDeps, "accounts" | "store" | "clock">) {
  async function connect(ctx: BotContext, seed: string) {
    const outcome = await accounts.import(userOf(ctx), createSecret(seed));
    if (!outcome.ok) {
      const retry = outcome.failure.kind === "invalid" || outcome.failure.kind === "unreachable";
      await (retry ? store.awaiting.put(userOf(ctx), { kind: IMPORT }) : store.awaiting.remove(userOf(ctx)));
      return refusedScreen(ctx.t, outcome.failure, clock.now(), ctx.person?.wallets.length ?? 0);
    }
    await store.awaiting.remove(userOf(ctx));
    await keepLanguage(ctx, store);
    return connectedScreen(ctx.t, outcome.value);
  }

  return {
    async ask(ctx: BotContext): Promise<void> {
      await store.awaiting.put(userOf(ctx), { kind: IMPORT });
      await show(ctx, importScreen(ctx.t));
    },

    /** A seed that was asked for; its message is deleted already, unless `deleted` is false. */
    async take(ctx: BotContext, seed: string, deleted: boolean): Promise<void> {
      const screen = await connect(ctx, seed);
      const warning = deleted ? "" : `\n\n${ctx.t.html("seed-delete-yourself")}`;
      await showNew(ctx, { ...screen, text: `${screen.text}${warning}` });
    },

    /** A seed that came unasked: kept for a few minutes, connected only if the person says so. */
    async catch(ctx: BotContext, seed: string, deleted: boolean): Promise<void> {
      await store.awaiting.put(userOf(ctx), { kind: CAUGHT, facts: { seed } }, MINUTES_TO_DECIDE * 60_000);
      await showNew(ctx, caughtScreen(ctx.t, MINUTES_TO_DECIDE, deleted));
    },

    async connectCaught(ctx: BotContext): Promise<void> {
      const caught = await store.awaiting.take(userOf(ctx));
      const seed = caught?.kind === CAUGHT ? caught.facts?.seed : undefined;
      if (typeof seed !== "string") return show(ctx, wordsScreen(ctx.t, ctx.t.html("seed-too-late")));
      await show(ctx, await connect(ctx, seed));
    },

    async forget(ctx: BotContext): Promise<void> {
      await store.awaiting.remove(userOf(ctx));
      await show(ctx, wordsScreen(ctx.t, ctx.t.html("seed-forgotten")));
    },
  };
}
