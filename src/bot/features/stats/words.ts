import type { Translator } from "../../../i18n.ts";
import { MERCHANT_GROUPS } from "../../../lib/merchant-categories.ts";
import { bound } from "../../../lib/text.ts";
import type { Figures, Share } from "./figures.ts";

const LONGEST_NAME = 24;

/** `📣 Ads`: the name of a category; of those beyond the named ones, and of what belongs to none. */
export function categoryName(t: Translator, { key }: Figures["categories"][number]): string {
  if (key === undefined) return t.plain("stats-rest");
  const group = MERCHANT_GROUPS.find(({ id }) => id === key);
  return group ? t.plain(group.title) : t.plain("stats-no-category");
}

export function merchantName(t: Translator, { key }: Share<string>): string {
  if (key === undefined) return t.plain("stats-rest");
  return bound(key, LONGEST_NAME) || t.plain("stats-no-shop");
}
