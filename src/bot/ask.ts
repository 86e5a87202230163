import type { Act } from "../notifications/outgoing.ts";
import { decodeAct } from "./callback.ts";
import type { BotContext, BotConversation, InnerContext } from "./context.ts";
import { type Note, type Screen, show } from "./screen.ts";

/** Buttons that answer a question are named like this; every other button leaves the question. */
const ANSWER = "ask.";
export const isAnswer = (data: string): boolean => data.startsWith(ANSWER);

/** What a person answered to a question: words, or one of its buttons. */
export type Reply = { text: string } | { act: Act };

/**
 * Waits for a typed text, or for a press of the question's own button: `name` is the act's, `session` its id. Everything
 * else (a picture, the buttons of an earlier question) goes on to the rest of the bot.
 */
export async function replyTo(conversation: BotConversation, session: string, name: string): Promise<Reply> {
  const ctx = await conversation.waitUntil((next: InnerContext) => {
    if (next.callbackQuery?.data) {
      const act = decodeAct(next.callbackQuery.data);
      return act.name === name && act.id === session;
    }
    return next.message?.text !== undefined && !next.message.text.startsWith("/");
  });
  return ctx.callbackQuery?.data ? { act: decodeAct(ctx.callbackQuery.data) } : { text: ctx.message?.text ?? "" };
}

/**
 * Shows a screen from within a conversation. Goes through the outer context on purpose: its answers are not written to
 * the conversation's log.
 */
export async function ask(
  conversation: BotConversation,
  draw: (ctx: BotContext) => Screen | { screen: Screen; note?: Note },
): Promise<void> {
  await conversation.external(async (ctx: BotContext) => {
    const drawn = draw(ctx);
    await ("screen" in drawn ? show(ctx, drawn.screen, drawn.note) : show(ctx, drawn));
  });
}
