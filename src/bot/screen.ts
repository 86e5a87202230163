import type { Menu } from "@grammyjs/menu";
import { GrammyError, HttpError, InputFile } from "grammy";
import type { Translator } from "../i18n.ts";
import type { Button } from "../notifications/outgoing.ts";
import { isPushed, toKeyboard } from "./callback.ts";
import type { BotContext } from "./context.ts";

/** What a screen shows: Telegram HTML under an optional picture (PNG), and rows of buttons, or a menu of grammY's. */
export type Screen = {
  text: string;
  buttons: Button[][];
  photo?: Buffer;
  protect?: boolean;
  menu?: Menu<BotContext>;
};

/** A short note over the chat that leaves no trace in it; `alert` keeps it until it is dismissed. At most 200 characters. */
export type Note = { text: string; alert?: boolean };

/**
 * Shows a screen: in place of the pressed one, else (a command, a button below a pushed message) as a new message.
 * The press is answered at the same time, with the note if there is one.
 */
export async function show(ctx: BotContext, screen: Screen, note?: Note): Promise<void> {
  await showSomewhere(ctx, screen, note);
}

/** The same; returns the id of the message it is in. */
export async function showSomewhere(ctx: BotContext, screen: Screen, note?: Note): Promise<number> {
  const stays = isPushed(ctx.callbackQuery?.data ?? "");
  const [, messageId] = await Promise.all([answer(ctx, note), stays ? send(ctx, screen) : place(ctx, screen)]);
  return messageId;
}

/** Draws the pressed message anew even when it was pushed: what it showed is no longer to be seen. */
export async function redraw(ctx: BotContext, screen: Screen, note?: Note): Promise<void> {
  await Promise.all([answer(ctx, note), place(ctx, screen)]);
}

/** Puts another button in the place of the pressed one; the message stays as it is. */
export async function swapPressed(ctx: BotContext, button: Button, note?: Note): Promise<void> {
  const data = ctx.callbackQuery?.data ?? "";
  const message = ctx.callbackQuery?.message;
  const rows = message && "reply_markup" in message ? message.reply_markup?.inline_keyboard : undefined;
  const [[other] = []] = toKeyboard([[button]], isPushed(data)).inline_keyboard;
  const swapped = rows?.map((row) =>
    row.map((one) => ("callback_data" in one && one.callback_data === data && other ? other : one)),
  );
  await Promise.all([
    answer(ctx, note),
    swapped &&
      ctx
        .editMessageReplyMarkup({ reply_markup: { inline_keyboard: swapped } })
        .catch(unless("message is not modified", "message to edit not found", "message can't be edited")),
  ]);
}

/** Shows a screen as a new message, whatever was pressed. */
export async function showNew(ctx: BotContext, screen: Screen, note?: Note): Promise<number> {
  const [, messageId] = await Promise.all([answer(ctx, note), send(ctx, screen)]);
  return messageId;
}

/**
 * Shows something secret in a new message. First `cover` stands there, without the secret; only when `ready` has seen to
 * it that the message goes away again is the secret put in. Whoever dies in between leaves none in the chat.
 */
export async function showSecret(
  ctx: BotContext,
  { cover, secret }: { cover: Screen; secret: Screen },
  ready: (messageId: number) => Promise<unknown>,
): Promise<void> {
  const messageId = await showNew(ctx, cover);
  await ready(messageId);
  if (!ctx.chat) return;
  await ctx.api
    .editMessageText(ctx.chat.id, messageId, body(ctx, secret), format(secret))
    .catch(unless("message is not modified", "message to edit not found", "message can't be edited"));
}

/**
 * Shows a screen in a message of ours, whatever was pressed, or as a new one. Returns the id of the message, to show what
 * comes next in it.
 */
export async function showAt(ctx: BotContext, messageId: number | undefined, screen: Screen): Promise<number> {
  if (messageId === undefined || !ctx.chat) return showNew(ctx, screen);
  try {
    await ctx.api.editMessageText(ctx.chat.id, messageId, body(ctx, screen), format(screen));
  } catch (error) {
    if (says(error, "message to edit not found", "message can't be edited")) return send(ctx, screen);
    if (!says(error, "message is not modified")) throw error;
  }
  return messageId;
}

/**
 * Answers the press once; later calls, and presses too old for Telegram, are passed over. Only a pop-up is worth an error:
 * without the rest a button turns a little longer, and what it did is done.
 */
export async function answer(ctx: BotContext, note?: Note): Promise<void> {
  if (!ctx.callbackQuery || ctx.answered) return;
  ctx.answered = true;
  const text = note && (note.text.length > 200 ? `${note.text.slice(0, 199)}…` : note.text);
  await ctx
    .answerCallbackQuery({ ...(text && { text }), ...(note?.alert && { show_alert: true }) })
    .catch(note?.alert ? unless("query is too old") : ofTelegram);
}

/**
 * Answers the press with a note that takes time to make. Until then nothing else may answer: an answered press cannot
 * show a pop-up any more.
 */
export async function answerWith(ctx: BotContext, make: () => Promise<Note>): Promise<void> {
  ctx.answered = true;
  const note = await make().finally(() => {
    ctx.answered = false;
  });
  await answer(ctx, note);
}

/** Shows above the chat that something is being done ("sending a photo…"). Nobody waits for it. */
export function showWorking(ctx: BotContext, action: "typing" | "upload_photo" | "upload_document"): void {
  void ctx.replyWithChatAction(action).catch(() => undefined);
}

/** The badge under every screen that does not move real money. */
export const withBadge = (t: Translator, sandbox: boolean, text: string): string =>
  sandbox ? `${text}\n\n<i>${t.html("common-sandbox-badge")}</i>` : text;

async function place(ctx: BotContext, screen: Screen): Promise<number> {
  const pressed = ctx.callbackQuery?.message;
  if (!pressed) return send(ctx, screen);
  if (screen.photo || PICTURED.some((kind) => kind in pressed)) return replace(ctx, screen);
  try {
    await ctx.editMessageText(body(ctx, screen), format(screen));
  } catch (error) {
    if (says(error, "no text in the message")) return replace(ctx, screen);
    if (says(error, "message to edit not found", "message can't be edited")) return send(ctx, screen);
    if (!says(error, "message is not modified")) throw error;
  }
  return pressed.message_id;
}

/** What has no text to edit. An old message comes without any of its content: then Telegram is asked. */
const PICTURED = ["photo", "document"] as const;

async function replace(ctx: BotContext, screen: Screen): Promise<number> {
  const messageId = await send(ctx, screen);
  await ctx.deleteMessage().catch(unless("message to delete not found", "message can't be deleted"));
  return messageId;
}

async function send(ctx: BotContext, screen: Screen): Promise<number> {
  const options = { ...format(screen), ...(screen.protect && { protect_content: true }) };
  const { message_id } = screen.photo
    ? await ctx.replyWithPhoto(new InputFile(screen.photo, "picture.png"), { ...options, caption: body(ctx, screen) })
    : await ctx.reply(body(ctx, screen), options);
  return message_id;
}

const body = (ctx: BotContext, screen: Screen): string => withBadge(ctx.t, ctx.sandbox, screen.text);

const format = (screen: Screen) => ({
  parse_mode: "HTML" as const,
  reply_markup: screen.menu ?? toKeyboard(screen.buttons),
  ...(!screen.photo && { link_preview_options: { is_disabled: true } }),
});

/** Whether Telegram refused with one of these descriptions (the words after "Bad Request: "). */
export const says = (error: unknown, ...descriptions: string[]): boolean =>
  error instanceof GrammyError && descriptions.some((description) => error.description.includes(description));

/** A `catch` for what may fail on Telegram's side without stopping anything. */
export function ofTelegram(error: unknown): void {
  if (!(error instanceof GrammyError || error instanceof HttpError)) throw error;
}

/** A `catch` that passes over the named refusals and throws everything else again. */
export const unless =
  (...descriptions: string[]) =>
  (error: unknown): void => {
    if (!says(error, ...descriptions)) throw error;
  };
