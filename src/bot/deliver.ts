import { type Api, GrammyError, HttpError } from "grammy";
import type { Deliver, Delivered, Outgoing, Retract } from "../notifications/outgoing.ts";
import { toKeyboard } from "./callback.ts";
import { says } from "./screen.ts";
import { TelegramUnreachable } from "./telegram-fetch.ts";

/** A code whose sending is not answered so soon is sent again. */
export const CODE_PATIENCE_MS = 4_000;

/**
 * Sends, edits and removes pushed messages; tells what became of each in words the queue can act on. Never retries.
 * `urgent` sends codes: it gives up early, because a code is better sent twice than late.
 */
export function createDelivery(api: Api, urgent = api): { deliver: Deliver; retract: Retract } {
  const deliver: Deliver = async (userId, message) => {
    if (message.edit === undefined) return send(userId, message);
    const edited = await edit(userId, message.edit, message);
    return edited.kind === "missing" ? send(userId, message) : edited;
  };

  const retract: Retract = async (userId, messageId, replacement) => {
    if (replacement) {
      const edited = await edit(userId, messageId, replacement);
      return edited.kind === "missing" ? { kind: "delivered", messageId } : edited;
    }
    return attempt(async () => {
      await api.deleteMessage(userId, messageId).catch((error: unknown) => {
        if (!says(error, "message to delete not found", "message can't be deleted")) throw error;
      });
      return messageId;
    });
  };

  async function send(userId: number, message: Outgoing): Promise<Delivered> {
    return attempt(async () => {
      const sent = await (message.protect ? urgent : api).sendMessage(userId, message.text, {
        ...format(message),
        ...(message.silent && { disable_notification: true }),
        ...(message.protect && { protect_content: true }),
        ...(message.replyTo && {
          reply_parameters: { message_id: message.replyTo, allow_sending_without_reply: true },
        }),
      });
      return sent.message_id;
    });
  }

  async function edit(userId: number, messageId: number, message: Outgoing): Promise<Delivered | { kind: "missing" }> {
    try {
      await api.editMessageText(userId, messageId, message.text, format(message));
    } catch (error) {
      if (says(error, "message is not modified")) return { kind: "delivered", messageId };
      if (says(error, "message to edit not found", "message can't be edited")) return { kind: "missing" };
      return whatHappened(error);
    }
    return { kind: "delivered", messageId };
  }

  return { deliver, retract };
}

const format = ({ buttons, screen }: Outgoing) => ({
  parse_mode: "HTML" as const,
  reply_markup: toKeyboard(buttons, !screen),
  link_preview_options: { is_disabled: true },
});

async function attempt(work: () => Promise<number>): Promise<Delivered> {
  try {
    return { kind: "delivered", messageId: await work() };
  } catch (error) {
    return whatHappened(error);
  }
}

/** Shown to nobody before it was sent surely: a 4xx is final, a 429 and a refused connection may be repeated, the rest is unknown. */
function whatHappened(error: unknown): Delivered {
  if (error instanceof GrammyError) {
    const seconds = error.parameters.retry_after;
    if (error.error_code === 429) return { kind: "wait", ms: (seconds ?? 1) * 1000 };
    if (error.error_code === 403) return { kind: "gone" };
    if (error.error_code >= 500) return { kind: "unsure", failed: true };
    return { kind: "refused", reason: error.description };
  }
  if (error instanceof HttpError) {
    const cause = error.error;
    const neverLeft = cause instanceof TelegramUnreachable && !cause.sent;
    return neverLeft ? { kind: "wait", ms: 1000 } : { kind: "unsure" };
  }
  throw error;
}
