import type { Merchant } from "../../../cryptocardy/types.ts";
import { codesOf, groupOfCode, MERCHANT_GROUPS, type MerchantGroup } from "../../../lib/merchant-categories.ts";

/**
 * What blocking a shop's category comes to. The API has no list of what is forbidden, only `allowed_categories`, where
 * an empty list allows everything: so "all but this" has to name everything else that we know.
 */
export type BlockPlan =
  | { kind: "unknown" }
  /** The card does not pay there as it is. */
  | { kind: "blocked"; group?: MerchantGroup }
  /** Nothing would be left, and an empty list would allow everything. */
  | { kind: "last"; group?: MerchantGroup }
  /** `all`: the card had no list so far. */
  | { kind: "change"; group?: MerchantGroup; allowed: string[]; all: boolean };

/** Plans to take the shop's category (the whole group of its code) out of what a card may pay for. */
export function planBlock(allowed: string[], { mcc, category }: Merchant): BlockPlan {
  const group = mcc ? groupOfCode(mcc) : undefined;
  const known = group && { group };
  if (allowed.length > 0) {
    const gone = new Set([
      ...(group ? codesOf(group) : []),
      ...[mcc, category, group?.id].flatMap((name) => lower(name)),
    ]);
    const left = allowed.filter((entry) => !gone.has(entry.toLowerCase()));
    if (left.length === allowed.length) return { kind: "blocked", ...known };
    return left.length === 0 ? { kind: "last", ...known } : { kind: "change", ...known, allowed: left, all: false };
  }
  if (!mcc) return { kind: "unknown" };
  const others = MERCHANT_GROUPS.filter(({ id }) => id !== group?.id);
  return { kind: "change", ...known, allowed: others.flatMap(codesOf), all: true };
}

const lower = (name: string | undefined): string[] => (name ? [name.toLowerCase()] : []);
