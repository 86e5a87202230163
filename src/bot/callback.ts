import { InlineKeyboard } from "grammy";
import type { Act, Button } from "../notifications/outgoing.ts";

const SEPARATOR = "|";
/** Stands before the data of buttons below a pushed message, which stays when they are pressed. */
const PUSHED = "!";
// Bot API: callback_data is 1-64 bytes.
const LONGEST_DATA = 64;

/** Writes an act as callback data: `name|wallet|id|arg` without empty ends. Throws when it does not fit 64 bytes. */
export function encodeAct(act: Act, pushed = false): string {
  const parts = [act.name, act.wallet ?? "", act.id ?? "", act.arg ?? ""];
  if (parts.some((part) => part.includes(SEPARATOR))) throw new RangeError(`${act.name}: a part holds the separator`);
  const data = `${pushed ? PUSHED : ""}${parts.join(SEPARATOR).replace(/\|+$/, "")}`;
  if (Buffer.byteLength(data) > LONGEST_DATA) throw new RangeError(`${act.name}: longer than ${LONGEST_DATA} bytes`);
  return data;
}

/** Reads callback data back. Anything may come: the result is only a claim until the router has checked it. */
export function decodeAct(data: string): Act {
  const [name = "", wallet, id, arg] = (isPushed(data) ? data.slice(PUSHED.length) : data).split(SEPARATOR);
  return { name, ...(wallet && { wallet }), ...(id && { id }), ...(arg && { arg }) };
}

/** Whether the button stands below a pushed message. */
export const isPushed = (data: string): boolean => data.startsWith(PUSHED);

/**
 * Draws buttons as Telegram's inline keyboard; those of a pushed message leave it where it is. An object whose id does
 * not fit a button comes from the API: the news of it goes out all the same, without that button.
 */
export function toKeyboard(rows: Button[][], pushed = false): InlineKeyboard {
  const fitting = pushed ? rows.map((row) => row.filter(fits)) : rows;
  const filled = fitting.filter((row) => row.length > 0);
  return InlineKeyboard.from(
    filled.map((row) => row.map((button) => ({ ...target(button, pushed), ...look(button) }))),
  );
}

function fits(button: Button): boolean {
  if (!("act" in button)) return true;
  try {
    encodeAct(button.act, true);
    return true;
  } catch {
    return false;
  }
}

const look = ({ style }: Button) => (style ? { style } : {});

function target(button: Button, pushed: boolean) {
  if ("copy" in button) return InlineKeyboard.copyText(button.text, button.copy);
  if ("url" in button) return InlineKeyboard.url(button.text, button.url);
  return InlineKeyboard.text(button.text, encodeAct(button.act, pushed));
}
