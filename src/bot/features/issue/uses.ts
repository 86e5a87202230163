import type { PlainKey, Translator } from "../../../i18n.ts";
import { bound } from "../../../lib/text.ts";

/** What people want a card for. Each gathers some of the words in the API's `best_for`; a word in none of them is one by itself. */
export const PURPOSES = ["ads", "subscriptions", "shopping", "travel"] as const;
export type Purpose = (typeof PURPOSES)[number] | `use:${string}`;

type Use = { title: PlainKey; purpose: (typeof PURPOSES)[number] };

// The reference shows meta_ads, google_ads, tiktok_ads, subscriptions, saas and shopping; the others are their likely kin.
const USES = new Map<string, Use>([
  ["ads", { title: "issue-use-ads", purpose: "ads" }],
  ["advertising", { title: "issue-use-ads", purpose: "ads" }],
  ["subscriptions", { title: "issue-use-subscriptions", purpose: "subscriptions" }],
  ["saas", { title: "issue-use-saas", purpose: "subscriptions" }],
  ["software", { title: "issue-use-software", purpose: "subscriptions" }],
  ["streaming", { title: "issue-use-streaming", purpose: "subscriptions" }],
  ["trials", { title: "issue-use-trials", purpose: "subscriptions" }],
  ["app_stores", { title: "issue-use-app-stores", purpose: "subscriptions" }],
  ["cloud", { title: "issue-use-cloud", purpose: "subscriptions" }],
  ["hosting", { title: "issue-use-hosting", purpose: "subscriptions" }],
  ["shopping", { title: "issue-use-shopping", purpose: "shopping" }],
  ["ecommerce", { title: "issue-use-shopping", purpose: "shopping" }],
  ["marketplaces", { title: "issue-use-marketplaces", purpose: "shopping" }],
  ["travel", { title: "issue-use-travel", purpose: "travel" }],
  ["airlines", { title: "issue-use-airlines", purpose: "travel" }],
  ["hotels", { title: "issue-use-hotels", purpose: "travel" }],
  ["car_rental", { title: "issue-use-car-rental", purpose: "travel" }],
]);

const BRANDS = new Map([
  ["tiktok", "TikTok"],
  ["linkedin", "LinkedIn"],
  ["youtube", "YouTube"],
  ["x", "X"],
]);

const PURPOSE_TITLES: Record<(typeof PURPOSES)[number], PlainKey> = {
  ads: "issue-purpose-ads",
  subscriptions: "issue-purpose-subscriptions",
  shopping: "issue-purpose-shopping",
  travel: "issue-purpose-travel",
};

const LONGEST_USE = 40;

/** The purpose that a word of `best_for` belongs to. */
export function purposeOf(use: string): Purpose {
  const word = normal(use);
  return USES.get(word)?.purpose ?? (brandOf(word) ? "ads" : `use:${word}`);
}

/** A word of `best_for` as people say it: `tiktok_ads` -> `TikTok Ads`; a new one is made readable, not translated. Plain text. */
export function useInWords(t: Translator, use: string): string {
  const word = normal(use);
  const known = USES.get(word);
  if (known) return t.plain(known.title);
  const brand = brandOf(word);
  return brand ? t.plain("issue-use-ads-in", { brand: readable(brand) }) : readable(word);
}

/** `Ads`, or the word itself for one that belongs to no purpose of ours. */
export function purposeInWords(t: Translator, purpose: Purpose): string {
  const known = PURPOSES.find((one) => one === purpose);
  return known ? t.plain(PURPOSE_TITLES[known]) : t.plain("issue-purpose-other", { use: readable(purpose.slice(4)) });
}

const normal = (use: string): string =>
  bound(use, LONGEST_USE)
    .toLowerCase()
    .replace(/[\s-]+/g, "_");

const brandOf = (word: string): string | undefined => /^(.+)_ads$/.exec(word)?.[1];

const readable = (word: string): string =>
  BRANDS.get(word) ?? word.replaceAll("_", " ").replace(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase());
