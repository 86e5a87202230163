const USUAL = /^[0-9a-f]{4}(-[0-9a-f]{4}){3}$/i;
const POSSIBLE = /^[\x21-\x7e]{8,128}$/;
const HEX = /^[0-9a-f]{16}$/;
const TAIL = 4;

/**
 * What a text looks like as a seed. `usual`: `xxxx-xxxx-xxxx-xxxx` in hex; `unusual`: 8-128 printable ASCII characters
 * without spaces (a header could not carry others), to be tried with a warning; `impossible`: anything else.
 */
export function seedForm(text: string): "usual" | "unusual" | "impossible" {
  if (USUAL.test(text)) return "usual";
  return POSSIBLE.test(text) ? "unusual" : "impossible";
}

/**
 * What a text may mean as a seed, the likeliest first: sixteen hexadecimal digits are the usual form, whatever a keyboard
 * made of its letters and hyphens; otherwise, or if that is refused, it is what was typed. Empty: it cannot be one.
 */
export function seedReadings(text: string): string[] {
  const usual = HEX.test(signsOf(text)) ? signsOf(text).replace(/(?<=^(?:.{4})+)(?!$)/g, "-") : text;
  return [...new Set([usual, text])].filter((reading) => seedForm(reading) !== "impossible");
}

/** Whether a person who types `text` has the seed at hand: its last four signs or more, whatever the case and the dashes. */
export function isSeedTail(seed: string, text: string): boolean {
  const typed = signsOf(text);
  return typed.length >= TAIL && signsOf(seed).endsWith(typed);
}

function signsOf(text: string): string {
  return text.toLowerCase().replace(/[\s\p{Pd}]/gu, "");
}
