// Some keyboards turn a hyphen into a longer dash. Part of a UUID is no seed, hence the borders.
const DASH = "[-\\u2010-\\u2015\\u2212]";
const GAP = `(?:${DASH}|[ \\u00a0])`;
const SEED = new RegExp(`(?<![0-9a-f]|${DASH})[0-9a-f]{4}(?:${GAP}[0-9a-f]{4}){3}(?![0-9a-f]|${DASH})`, "giu");
const HAS_DASH = new RegExp(DASH, "u");

/**
 * The seed inside a text, if there is one: `xxxx-xxxx-xxxx-xxxx`, hexadecimal, with plain hyphens, also where they were
 * longer dashes or spaces. Four groups of digits with spaces only are a card number.
 */
export function findSeed(text: string): string | undefined {
  const found = [...text.matchAll(SEED)].map(([match]) => match);
  const seed = found.find((match) => HAS_DASH.test(match) || /[a-f]/i.test(match));
  return seed?.replace(new RegExp(GAP, "gu"), "-");
}
