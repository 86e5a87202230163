import { Composer } from "grammy";
import { UNLOCK_MINUTES } from "../../../accounts/app-lock.ts";
import type { Secret } from "../../../lib/secret.ts";
import type { Act } from "../../../notifications/outgoing.ts";
import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import type { Feature } from "../../feature.ts";
import { KEY, type KeypadGoal } from "../../keypad.ts";
import { barredScreen } from "../../lock-view.ts";
import { answer, says, show } from "../../screen.ts";
import { userOf } from "../../wallet.ts";
import { createForgotten } from "./forgotten.ts";
import { isTooEasy } from "./too-easy.ts";
import { lockScreen, wordsOf } from "./view.ts";

/** A text that can only be a PIN somebody types instead of pressing keys. */
const TYPED_PIN = /^\s*(?:\d\s*){3,8}$/;

/**
 * The lock's own screen and its keypad. Which acts it guards is told by their features; the gate in front of the router
 * asks. A PIN is never in a message: what is typed while a keypad is open is deleted before anything else sees it.
 */
export function createLockFeature(deps: BotDeps): Feature {
  const { lock, keypads, clock } = deps;
  const forgotten = createForgotten(deps);

  async function open(ctx: BotContext, done?: "lock-set" | "lock-removed" | "lock-shut") {
    const pin = await lock.get(userOf(ctx));
    await show(ctx, lockScreen(ctx.t, pin, clock.now()), done && { text: ctx.t.plain(done) });
  }

  const askNew = (ctx: BotContext, words: string) => keypads.ask(ctx, { kind: "new" }, words);

  async function press(ctx: BotContext, act: Act) {
    const pressed = await keypads.press(ctx, act, (goal) => wordsOf(ctx.t, goal));
    if (pressed.kind === "stale") return answer(ctx, { text: ctx.t.plain("lock-stale"), alert: true });
    if (pressed.kind === "whole") await reached(ctx, pressed.goal, pressed.pin);
  }

  async function reached(ctx: BotContext, goal: KeypadGoal, pin: Secret) {
    switch (goal.kind) {
      case "open":
        return tryToOpen(ctx, goal, pin);
      case "new": {
        if (isTooEasy(pin)) return askNew(ctx, ctx.t.html("lock-too-easy"));
        return keypads.ask(ctx, { kind: "repeat", first: await lock.hash(pin) }, ctx.t.html("lock-repeat"));
      }
      case "repeat": {
        if (!(await lock.matches(pin, goal.first))) return askNew(ctx, ctx.t.html("lock-differ"));
        await lock.set(userOf(ctx), goal.first, ctx.person?.wallets.map(({ id }) => id) ?? []);
        return open(ctx, "lock-set");
      }
    }
  }

  /** The right PIN leads to where the person was going. */
  async function tryToOpen(ctx: BotContext, goal: KeypadGoal & { kind: "open" }, pin: Secret) {
    const outcome = await lock.try(userOf(ctx), pin);
    if (outcome.kind === "wrong") return keypads.ask(ctx, goal, ctx.t.html("lock-wrong", { left: outcome.left }));
    if (outcome.kind === "barred") return show(ctx, barredScreen(ctx.t, outcome.until));
    await ctx.perform(goal.wanted, "unlocked");
    if (goal.behind) await ctx.perform(goal.behind, "unlocked");
  }

  const capture = new Composer<BotContext>();
  capture.on("message:text", async (ctx, next) => {
    const text = ctx.message.text.trim();
    if (await forgotten.expects(ctx, text)) return forgotten.take(ctx, text, await remove(ctx));
    if (!TYPED_PIN.test(text) || !(await keypads.isOpen(userOf(ctx)))) return next();
    const deleted = await remove(ctx);
    await ctx.reply(ctx.t.plain(deleted ? "lock-typed-refused" : "lock-typed-remove"));
  });

  return {
    capture,
    guarded: { "lock.set": { always: true }, "lock.off": { always: true }, "lock.minutes": {} },
    acts: {
      "lock.open": (ctx) => open(ctx),
      "lock.set": (ctx) => askNew(ctx, ctx.t.html("lock-new")),
      "lock.off": async (ctx) => {
        await lock.remove(userOf(ctx));
        await open(ctx, "lock-removed");
      },
      "lock.now": async (ctx) => {
        await lock.shut(userOf(ctx));
        await open(ctx, "lock-shut");
      },
      "lock.minutes": async (ctx, { arg }) => {
        const minutes = UNLOCK_MINUTES.find((one) => String(one) === arg);
        if (minutes) await lock.setMinutes(userOf(ctx), minutes);
        await open(ctx);
      },
      "lock.forgot": (ctx) => forgotten.ask(ctx),
      [KEY]: press,
    },
  };
}

/** False when Telegram does not let us. */
async function remove(ctx: BotContext): Promise<boolean> {
  return ctx.deleteMessage().catch((error: unknown) => {
    if (says(error, "message to delete not found", "message can't be deleted")) return false;
    throw error;
  });
}
