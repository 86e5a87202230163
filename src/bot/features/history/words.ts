import type { Translator } from "../../../i18n.ts";
import { bound } from "../../../lib/text.ts";

const SIGNS: Record<string, string> = { authorization: "💳", settlement: "✔️", refund: "↩️", decline: "⛔️" };

/** Stands before the word for the kind of movement, never alone. */
export const movementSign = (type: string): string => SIGNS[type] ?? "▫️";

/** What kind of movement it is; a kind the API has just invented is shown as it is. */
export function movementWord(t: Translator, type: string): string {
  switch (type) {
    case "authorization":
      return t.plain("history-kind-authorization");
    case "settlement":
      return t.plain("history-kind-settlement");
    case "refund":
      return t.plain("history-kind-refund");
    case "decline":
      return t.plain("history-kind-decline");
    default:
      return bound(type, 30);
  }
}

/** `US` -> `United States` in the reader's language; anything that is no region code stays as it is. */
export function countryName(t: Translator, code: string): string {
  try {
    return new Intl.DisplayNames([t.locale], { type: "region" }).of(code.toUpperCase()) ?? code;
  } catch {
    return bound(code, 30);
  }
}
