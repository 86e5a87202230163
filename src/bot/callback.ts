import { InlineKeyboard } from "grammy";
import type { Act, Button } from "../notifications/outgoing.ts";

const SEPARATOR = "|";
// Bot API: callback_data is 1-64 bytes.
const LONGEST_DATA = 64;

/** Writes an act as callback data: `name|wallet|id|arg` without empty ends. Throws when it does not fit 64 bytes. */
export function encodeAct(act: Act): string {
  const parts = [act.name, act.wallet ?? "", act.id ?? "", act.arg ?? ""];
  if (parts.some((part) => part.includes(SEPARATOR))) throw new RangeError(`${act.name}: a part holds the separator`);
  const data = parts.join(SEPARATOR).replace(/\|+$/, "");
  if (Buffer.byteLength(data) > LONGEST_DATA) throw new RangeError(`${act.name}: longer than ${LONGEST_DATA} bytes`);
  return data;
}

/** Reads callback data back. Anything may come: the result is only a claim until the router has checked it. */
export function decodeAct(data: string): Act {
  const [name = "", wallet, id, arg] = data.split(SEPARATOR);
  return { name, ...(wallet && { wallet }), ...(id && { id }), ...(arg && { arg }) };
}

/** Draws buttons as Telegram's inline keyboard. */
export function toKeyboard(rows: Button[][]): InlineKeyboard {
  return InlineKeyboard.from(
    rows.filter((row) => row.length > 0).map((row) => row.map((button) => ({ ...target(button), ...look(button) }))),
  );
}

const look = ({ style }: Button) => (style ? { style } : {});

function target(button: Button) {
  if ("copy" in button) return InlineKeyboard.copyText(button.text, button.copy);
  if ("url" in button) return InlineKeyboard.url(button.text, button.url);
  return InlineKeyboard.text(button.text, encodeAct(button.act));
}
