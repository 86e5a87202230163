import { Composer, GrammyError, HttpError } from "grammy";
import { MAX_WALLETS } from "../../../accounts/types.ts";
import { decodeAct } from "../../callback.ts";
import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import type { Feature } from "../../feature.ts";
import { KEY } from "../../keypad.ts";
import { answer, says } from "../../screen.ts";
import { userOf } from "../../wallet.ts";
import { createBackup, TAIL } from "./backup.ts";
import { createImport, IMPORT } from "./import.ts";
import { findSeed } from "./looks-like-seed.ts";

/** These go on with what waits (a seed, a PIN half typed); every other press means that nothing is waited for any more. */
const DECISIONS = new Set(["seed.connect", "seed.forget", KEY]);

/**
 * Everything in which a seed passes through the chat. Messages are taken here before conversations could log them, and
 * deleted before anything else is done with them.
 */
export function createSeedFeature(deps: BotDeps): Feature {
  const { store } = deps;
  const backup = createBackup(deps);
  const imports = createImport(deps);

  const capture = new Composer<BotContext>();

  capture.on("callback_query:data", async (ctx, next) => {
    const { name } = decodeAct(ctx.callbackQuery.data);
    if (!DECISIONS.has(name)) await store.awaiting.remove(userOf(ctx));
    await next();
  });

  capture.on("message", async (ctx, next) => {
    const text = (ctx.message.text ?? ctx.message.caption ?? "").trim();
    const seed = findSeed(text);
    const isCommand = text.startsWith("/") && seed === undefined;
    if (isCommand) {
      if (await store.awaiting.take(userOf(ctx))) ctx.left = true;
      return next();
    }
    const awaited = await store.awaiting.get(userOf(ctx));
    if (awaited?.kind === TAIL && text !== "") {
      await remove(ctx);
      return backup.check(ctx, awaited.facts ?? {}, seed ?? text);
    }
    if (awaited?.kind === IMPORT) {
      const deleted = await remove(ctx);
      if (text === "") return void (await ctx.reply(ctx.t.plain("seed-not-text")));
      return imports.take(ctx, seed ?? text, deleted);
    }
    if (seed !== undefined) return imports.catch(ctx, seed, await remove(ctx));
    return next();
  });

  return {
    capture,
    guarded: {
      "seed.show": {
        when: (_, { arg }) => arg === "now",
        behind: ({ wallet }) => ({ name: "seed.show", ...(wallet && { wallet }) }),
      },
    },
    acts: {
      ...backup.acts,
      "start.import": async (ctx) => {
        const count = ctx.person?.wallets.length ?? 0;
        if (count < MAX_WALLETS) return imports.ask(ctx);
        await answer(ctx, { text: ctx.t.plain("onboarding-full", { count }), alert: true });
      },
      "seed.connect": (ctx) => imports.connectCaught(ctx),
      "seed.forget": (ctx) => imports.forget(ctx),
    },
  };
}

/** Takes the person's message out of the chat; false when Telegram does not let us, or does not answer. */
async function remove(ctx: BotContext): Promise<boolean> {
  try {
    await ctx.deleteMessage();
    return true;
  } catch (error) {
    if (error instanceof GrammyError) return says(error, "message to delete not found");
    if (error instanceof HttpError) return false;
    throw error;
  }
}
