import type { CryptoCardyClient } from "../cryptocardy/client.ts";
import { everyItem } from "../cryptocardy/pages.ts";
import type { Card, Page } from "../cryptocardy/types.ts";
import { someAtOnce } from "../lib/some-at-once.ts";
import { tagsOf, tagText } from "../lib/tags.ts";
import type { CardsById } from "../store/directory.ts";
import { type CardFilter, hasTag, queryOf } from "./card-filter.ts";

/** How many cards stand on a screen. */
const CARDS_PER_PAGE = 6;
const ALL_PER_PAGE = 100;
/** Lists tell no tags: cards that were never opened are looked at one by one, so many for one search. */
const MOST_LOOKS = 30;
const LOOKS_AT_ONCE = 5;

/** One page of a list of cards. `unread`: how many cards nobody has looked at for tags yet, while one is searched for. */
export type CardListPage = { items: Card[]; page: number; pages: number; total: number; unread: number };

type Cards = Pick<CryptoCardyClient, "cards">;

/** One page of the cards that fit, as the API sorts them. One call. Beyond the last page it is the first. */
async function findCards({ cards }: Cards, filter: CardFilter, page: number): Promise<CardListPage> {
  const found = await cards.list({ ...queryOf(filter), page, perPage: CARDS_PER_PAGE });
  if (found.items.length === 0 && page > 1) return findCards({ cards }, filter, 1);
  const pages = pageCount(found);
  return { items: found.items, page: found.page, pages, total: found.total ?? found.items.length, unread: 0 };
}

/**
 * The same for a tag, which the API does not search for: reads the whole list, and the tags of cards that are not known
 * from earlier (`known`).
 */
async function findTagged({ cards }: Cards, filter: CardFilter, page: number, known: CardsById): Promise<CardListPage> {
  const all: Card[] = [];
  for await (const card of everyItem((number) =>
    cards.list({ ...queryOf(filter), page: number, perPage: ALL_PER_PAGE }),
  )) {
    all.push(card);
  }
  const tags = new Map(all.map((card) => [card.id, tagsIn(card) ?? known[card.id]?.tags]));
  const unknown = all.filter(({ id }) => tags.get(id) === undefined);
  await someAtOnce(unknown.slice(0, MOST_LOOKS), LOOKS_AT_ONCE, async ({ id }) => {
    tags.set(id, tagsIn(await cards.get(id)) ?? []);
  });
  const fitting = all.filter(({ id }) => hasTag(tags.get(id) ?? [], filter.tag ?? ""));
  const pages = Math.max(1, Math.ceil(fitting.length / CARDS_PER_PAGE));
  const at = Math.min(page, pages);
  const items = fitting.slice((at - 1) * CARDS_PER_PAGE, at * CARDS_PER_PAGE);
  return { items, page: at, pages, total: fitting.length, unread: Math.max(0, unknown.length - MOST_LOOKS) };
}

const tagsIn = ({ metadata }: Card): string[] | undefined => metadata && tagsOf(metadata).map(tagText);

/** How many pages there are, as far as the API tells: its own count, or what its total and page size come to. */
function pageCount({ page, perPage, total, totalPages, more }: Page<Card>): number {
  return Math.max(1, totalPages ?? (total === undefined ? page + (more ? 1 : 0) : Math.ceil(total / perPage)));
}

/** One page of what a filter leaves, whichever way it has to be found. `known`: read only when a tag is searched for. */
export const findBy = async (
  client: Cards,
  filter: CardFilter,
  page: number,
  known: () => Promise<CardsById>,
): Promise<CardListPage> =>
  filter.tag ? findTagged(client, filter, page, await known()) : findCards(client, filter, page);
