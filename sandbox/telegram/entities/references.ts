const named: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"' };

/**
 * Decodes the character reference that starts at `at` (`&lt;`, `&#38;`, `&#x26;`; the semicolon may be missing, as in TDLib).
 * Undefined when there is none, or one Telegram does not know: then the "&" is an ordinary character.
 */
export const decodeReference = (source: string, at: number): { text: string; next: number } | undefined => {
  if (source[at] !== "&") return undefined;
  const numeric = /^&#(?:x([0-9a-fA-F]*)|([0-9]*))/.exec(source.slice(at, at + 16));
  let text: string;
  let end: number;
  if (source[at + 1] === "#") {
    const match = numeric?.[0] ?? "";
    const code = numeric?.[1] === undefined ? Number(numeric?.[2] || 0) : Number.parseInt(numeric[1] || "0", 16);
    const surrogate = code >= 0xd800 && code <= 0xdfff;
    if (code === 0 || code >= 0x10ffff || match.length >= 10 || surrogate) return undefined;
    text = String.fromCodePoint(code);
    end = at + match.length;
  } else {
    const name = /^[a-z]*/i.exec(source.slice(at + 1, at + 12))?.[0] ?? "";
    const known = Object.hasOwn(named, name) ? named[name] : undefined;
    if (known === undefined) return undefined;
    text = known;
    end = at + 1 + name.length;
  }
  return { text, next: source[end] === ";" ? end + 1 : end };
};
