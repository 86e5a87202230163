const HTML_ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Escapes a text for Telegram's HTML parse mode (`&`, `<`, `>`, `"`). */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => HTML_ENTITIES[sign] ?? sign);
}

// Control characters and the bidirectional overrides, with which a merchant's name could reorder the line around it.
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the purpose
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/g;

/** White space at which a line may break; the others hold an amount and its currency together. */
const BREAKABLE = /[^\S\u00a0\u202f]+/g;

/**
 * Makes a text from outside (merchant, label, API message) fit to stand in one of our lines: one line,
 * no control or direction characters, no half of a character (Telegram takes no text with one), at most `limit` UTF-16 units, cut between characters with an ellipsis.
 */
export function bound(text: string, limit = 64): string {
  const clean = text.toWellFormed().normalize("NFC").replace(UNPRINTABLE, " ").replace(BREAKABLE, " ").trim();
  if (clean.length <= limit) return clean;
  let cut = "";
  for (const { segment } of new Intl.Segmenter().segment(clean)) {
    if (cut.length + segment.length > limit - 1) break;
    cut += segment;
  }
  return `${cut}…`;
}
