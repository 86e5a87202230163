import { badRequest } from "./failure.ts";
import type { Button, InlineKeyboard } from "./wire.ts";

export type Markup =
  | { kind: "none" }
  | { kind: "inline"; keyboard: InlineKeyboard }
  | { kind: "reply"; value: Record<string, unknown> };

type Loose = Record<string, unknown>;
const isObject = (value: unknown): value is Loose =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The order in which the real server looks for a button's action; the first one present wins. */
export const actionOrder = [
  "url",
  "callback_data",
  "callback_game",
  "pay",
  "switch_inline_query",
  "switch_inline_query_chosen_chat",
  "switch_inline_query_current_chat",
  "login_url",
  "web_app",
  "copy_text",
  "disabled",
];

const unusable = (problem: string) => badRequest(`Can't parse inline keyboard button: ${problem}`);

const isLoopback = (url: string): boolean => {
  if (!URL.canParse(url)) return false;
  return ["localhost", "127.0.0.1", "[::1]"].includes(new URL(url).hostname);
};

const checkUrl = (url: string, allowLoopbackLinks: boolean): string => {
  if (/^tg:\/\//i.test(url) || (allowLoopbackLinks && isLoopback(url))) return url;
  const full = /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `http://${url}`;
  const wrong = (why: string) => badRequest(`Inline keyboard button URL '${url}' is invalid: ${why}`);
  if (!URL.canParse(full)) throw wrong("Wrong HTTP URL");
  const parsed = new URL(full);
  if (!["http:", "https:", "ton:", "tonsite:"].includes(parsed.protocol)) throw wrong("Unsupported URL protocol");
  if (!parsed.hostname.includes(".")) throw wrong("Wrong HTTP URL");
  return parsed.href;
};

const checkWebApp = (url: string, allowLoopbackLinks: boolean): string => {
  if (allowLoopbackLinks && isLoopback(url)) return url;
  const valid = URL.canParse(url) && new URL(url).protocol === "https:";
  if (!valid) throw badRequest(`Inline keyboard button Web App URL '${url}' is invalid: Only HTTPS links are allowed`);
  return url;
};

const requiredText = (value: unknown, field: string): string => {
  const text = isObject(value) ? value[field] : undefined;
  if (text === undefined) throw unusable(`Can't find field "${field}"`);
  return String(text);
};

const present = (given: Loose, name: string): boolean => {
  const value = given[name];
  const mayBeEmpty = name !== "url" && name !== "callback_data";
  return value !== undefined && value !== null && (mayBeEmpty || value !== "");
};

const readButton = (given: unknown): Button => {
  if (!isObject(given)) throw unusable("InlineKeyboardButton must be an Object");
  if (given.text === undefined) throw unusable('Can\'t find field "text"');
  const style = typeof given.style === "string" ? given.style.toLowerCase() : "";
  if (!["", "default", "danger", "success", "primary"].includes(style))
    throw unusable("invalid button style specified");
  const look = {
    text: String(given.text),
    ...(style !== "" && style !== "default" && { style }),
    ...(typeof given.icon_custom_emoji_id === "string" && { icon_custom_emoji_id: given.icon_custom_emoji_id }),
  };
  const action = actionOrder.find((name) => present(given, name));
  switch (action) {
    case "url":
      return { ...look, url: String(given.url) };
    case "callback_data":
      return { ...look, callback_data: String(given.callback_data) };
    case "web_app":
      return { ...look, web_app: { url: requiredText(given.web_app, "url") } };
    case "copy_text":
      return { ...look, copy_text: { text: requiredText(given.copy_text, "text") } };
    case "disabled":
      return { ...look, disabled: {} };
    case undefined:
      throw unusable("Text buttons are unallowed in the inline keyboard");
    default:
      throw unusable(`The emulator has no buttons of kind ${action}`);
  }
};

/** Reads `reply_markup` as the Bot API server does, before it looks for the chat; the values of buttons are not checked yet. */
export const parseMarkup = (given: unknown): Markup => {
  if (given === undefined) return { kind: "none" };
  if (!isObject(given)) throw badRequest("Object expected as reply markup");
  const rows = given.inline_keyboard ?? [];
  if (!Array.isArray(rows)) throw badRequest('Field "inline_keyboard" must be of type Array');
  const keyboard = rows.map((row: unknown) => {
    if (Array.isArray(row)) return row.map(readButton);
    throw badRequest('Field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays');
  });
  const hasKeys = Array.isArray(given.keyboard) && given.keyboard.length > 0;
  if (hasKeys) return { kind: "reply", value: given };
  if (keyboard.length > 0) return { kind: "inline", keyboard: { inline_keyboard: keyboard } };
  const other = given.remove_keyboard === true || given.force_reply === true;
  return other ? { kind: "reply", value: given } : { kind: "none" };
};

const checkButton = (button: Button, allowLoopbackLinks: boolean): Button => {
  if ("url" in button) return { ...button, url: checkUrl(button.url, allowLoopbackLinks) };
  if ("web_app" in button) return { ...button, web_app: { url: checkWebApp(button.web_app.url, allowLoopbackLinks) } };
  if ("callback_data" in button && Buffer.byteLength(button.callback_data) > 64)
    throw badRequest("BUTTON_DATA_INVALID");
  if ("copy_text" in button) {
    const length = [...button.copy_text.text].length;
    // The limit is documented, the code of the refusal is a guess.
    if (length === 0 || length > 256) throw badRequest("BUTTON_COPY_TEXT_INVALID");
  }
  return button;
};

/** The checks TDLib and Telegram make after the chat and the text: links, sizes. Buttons without a text are dropped. */
export const checkMarkup = (markup: Markup, { allowLoopbackLinks }: { allowLoopbackLinks: boolean }): Markup => {
  if (markup.kind !== "inline") return markup;
  const keyboard = markup.keyboard.inline_keyboard
    .map((row) => row.filter(({ text, icon_custom_emoji_id }) => text.trim() !== "" || icon_custom_emoji_id))
    .map((row) => row.map((button) => checkButton(button, allowLoopbackLinks)))
    .filter((row) => row.length > 0);
  // The real limits are not published: 10 KB and 100 buttons are a guess.
  if (keyboard.flat().length > 100 || Buffer.byteLength(JSON.stringify(keyboard)) > 10_240) {
    throw badRequest("Reply markup is too long");
  }
  return keyboard.length === 0 ? { kind: "none" } : { kind: "inline", keyboard: { inline_keyboard: keyboard } };
};
