import type { Operation } from "../../../operations/operation.ts";
import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import type { Feature } from "../../feature.ts";
import { answer, ofTelegram, show } from "../../screen.ts";
import { userOf } from "../../wallet.ts";
import { cancelledScreen, operationScreen } from "./view.ts";

/**
 * The buttons of confirm screens. Pressing Confirm ten times is pressing it once: what a later press shows is the state
 * the operation is in by then. The result itself is drawn by `redraw`, when a worker has it.
 */
export function createOperationsFeature({ operations, settings }: BotDeps): Feature {
  async function confirm(ctx: BotContext, id: string) {
    const drafted = await operations.get(id, userOf(ctx));
    if (!drafted) return answer(ctx, { text: ctx.t.plain("operations-expired"), alert: true });
    const message = ctx.callbackQuery?.message;
    // "In work" is drawn before the work is given away: the worker's result must not be painted over. Confirmed is
    // confirmed, also when Telegram does not take the drawing: the result is drawn again and again until it does.
    if (drafted.state === "draft") await show(ctx, draw(ctx, { ...drafted, state: "submitted" })).catch(ofTelegram);
    const screen = message && { chatId: message.chat.id, messageId: message.message_id };
    const submitted = await operations.submit(id, userOf(ctx), screen);
    // It expired while "in work" was being drawn: nothing was done, and nothing will be.
    if (!submitted) return show(ctx, draw(ctx, drafted));
    if (!submitted.first) await show(ctx, draw(ctx, submitted.operation));
  }

  async function cancel(ctx: BotContext, id: string) {
    const operation = await operations.get(id, userOf(ctx));
    if (!operation) return answer(ctx, { text: ctx.t.plain("operations-expired"), alert: true });
    const withdrawn = await operations.cancel(id, userOf(ctx));
    if (withdrawn) return show(ctx, cancelledScreen(ctx.t, operation));
    await refresh(ctx, id);
  }

  async function refresh(ctx: BotContext, id: string) {
    const operation = await operations.get(id, userOf(ctx));
    if (!operation) return answer(ctx, { text: ctx.t.plain("operations-expired"), alert: true });
    await show(ctx, draw(ctx, operation));
  }

  const draw = (ctx: BotContext, operation: Operation) => operationScreen(ctx.t, operation, settings.supportUrl);

  /** A confirm screen may be older than the lock is shut. */
  async function takesMoneyOff(ctx: BotContext, id: string): Promise<boolean> {
    const operation = await operations.get(id, userOf(ctx));
    return operation?.kind === "withdraw" || operation?.kind === "close";
  }

  return {
    guarded: { "op.confirm": { when: (ctx, { id = "" }) => takesMoneyOff(ctx, id) } },
    acts: {
      "op.confirm": (ctx, { id = "" }) => confirm(ctx, id),
      "op.cancel": (ctx, { id = "" }) => cancel(ctx, id),
      "op.refresh": (ctx, { id = "" }) => refresh(ctx, id),
    },
  };
}
