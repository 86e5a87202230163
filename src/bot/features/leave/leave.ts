import { clearChat } from "../../clear-chat.ts";
import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import type { Feature } from "../../feature.ts";
import { answer, show } from "../../screen.ts";
import { userOf } from "../../wallet.ts";
import { type Consent, readConsent } from "./consent.ts";
import { askScreen, doneScreen, nothingScreen } from "./view.ts";

/** As long as a confirm screen of money holds. */
const HOLDS_MS = 30 * 60_000;

/** Leaving: everything kept of a person goes, after they saved their seeds or said twice that they do not want to. */
export function createLeaveFeature({ accounts, store, clock, log }: BotDeps): Feature {
  async function ask(ctx: BotContext, sure = false) {
    if (!ctx.person) return show(ctx, nothingScreen(ctx.t));
    await show(ctx, askScreen(ctx.t, ctx.person.wallets, { sure, now: clock.now() }));
  }

  async function go(ctx: BotContext, { lost, askedAt }: Consent) {
    if (!ctx.person) return show(ctx, nothingScreen(ctx.t));
    const unsaved = ctx.person.wallets.some(({ seedSaved }) => !seedSaved);
    // A button far up in the chat is no decision of today.
    if ((unsaved && !lost) || clock.now() - askedAt >= HOLDS_MS) return ask(ctx);
    if (await movesMoney(userOf(ctx))) return answer(ctx, { text: ctx.t.plain("delete-pending"), alert: true });
    // First: with the person go the notes of where secrets stand, and the jobs that would take them away.
    const cleared = await clearChat(ctx, userOf(ctx), { store, log });
    await accounts.deletePerson(userOf(ctx));
    await show(ctx, doneScreen(ctx.t, cleared));
  }

  /** With the seed gone, a payment in work could neither be finished nor told of. */
  async function movesMoney(userId: number): Promise<boolean> {
    const open = await store.operations.listOpen();
    return open.some((operation) => operation.userId === userId && operation.state === "submitted");
  }

  return {
    guarded: { "delete.go": {} },
    acts: {
      "delete.ask": (ctx, { arg }) => ask(ctx, arg === "sure"),
      "delete.go": (ctx, { arg }) => go(ctx, readConsent(arg)),
    },
    commands: { delete: { description: "delete-command", run: (ctx) => ask(ctx) } },
  };
}
