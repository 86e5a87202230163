import { bound } from "../lib/text.ts";

const LONGEST_TEXT = 200;
const LONGEST_LOOKED_AT = 4 * LONGEST_TEXT;
const HIDDEN = "[…]";

// Card numbers, also in groups (with the letters of a seed that is nearly all digits); seeds; whatever looks like a credential; addresses of pages, which may carry tokens.
const CARD_NUMBER = /[a-f]{0,3}\d(?:[ .\-\u2010-\u2015\u2212]{0,2}\d){12,}[a-f]{0,3}/gi;
const SEED = /(?<![0-9a-z])[0-9a-f]{4}(?:[ \-\u2010-\u2015][0-9a-f]{4}){3}(?![0-9a-z])/gi;
const TOKEN = /whsec_\w+|[0-9a-f]{32,}|[A-Za-z0-9+/_-]{40,}={0,2}/gi;
const PAGE = /[a-z][a-z0-9+.-]*:\/\/\S+/gi;

/**
 * A text of the API made fit to be shown and logged: without card numbers, seeds, tokens, page addresses, the `secrets` of this very
 * call, and control characters; at most 200 characters. `undefined` when nothing is left.
 */
export function redactText(text: string, secrets: readonly string[] = []): string | undefined {
  const whole = text.normalize("NFKC");
  // Cutting could halve a number beyond recognition: its rest goes too.
  const looked = whole.length > LONGEST_LOOKED_AT ? whole.slice(0, LONGEST_LOOKED_AT).replace(/\S+$/, "") : whole;
  const spared = secrets
    .filter((secret) => secret !== "")
    .reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), looked);
  const clean = spared.replace(PAGE, HIDDEN).replace(CARD_NUMBER, HIDDEN).replace(SEED, HIDDEN).replace(TOKEN, HIDDEN);
  return bound(clean, LONGEST_TEXT) || undefined;
}

/** Whether a short word of the API (an error code, a request id) could be a card number or a seed. */
export function looksSecret(word: string): boolean {
  return word.search(CARD_NUMBER) >= 0 || word.search(SEED) >= 0;
}
