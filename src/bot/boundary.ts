import { GrammyError, HttpError, type MiddlewareFn } from "grammy";
import { CardApiError } from "../cryptocardy/errors.ts";
import type { Random } from "../lib/random.ts";
import type { Log } from "../log.ts";
import type { BotContext } from "./context.ts";
import { failureScreen, showFailure } from "./failures.ts";
import { show } from "./screen.ts";

/**
 * The last place an error reaches: a failed call to the provider gets its words, a mistake of ours a short code that
 * stands in the log too. The error itself is never shown, and grammY's own errors are never logged whole: they hold the
 * update and the bot token.
 */
export function createBoundary(log: Log, random: Random, supportUrl: URL | undefined): MiddlewareFn<BotContext> {
  return async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      await tell(ctx, error).catch((again: unknown) =>
        log.warn({ updateId: ctx.update.update_id, ...describe(again) }, "the person could not be told"),
      );
    }
  };

  async function tell(ctx: BotContext, error: unknown): Promise<void> {
    if (error instanceof CardApiError) return showFailure(ctx, error, { supportUrl });
    const code = random.bytes(3).toString("hex");
    log.error({ code, updateId: ctx.update.update_id, ...describe(error) }, "a handler failed");
    const screen = failureScreen(ctx.t, { kind: "unavailable" }, { supportUrl });
    await show(ctx, { ...screen, text: ctx.t.html("failure-unexpected", { code }) });
  }
}

function describe(error: unknown): Record<string, unknown> {
  if (error instanceof GrammyError) return { method: error.method, description: error.description };
  if (error instanceof HttpError) return { reason: "Telegram did not answer" };
  return { err: error };
}
