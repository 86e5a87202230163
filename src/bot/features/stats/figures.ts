import { isReleased, openHolds } from "../../../cryptocardy/holds.ts";
import type { Transaction } from "../../../cryptocardy/types.ts";
import { groupOfCode, type MerchantGroupId } from "../../../lib/merchant-categories.ts";
import type { Cents } from "../../../lib/money.ts";
import { addMonths, type Day, dayIn } from "../../../lib/zone.ts";

export const MONTHS_SHOWN = 6;
/** How many categories and shops are named; the rest is one sum. */
export const MOST_NAMED = 5;
const SAME_AMOUNT = 0.1;

/** Money that left a card (positive) or came back to it (negative). */
type Spending = { at: number; cents: Cents; merchant: string; group: MerchantGroupId | "other" };

/** One of the largest sums; `key` is absent for all that are not named. */
export type Share<Key> = { key?: Key; cents: Cents; count: number };

/** Spending of a month, refunds taken off; amounts in cents. Everything is counted by days of one zone. */
export type Figures = {
  month: string;
  /** The month is not over yet. */
  running: boolean;
  spent: Cents;
  payments: number;
  refunded: Cents;
  /** The month before; while a month is running, only as far as the same day. Absent when not all of it was read. */
  before?: Cents;
  /** Oldest first, the month itself last. */
  months: { month: string; spent: Cents }[];
  categories: Share<MerchantGroupId | "other">[];
  merchants: Share<string>[];
  /** Paid to shops that took about the same in the month before. Absent when not all of that was read. */
  regular?: Cents;
  /** Older movements were not read. */
  since?: Day;
};

export type FiguresOf = {
  items: readonly Transaction[];
  /** Older movements than these exist, but were not read. */
  capped: boolean;
  month: string;
  zone: string;
  /** Epoch ms. */
  now: number;
};

/** What a month's movements come to. `items` are those of the month and the five before it. */
export function figuresOf({ items, capped, month, zone, now }: FiguresOf): Figures {
  const spendings = spendingsOf(items);
  const monthAt = ({ at }: Spending): string => dayIn(zone, at).slice(0, 7);
  const inMonth = (wanted: string): Spending[] => spendings.filter((spending) => monthAt(spending) === wanted);
  const today = dayIn(zone, now);
  const running = today.startsWith(month);
  const chosen = inMonth(month);
  const previous = addMonths(month, -1);
  const earlier = inMonth(previous);
  const since =
    capped && items.length > 0 ? dayIn(zone, Math.min(...items.map(({ createdAt }) => createdAt))) : undefined;
  const isWhole = (wanted: string): boolean => since === undefined || since < `${wanted}-01`;
  const upToNow = earlier.filter(({ at }) => !running || dayIn(zone, at).slice(8) <= today.slice(8));
  const months = Array.from({ length: MONTHS_SHOWN }, (_, index) => addMonths(month, index + 1 - MONTHS_SHOWN));
  const known = months.filter((wanted) => since === undefined || since.slice(0, 7) <= wanted);
  return {
    month,
    running,
    spent: sum(chosen),
    payments: chosen.filter(({ cents }) => cents > 0).length,
    refunded: -sum(chosen.filter(({ cents }) => cents < 0)),
    ...(isWhole(previous) && { before: sum(upToNow), regular: regularOf(chosen, earlier) }),
    months: known.map((wanted) => ({ month: wanted, spent: sum(inMonth(wanted)) })),
    categories: largest(chosen, ({ group }) => group),
    merchants: largest(chosen, ({ merchant }) => merchant),
    ...(since !== undefined && { since }),
  };
}

/** Each payment once: an authorization counts until its settlement is there, and no longer when it was let go. */
export function spendingsOf(items: readonly Transaction[]): Spending[] {
  const open = new Set(openHolds(items).filter((hold) => !isReleased(hold)));
  const counted = items.filter((item) => item.type === "settlement" || item.type === "refund" || open.has(item));
  return counted.map(({ type, amount, createdAt, merchant }) => ({
    at: createdAt,
    cents: type === "refund" ? -Math.abs(amount) : Math.abs(amount),
    merchant: merchant.name,
    group: (merchant.mcc ? groupOfCode(merchant.mcc)?.id : undefined) ?? "other",
  }));
}

/** The largest sums first; whatever has no name of its own, and all beyond the most that are named, last. */
function largest<Key extends string>(spendings: Spending[], keyOf: (spending: Spending) => Key): Share<Key>[] {
  const shares = [...Map.groupBy(spendings, (spending) => keyOf(spending).trim() as Key)]
    .map(([key, of]) => ({ key, cents: sum(of), count: of.filter(({ cents }) => cents > 0).length }))
    .filter(({ cents }) => cents !== 0)
    .sort((one, other) => other.cents - one.cents || (one.key < other.key ? -1 : 1));
  if (shares.length <= MOST_NAMED) return shares;
  const rest = shares.slice(MOST_NAMED - 1);
  return [
    ...shares.slice(0, MOST_NAMED - 1),
    { cents: sum(rest), count: rest.reduce((all, { count }) => all + count, 0) },
  ];
}

/** What went to shops that took about as much, each time or in all, in the month before. */
function regularOf(chosen: Spending[], earlier: Spending[]): Cents {
  const before = Map.groupBy(earlier, ({ merchant }) => merchant);
  const isRegular = ({ merchant, cents }: Spending): boolean =>
    cents > 0 &&
    merchant !== "" &&
    (before.get(merchant) ?? []).some((one) => one.cents > 0 && Math.abs(one.cents - cents) <= one.cents * SAME_AMOUNT);
  return sum(chosen.filter(isRegular));
}

const sum = (amounts: readonly { cents: Cents }[]): Cents => amounts.reduce((total, { cents }) => total + cents, 0);
