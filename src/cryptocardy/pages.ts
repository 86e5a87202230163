import type { Page } from "./types.ts";

const MOST_PAGES = 500;

/**
 * Every item of a list, page after page, each once: while we read, new items push known ones onto the next page. Ends with the last
 * page, with an empty one, or after 500. Throws what `fetchPage` throws.
 */
export async function* everyItem<Item extends { id: string }>(
  fetchPage: (page: number) => Promise<Page<Item>>,
): AsyncGenerator<Item, void> {
  const seen = new Set<string>();
  for (let number = 1; number <= MOST_PAGES; number += 1) {
    const page = await fetchPage(number);
    for (const item of page.items) {
      if (seen.has(item.id)) continue;
      seen.add(item.id);
      yield item;
    }
    if (!page.more) return;
  }
}
