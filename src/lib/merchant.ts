/**
 * Whether two descriptors are most likely the same merchant: shops add cities, order numbers and legal forms to their
 * names, so what counts is the words before all that. `SPOTIFY P1A2` and `Spotify AB Stockholm` are the same.
 */
export function isSameMerchant(one: string, other: string): boolean {
  const [a, b] = [words(one), words(other)];
  if (a.length === 0 || b.length === 0) return one.trim() === other.trim();
  return a.every((word, place) => place >= b.length || word === b[place]);
}

/** Words without digits, in small letters; `*` and punctuation part words. */
function words(name: string): string[] {
  const all = name
    .normalize("NFKC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return all.filter((word) => word !== "" && !/\d/.test(word));
}
