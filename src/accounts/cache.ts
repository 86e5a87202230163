import type { Clock } from "../lib/clock.ts";

type Shelf = { generation: number; entries: Map<string, { until: number; value: unknown }> };

const MOST_SHELVES = 2_000;
const MOST_ENTRIES = 60;

/** Short-lived answers of this process, in one shelf per wallet that is emptied at once. */
export function createCache(clock: Clock) {
  const shelves = new Map<string, Shelf>();

  function shelf(name: string): Shelf {
    const known = shelves.get(name) ?? { generation: 0, entries: new Map() };
    // Put back at the end, so that the first is the one not used for longest.
    shelves.delete(name);
    shelves.set(name, known);
    if (shelves.size > MOST_SHELVES) shelves.delete(shelves.keys().next().value ?? "");
    return known;
  }

  return {
    /** What was read less than `ttlMs` ago, or what `read` gives now. */
    async through<Value>(name: string, key: string, ttlMs: number, read: () => Promise<Value>): Promise<Value> {
      const place = shelf(name);
      const known = place.entries.get(key);
      if (known && known.until > clock.now()) return known.value as Value;
      const { generation } = place;
      const value = await read();
      // What was asked for before the shelf was emptied may be older than the reason for emptying it.
      if (place.generation === generation) {
        if (place.entries.size >= MOST_ENTRIES) place.entries.clear();
        place.entries.set(key, { until: clock.now() + ttlMs, value });
      }
      return value;
    },

    /** Empties a shelf, of everything or of the keys that are chosen. */
    empty(name: string, chosen: (key: string) => boolean = () => true): void {
      const place = shelves.get(name);
      if (!place) return;
      place.generation += 1;
      for (const key of place.entries.keys()) if (chosen(key)) place.entries.delete(key);
    },
  };
}

export type Cache = ReturnType<typeof createCache>;
