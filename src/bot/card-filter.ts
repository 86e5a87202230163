import type { CardQuery } from "../cryptocardy/types.ts";
import { parseTag, tagText } from "../lib/tags.ts";

/** What a list of cards is narrowed to and sorted by. `tag` is ours; the API filters by the rest. */
export type CardFilter = {
  status?: "active" | "frozen" | "terminated";
  binId?: string;
  label?: string;
  tag?: string;
  sort?: CardSort;
  order?: "asc" | "desc";
};

export type CardSort = NonNullable<CardQuery["sort"]>;

export const STATUSES = ["active", "frozen", "terminated"] as const;
export const SORTS: CardSort[] = ["created_at", "balance", "last_used"];

/** Under which name a filter is kept for a wallet. */
export const filterName = (walletId: string): string => `cards:${walletId}`;

/** Whether the list shows less than all cards. Sorting alone hides nothing. */
export const isNarrowed = ({ status, binId, label, tag }: CardFilter): boolean =>
  [status, binId, label, tag].some((value) => value !== undefined);

export const isChanged = (filter: CardFilter): boolean => Object.keys(filter).length > 0;

/** The part of the filter that the API knows. */
export function queryOf({ tag: _, ...known }: CardFilter): CardQuery {
  return known;
}

/**
 * The filter after a button (`status.frozen`, `bin.491653`, `sort.balance`; nothing after the dot takes it away). Sorting
 * by what it is sorted by turns the order round. Anything else changes nothing.
 */
export function changedBy(filter: CardFilter, arg: string): CardFilter {
  const dot = arg.indexOf(".");
  const [name, value] = [arg.slice(0, dot), arg.slice(dot + 1)];
  switch (name) {
    case "status":
      return withoutEmpty({ ...filter, status: STATUSES.find((known) => known === value) });
    case "bin":
      return withoutEmpty({ ...filter, binId: value });
    case "label":
      return withoutEmpty({ ...filter, label: undefined });
    case "tag":
      return withoutEmpty({ ...filter, tag: undefined });
    case "sort":
      return sortedBy(filter, value);
    default:
      return filter;
  }
}

function sortedBy(filter: CardFilter, value: string): CardFilter {
  const sort = SORTS.find((known) => known === value);
  if (!sort) return filter;
  const same = (filter.sort ?? "created_at") === sort;
  const order = same && (filter.order ?? "desc") === "desc" ? "asc" : "desc";
  const { sort: _, order: __, ...rest } = filter;
  return { ...rest, ...(sort !== "created_at" && { sort }), ...(order === "asc" && { order }) };
}

/** What somebody types to find cards: `#work` and `campaign=spring` are tags, everything else is a part of the label. */
export function searchedFor(filter: CardFilter, text: string): CardFilter {
  const { label: _, tag: __, ...rest } = filter;
  const parsed = /^#|=/.test(text) ? parseTag(text) : undefined;
  return parsed?.ok ? { ...rest, tag: tagText(parsed.value) } : { ...rest, label: text };
}

/** Those of the cards that have a tag; a bare word also finds `word=anything`. */
export const hasTag = (tags: readonly string[], wanted: string): boolean =>
  tags.some(
    (tag) => tag.toLowerCase() === wanted.toLowerCase() || tag.toLowerCase().startsWith(`${wanted.toLowerCase()}=`),
  );

const withoutEmpty = (filter: { [Name in keyof CardFilter]?: CardFilter[Name] | undefined }): CardFilter =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== "")) as CardFilter;
