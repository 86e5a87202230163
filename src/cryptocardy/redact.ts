import { bound } from "../lib/text.ts";

const LONGEST_TEXT = 200;
const HIDDEN = "[…]";

// Card numbers, also in groups; seeds; anything in the form of a credential; addresses of pages, which may carry tokens.
const CARD_NUMBER = /(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/g;
const SEED = /(?<![0-9a-z])[0-9a-f]{4}(?:[ -]?[0-9a-f]{4}){3}(?![0-9a-z])/gi;
const LONG_TOKEN = /\b(?:whsec_\w+|[0-9a-f]{32,}|[A-Za-z0-9+/_-]{40,}={0,2})/gi;
const URL_LIKE = /\b[a-z][a-z0-9+.-]*:\/\/\S+/gi;

/**
 * A text of the API made fit to be shown and logged: without card numbers, seeds, long tokens, URLs and control characters, at
 * most 200 characters. `undefined` when nothing is left.
 */
export function redactText(text: string): string | undefined {
  const clean = text
    .slice(0, 4 * LONGEST_TEXT)
    .normalize("NFKC")
    .replace(URL_LIKE, HIDDEN)
    .replace(SEED, HIDDEN)
    .replace(CARD_NUMBER, HIDDEN)
    .replace(LONG_TOKEN, HIDDEN);
  return bound(clean, LONGEST_TEXT) || undefined;
}
