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
  "switch_inline_query_current_chat",
  "switch_inline_query_chosen_chat",
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

const checkWebApp = (value: unknown, allowLoopbackLinks: boolean): { url: string } => {
  if (!isObject(value) || typeof value.url !== "string") throw unusable('Field "url" must be of type String');
  const { url } = value;
  if (allowLoopbackLinks && isLoopback(url)) return { url };
  const valid = URL.canParse(url) && new URL(url).protocol === "https:";
  if (!valid) throw badRequest(`Inline keyboard button Web App URL '${url}' is invalid: Only HTTPS links are allowed`);
  return { url };
};

const readButton = (given: unknown, allowLoopbackLinks: boolean): Button => {
  if (!isObject(given)) throw unusable("InlineKeyboardButton must be an Object");
  if (typeof given.text !== "string") throw unusable('Can\'t find field "text"');
  const look = {
    text: given.text,
    ...(typeof given.style === "string" && given.style !== "" && { style: given.style }),
    ...(typeof given.icon_custom_emoji_id === "string" && { icon_custom_emoji_id: given.icon_custom_emoji_id }),
  };
  if (look.style && !["danger", "success", "primary"].includes(look.style))
    throw unusable("Invalid button style specified");
  const action = actionOrder.find((name) => given[name] !== undefined && given[name] !== null);
  switch (action) {
    case "url":
      return { ...look, url: checkUrl(String(given.url), allowLoopbackLinks) };
    case "callback_data": {
      const data = String(given.callback_data);
      const size = Buffer.byteLength(data);
      if (size === 0 || size > 64) throw badRequest("BUTTON_DATA_INVALID");
      return { ...look, callback_data: data };
    }
    case "web_app":
      return { ...look, web_app: checkWebApp(given.web_app, allowLoopbackLinks) };
    case "copy_text": {
      const text = isObject(given.copy_text) ? given.copy_text.text : undefined;
      // The limit is documented, the code of the refusal is a guess.
      if (typeof text !== "string" || text === "" || [...text].length > 256)
        throw badRequest("BUTTON_COPY_TEXT_INVALID");
      return { ...look, copy_text: { text } };
    }
    case "disabled":
      return { ...look, disabled: {} };
    case undefined:
      throw unusable("Text buttons are unallowed in the inline keyboard");
    default:
      throw unusable(`The emulator has no buttons of kind ${action}`);
  }
};

/** Checks `reply_markup` as the real server does and keeps what it would keep. Buttons with an empty text are dropped. */
export const readMarkup = (given: unknown, { allowLoopbackLinks }: { allowLoopbackLinks: boolean }): Markup => {
  if (given === undefined) return { kind: "none" };
  if (!isObject(given)) throw badRequest("Object expected as reply markup");
  if (!("inline_keyboard" in given)) {
    const known = ["keyboard", "remove_keyboard", "force_reply"].some((field) => field in given);
    return known ? { kind: "reply", value: given } : { kind: "none" };
  }
  const rows = given.inline_keyboard;
  if (!Array.isArray(rows)) {
    throw badRequest('Field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays');
  }
  const keyboard = rows
    .map((row: unknown) => {
      if (!Array.isArray(row)) {
        throw badRequest('Field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays');
      }
      return row.map((button) => readButton(button, allowLoopbackLinks)).filter((button) => button.text.trim() !== "");
    })
    .filter((row) => row.length > 0);
  // The real limits are not published: 10 KB and 100 buttons are a guess.
  if (keyboard.flat().length > 100 || Buffer.byteLength(JSON.stringify(keyboard)) > 10_240) {
    throw badRequest("Reply markup is too long");
  }
  return keyboard.length === 0 ? { kind: "none" } : { kind: "inline", keyboard: { inline_keyboard: keyboard } };
};
