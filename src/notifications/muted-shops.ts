import { isSameMerchant } from "../lib/merchant.ts";
import { bound } from "../lib/text.ts";

/** How many shops a person can mute: their names lie in the person's record, which is read with every press. */
export const MOST_SHOPS = 30;

const LONGEST_NAME = 60;

/** A shop as it is kept and compared; empty when there is no name to go by. */
export const shopName = (merchant: string): string => bound(merchant, LONGEST_NAME);

/** Whether payments of a merchant make no sound. */
export function isMuted(shops: readonly string[], merchant: string): boolean {
  const name = shopName(merchant);
  return name !== "" && shops.some((shop) => isSameMerchant(shop, name));
}

/** With one more shop; the same list when it is muted already, undefined when no more fit. */
export function withShop(shops: string[], merchant: string): string[] | undefined {
  if (isMuted(shops, merchant)) return shops;
  return shops.length < MOST_SHOPS ? [...shops, shopName(merchant)] : undefined;
}

/** Without a shop, under whatever spellings it is in the list. */
export const withoutShop = (shops: string[], merchant: string): string[] =>
  shops.filter((shop) => !isSameMerchant(shop, shopName(merchant)));
