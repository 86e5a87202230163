import { Composer } from "grammy";
import { CardApiError } from "../cryptocardy/errors.ts";
import type { Act } from "../notifications/outgoing.ts";
import { decodeAct } from "./callback.ts";
import type { BotContext } from "./context.ts";
import { showFailure } from "./failures.ts";
import type { ActHandler, Feature } from "./feature.ts";
import type { Gate } from "./gate.ts";
import { answer, showWorking } from "./screen.ts";

/** A button that still turns after this long looks broken: the press is answered, "typing…" stands there, the screen follows. */
const ANSWER_MS = 1000;
/** Telegram shows "typing…" for five seconds. */
const TYPING_MS = 4500;
/** Read from the text itself, whatever Telegram marks in it: a keyboard that begins sentences with a capital writes `/Start`. */
const COMMAND = /^\/([a-z]+)(?:@(\w+))?(?:\s+([\s\S]*))?$/i;

/**
 * Leads every press, and every command that is one, to the feature that owns its act. Callback data is neither signed nor tied to a person, so a wallet
 * named in it must be one of the presser's own before anything else happens; the card or operation behind it is then
 * looked up with that wallet's own seed, or by its owner. Acts that need the person's PIN pass the gate first.
 */
export function createRouter(features: Feature[], supportUrl: URL | undefined, gate: Gate, answerMs = ANSWER_MS) {
  const handlers = collectActs(features);
  const router = new Composer<BotContext>();
  router.on("callback_query:data", (ctx) => perform(ctx, decodeAct(ctx.callbackQuery.data)));
  const commands = new Map(features.flatMap((feature) => Object.entries(feature.commands ?? {})));
  router.on("message:text", (ctx, next) => {
    const [, name = "", whose = ctx.me.username, rest = ""] = COMMAND.exec(ctx.message.text) ?? [];
    const command = commands.get(name.toLowerCase());
    if (!command || whose.toLowerCase() !== ctx.me.username.toLowerCase()) return next();
    return "act" in command ? perform(ctx, command.act) : command.run(ctx, rest.trim());
  });
  return { middleware: router, perform };

  /** `unlocked`: the person has just typed the PIN for this very act. */
  async function perform(ctx: BotContext, act: Act, unlocked?: "unlocked"): Promise<void> {
    const handler = handlers.get(act.name);
    if (!handler) return answer(ctx, { text: ctx.t.plain("failure-stale"), alert: true });
    if (act.wallet && !ctx.person?.wallets.some(({ id }) => id === act.wallet)) {
      return answer(ctx, { text: ctx.t.plain("failure-not-yours"), alert: true });
    }
    ctx.asked = act;
    let impatience = setTimeout(lookBusy, answerMs);
    function lookBusy(): void {
      void answer(ctx).catch(() => undefined);
      showWorking(ctx, "typing");
      impatience = setTimeout(lookBusy, TYPING_MS);
    }
    try {
      if (unlocked || (await gate(ctx, act))) await handler(ctx, act);
      await answer(ctx);
    } catch (error) {
      if (!(error instanceof CardApiError)) throw error;
      await showFailure(ctx, error, { again: act, supportUrl });
    } finally {
      clearTimeout(impatience);
    }
  }
}

function collectActs(features: Feature[]): Map<string, ActHandler> {
  const handlers = new Map<string, ActHandler>();
  for (const [name, handler] of features.flatMap(({ acts }) => Object.entries(acts ?? {}))) {
    if (handlers.has(name)) throw new Error(`two features answer ${name}`);
    handlers.set(name, handler);
  }
  return handlers;
}
