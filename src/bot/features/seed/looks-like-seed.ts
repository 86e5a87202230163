// Some keyboards turn a hyphen into a longer dash. Part of a UUID is no seed, hence the borders.
const DASH = "[-\\u2010-\\u2015\\u2212]";
const SEED = new RegExp(`(?<![0-9a-f]|${DASH})[0-9a-f]{4}(?:${DASH}[0-9a-f]{4}){3}(?![0-9a-f]|${DASH})`, "iu");

/** The seed inside a text (`xxxx-xxxx-xxxx-xxxx`, hexadecimal, with plain hyphens), if there is one. */
export const findSeed = (text: string): string | undefined => SEED.exec(text)?.[0].replace(new RegExp(DASH, "gu"), "-");
