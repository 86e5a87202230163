import { clearChat } from "../../clear-chat.ts";
import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import type { Feature } from "../../feature.ts";
import { answer, show } from "../../screen.ts";
import { userOf } from "../../wallet.ts";
import { askScreen, doneScreen, nothingScreen } from "./view.ts";

/** Leaving: everything kept of a person goes, after they saved their seeds or said twice that they do not want to. */
export function createLeaveFeature({ accounts, store, log }: BotDeps): Feature {
  async function ask(ctx: BotContext, sure = false) {
    if (!ctx.person) return show(ctx, nothingScreen(ctx.t));
    await show(ctx, askScreen(ctx.t, ctx.person.wallets, sure));
  }

  async function go(ctx: BotContext, lost: boolean) {
    if (!ctx.person) return show(ctx, nothingScreen(ctx.t));
    const unsaved = ctx.person.wallets.some(({ seedSaved }) => !seedSaved);
    if (unsaved && !lost) return ask(ctx);
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
      "delete.go": (ctx, { arg }) => go(ctx, arg === "lost"),
    },
    commands: { delete: { description: "delete-command", run: (ctx) => ask(ctx) } },
  };
}
