/** Identical reads of one owner that are under way at the same time get one answer. */
export function createCoalescer() {
  const underWay = new Map<string, Map<string, Promise<unknown>>>();

  return {
    /** The answer under way for this owner and key, or that of `ask`. */
    share(owner: string, key: string, ask: () => Promise<unknown>): Promise<unknown> {
      const mine = underWay.get(owner) ?? new Map<string, Promise<unknown>>();
      const known = mine.get(key);
      if (known) return known;
      const answer = ask().finally(() => {
        if (mine.get(key) === answer) mine.delete(key);
        if (mine.size === 0 && underWay.get(owner) === mine) underWay.delete(owner);
      });
      mine.set(key, answer);
      underWay.set(owner, mine);
      return answer;
    },

    /** Reads of this owner from now on do not join those under way. */
    forget(owner: string): void {
      underWay.delete(owner);
    },
  };
}
