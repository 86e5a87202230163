import { isReleased } from "../../../cryptocardy/holds.ts";
import type { Transaction } from "../../../cryptocardy/types.ts";
import type { PlainKey, Translator } from "../../../i18n.ts";
import { bound, escapeHtml } from "../../../lib/text.ts";
import { dayIn } from "../../../lib/zone.ts";
import { dayWords } from "../../calendar-words.ts";
import { COLOURS, drawable, FONT } from "../../drawing.ts";
import { movementWord } from "./words.ts";

/** All that a receipt tells others, as plain words: no card, no id, no balance. */
export type SharedReceipt = { kind: string; amount: string; merchant: string; day: string };

const LONGEST_NAME = 60;

/** What of a movement others may see. The day is that of the person's zone. */
export function sharedReceipt(t: Translator, transaction: Transaction, zone: string): SharedReceipt {
  const { type, amount, merchant, createdAt } = transaction;
  const sum = Math.abs(amount);
  return {
    kind: kindWords(t, transaction),
    amount: type === "refund" ? t.signedMoney(sum) : t.money(sum),
    merchant: bound(merchant.name.normalize("NFKC"), LONGEST_NAME) || t.plain("history-no-merchant"),
    day: dayWords(t, dayIn(zone, createdAt)),
  };
}

/** The same as the picture says, for whoever cannot see it: a caption, in Telegram's HTML. */
export const sharedText = (t: Translator, receipt: SharedReceipt): string => t.html("history-share-text", receipt);

const WIDTH = 1000;
const EDGE = 64;
const LINE = 58;
const AMOUNT_SIZE = 88;
const NAME_SIZE = 44;
// The widest letters of the font are about as wide as they are high.
const LETTERS_A_LINE = Math.floor((WIDTH - 2 * EDGE) / NAME_SIZE);
const MOST_LINES = 3;
const DIGIT = 0.66;

/** The receipt as a picture (SVG). `badge`: a line below it, where the money is not real. */
export function drawReceipt(t: Translator, receipt: SharedReceipt, badge?: string): string {
  const name = wrapped(drawnName(t, receipt.merchant));
  const below = 292 + name.length * LINE;
  const height = below + (badge ? 150 : 96);
  const amountSize = Math.min(AMOUNT_SIZE, Math.floor((WIDTH - 2 * EDGE) / (receipt.amount.length * DIGIT)));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="${FONT}">`,
    `<rect width="${WIDTH}" height="${height}" fill="${COLOURS.ground}"/>`,
    `<rect x="${EDGE}" y="${below - 34}" width="${WIDTH - 2 * EDGE}" height="2" fill="${COLOURS.earlier}"/>`,
    line(receipt.kind, 96, 32, COLOURS.dim),
    line(receipt.amount, 196, amountSize, COLOURS.ink, "bold"),
    ...name.map((part, index) => line(part, 272 + index * LINE, NAME_SIZE, COLOURS.ink, "bold")),
    line(receipt.day, below + 28, 32, COLOURS.dim),
    ...(badge ? [line(drawable(badge), below + 88, 28, COLOURS.shop)] : []),
    "</svg>",
  ].join("");
}

const line = (text: string, y: number, size: number, colour: string, weight = "normal"): string =>
  `<text x="${EDGE}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${colour}">${escapeHtml(text)}</text>`;

// Latin, Greek and Cyrillic: what the font has shapes for, and none that is wider than a line allows.
const NO_SHAPE = /[^ -~\u00a1-\u00ac\u00ae-\u024f\u0370-\u03ff\u0400-\u052f‐–—‘’“”„…№]/gu;

/** As much of a name as the font has letters for; a name of other letters stands in the text. */
function drawnName(t: Translator, name: string): string {
  const drawn = name.replace(NO_SHAPE, "").replace(/ {2,}/g, " ").trim();
  const lost = /[\p{L}\p{N}]/u.test(name) && !/[\p{L}\p{N}]/u.test(drawn);
  return drawn === "" || lost ? t.plain("history-share-other-letters") : drawn;
}

/** Broken between words where there are any, into lines that fit whatever the letters are. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ").flatMap(pieces)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= LETTERS_A_LINE)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= MOST_LINES) return lines;
  const shown = lines.slice(0, MOST_LINES);
  return [...shown.slice(0, -1), `${shown.at(-1)?.slice(0, LETTERS_A_LINE - 1)}…`];
}

const pieces = (word: string): string[] =>
  Array.from({ length: Math.ceil(word.length / LETTERS_A_LINE) }, (_, index) =>
    word.slice(index * LETTERS_A_LINE, (index + 1) * LETTERS_A_LINE),
  );

const KINDS: Record<string, PlainKey> = {
  authorization: "history-share-hold",
  settlement: "history-share-payment",
  refund: "history-share-refund",
  decline: "history-share-decline",
};

/** What became of the money: nobody takes a hold or a decline for a payment. */
function kindWords(t: Translator, { type, status }: Transaction): string {
  if (type === "authorization" && status === "declined") return t.plain("history-share-decline");
  if (type === "authorization" && isReleased({ ...(status && { status }) })) return t.plain("history-share-released");
  const key = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  return key ? t.plain(key) : movementWord(t, type);
}
