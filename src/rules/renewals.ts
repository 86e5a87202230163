import { isSameMerchant } from "../lib/merchant.ts";
import type { Cents } from "../lib/money.ts";
import type { SpentPayment } from "../store/spending.ts";

type Period = "week" | "month" | "year";

/** A payment that comes again. `amount` is the latest one, `at` when the next is expected (epoch ms). */
export type Renewal = { cardId: string; merchant: string; amount: Cents; at: number; period: Period };

const DAY = 24 * 60 * 60_000;
/** By how many days two payments of one subscription may be apart, and how many of them it takes to believe it. */
const PERIODS = {
  week: { least: 6, most: 8, payments: 3 },
  month: { least: 26, most: 34, payments: 2 },
  year: { least: 358, most: 373, payments: 2 },
} as const satisfies Record<Period, { least: number; most: number; payments: number }>;

/** The hold and the settlement of one payment may be days apart, and nobody renews twice in so short a time. */
const ONE_PAYMENT_MS = 3 * DAY;
/** Prices change a little with taxes and rates. */
const SIMILAR = 0.15;
/** So late a renewal is still believed in; after that the subscription has probably ended. */
const GRACE_MS = 2 * DAY;
const LOOKED_AT = 4;

/**
 * Payments that will most likely come again: the same card and merchant, a similar amount, weeks, months or years apart.
 * The soonest first. Pure.
 */
export function findRenewals(payments: SpentPayment[], now: number): Renewal[] {
  return grouped(payments)
    .flatMap((group) => renewalOf(group) ?? [])
    .filter(({ at }) => at >= now - GRACE_MS)
    .sort((one, other) => one.at - other.at);
}

/** Oldest first, by card and merchant. */
function grouped(payments: SpentPayment[]): SpentPayment[][] {
  const groups: SpentPayment[][] = [];
  for (const payment of payments.toSorted((one, other) => one.at - other.at)) {
    if (payment.amount <= 0 || payment.merchant === "") continue;
    const known = groups.find(([first]) => first && isSame(first, payment));
    if (known) known.push(payment);
    else groups.push([payment]);
  }
  return groups;
}

const isSame = (one: SpentPayment, other: SpentPayment): boolean =>
  one.cardId === other.cardId && isSameMerchant(one.merchant, other.merchant);

function renewalOf(group: SpentPayment[]): Renewal | undefined {
  const last = group.at(-1);
  if (!last) return undefined;
  const like = onePerPayment(group.filter(({ amount }) => isSimilar(amount, last.amount)));
  const latest = like.at(-1) ?? last;
  const gaps = like.slice(1).map(({ at }, place) => (at - (like[place]?.at ?? at)) / DAY);
  const period = (Object.keys(PERIODS) as Period[]).find((name) => fits(gaps, PERIODS[name]));
  if (!period) return undefined;
  const { cardId, merchant, amount } = latest;
  return { cardId, merchant, amount, at: after(latest.at, period), period };
}

/** Only the latest gaps count: a subscription may have paused. */
function fits(gaps: number[], { least, most, payments }: (typeof PERIODS)[Period]): boolean {
  const recent = gaps.slice(-Math.max(LOOKED_AT - 1, payments - 1));
  return recent.length >= payments - 1 && recent.every((days) => days >= least && days <= most);
}

function onePerPayment(payments: SpentPayment[]): SpentPayment[] {
  const kept: SpentPayment[] = [];
  for (const payment of payments) {
    const before = kept.at(-1);
    if (!before || payment.at - before.at > ONE_PAYMENT_MS) kept.push(payment);
  }
  return kept;
}

const isSimilar = (one: Cents, other: Cents): boolean => Math.abs(one - other) <= SIMILAR * Math.max(one, other);

/** The same day of the next month, or its last day when it has no such day. */
function after(at: number, period: Period): number {
  if (period === "week") return at + 7 * DAY;
  const date = new Date(at);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + (period === "month" ? 1 : 12));
  const days = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, days));
  return date.getTime();
}
