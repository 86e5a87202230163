import type { Cents } from "../../lib/money.ts";
import { type Attempt, type CardLedger, shortMark } from "../../store/ledger.ts";

/*
 * What a card's payments so far say about the next one. All of it is pure: ledger in, ledger or verdict out.
 * Amounts in cents without a sign, moments in epoch milliseconds.
 */

const DAY_MS = 24 * 60 * 60_000;
const MOST_ATTEMPTS = 40;
const MOST_SHOPS = 60;

/** `inARow`: declines for lack of money, one after the other. `share`: of refused payments within a day, in percent. */
export type Thresholds = { inARow: number; share: number };

/**
 * When the decline guard speaks up, unless the person chose otherwise. Card issuers close or charge for cards at three
 * declines or a fifth of all payments; this provider names no figures, so the guard speaks a little before those.
 */
export const GUARD = {
  inARow: 2,
  share: 15,
  /** Of fewer payments a share says nothing. */
  least: 7,
  /** It speaks once; again only after a payment that went through, or so much later. */
  againAfterMs: DAY_MS,
} as const;

/** When an amount counts as much more than usual: so many times the middle one of the latest, of at least so many; never below `floor`. */
const USUAL = { times: 3, least: 3, floor: 2_000, latest: 20 } as const;

/** How a merchant's name is compared: spelling, case and numbers of branches do not make another merchant. */
export const shopMark = (merchant: string): string =>
  shortMark(
    merchant
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[\d*#]+/g, " ")
      .replace(/\s+/g, " ")
      .trim(),
  );

/** What the payment took is written (again); nothing changes when it stands there already. */
export function withSum(
  ledger: CardLedger,
  { day, cents, paymentId }: { day: string; cents: Cents; paymentId: string },
): CardLedger | undefined {
  const { today } = ledger;
  const mark = shortMark(paymentId);
  // Of an earlier day than the last one nothing is kept.
  if (today && today.day > day) return undefined;
  const sums = today?.day === day ? today.sums : {};
  if (sums[mark] === cents || (cents === 0 && sums[mark] === undefined)) return undefined;
  return { ...ledger, today: { day, sums: { ...sums, [mark]: cents } } };
}

/** What was spent on a day; undefined when another day's payments are kept. */
export function spentOn({ today }: CardLedger, day: string): Cents | undefined {
  if (today?.day !== day) return undefined;
  return Object.values(today.sums).reduce((sum, cents) => sum + cents, 0);
}

/** Writes an attempt, once; one that went through makes its merchant a known one and ends what the guard said. */
export function withAttempt(
  ledger: CardLedger,
  { paymentId, merchant, ...attempt }: Omit<Attempt, "mark"> & { paymentId: string; merchant: string },
): CardLedger | undefined {
  const mark = shortMark(paymentId);
  const { recent = [], shops = [], askedAt: _, ...rest } = ledger;
  if (recent.some((one) => one.mark === mark && one.outcome === attempt.outcome)) return undefined;
  const others = recent.filter((one) => one.mark !== mark);
  const next = [...others, { mark, ...attempt }].sort((one, other) => one.at - other.at).slice(-MOST_ATTEMPTS);
  if (attempt.outcome !== "paid") return { ...ledger, recent: next };
  const shop = shopMark(merchant);
  return { ...rest, recent: next, shops: [...shops.filter((one) => one !== shop), shop].slice(-MOST_SHOPS) };
}

/**
 * Declines of a card up to now: for lack of money one after the other, and of any kind within a day. `of`: at how many in
 * a row the guard will speak up, as long as it has not spoken.
 */
export type Declines = { row: number; day: number; of?: number };

/** How many declines stand in a card's ledger. */
export function declinesOf(
  { recent = [], askedAt }: CardLedger,
  now: number,
  { inARow }: Thresholds = GUARD,
): Declines {
  const day = recent.filter(({ at }) => now - at < DAY_MS);
  const row = day.length - 1 - day.findLastIndex(({ outcome }) => outcome !== "no-money");
  const isSilent = askedAt !== undefined && now - askedAt < GUARD.againAfterMs;
  return {
    row,
    day: day.filter(({ outcome }) => outcome !== "paid").length,
    ...(!isSilent && row < inARow && { of: inARow }),
  };
}

/** Why the decline guard speaks up after a decline: `count` of `of` within a day. */
export type Alarm = { kind: "in-a-row"; count: number } | { kind: "share"; count: number; of: number };

/** What the guard has to say of a card's last day; undefined when all is well, or when it has spoken already. */
export function alarmOf(ledger: CardLedger, now: number, thresholds: Thresholds = GUARD): Alarm | undefined {
  const { recent = [], askedAt } = ledger;
  if (askedAt !== undefined && now - askedAt < GUARD.againAfterMs) return undefined;
  const { row, day } = declinesOf(ledger, now);
  if (row >= thresholds.inARow) return { kind: "in-a-row", count: row };
  const of = recent.filter(({ at }) => now - at < DAY_MS).length;
  const tooMany = of >= GUARD.least && day * 100 >= of * thresholds.share;
  return tooMany ? { kind: "share", count: day, of } : undefined;
}

/**
 * Money came: what was said of the lack of it is over. Declines of before stay declines, but no longer for lack of money.
 * Undefined when there is nothing to forget.
 */
export function withFunding(ledger: CardLedger): CardLedger | undefined {
  const { low, held, askedAt, recent = [], ...rest } = ledger;
  const lacked = recent.some(({ outcome }) => outcome === "no-money");
  if (!low && !held && askedAt === undefined && !lacked) return undefined;
  const over = (one: Attempt): Attempt => (one.outcome === "no-money" ? { ...one, outcome: "refused" } : one);
  return { ...rest, recent: recent.map(over) };
}

/** Whether the card has paid once only, as far as is remembered. */
export const hasPaidOnce = ({ recent = [], shops = [] }: CardLedger): boolean =>
  shops.length <= 1 && recent.filter(({ outcome }) => outcome === "paid").length === 1;

/** In what a payment that asks for a code differs from those before it. */
export type Oddity = "merchant" | "amount";

/** A card that has paid nothing yet has no habits: nothing is odd. */
export function oddityOf(
  { recent = [], shops = [] }: CardLedger,
  payment: { merchant: string; amount: Cents },
): Oddity | undefined {
  if (shops.length === 0) return undefined;
  if (!shops.includes(shopMark(payment.merchant))) return "merchant";
  const paid = recent.filter(({ outcome }) => outcome === "paid").slice(-USUAL.latest);
  const amounts = paid.map(({ cents }) => cents).sort((one, other) => one - other);
  const middle = amounts[Math.floor(amounts.length / 2)] ?? 0;
  const much = payment.amount >= USUAL.floor && payment.amount > middle * USUAL.times;
  return amounts.length >= USUAL.least && much ? "amount" : undefined;
}

/** Whether to say now that little is left: once when the balance falls below the bound, again after it was above it. */
export function lowStep(
  ledger: CardLedger,
  balance: Cents,
  bound: Cents | undefined,
): { ledger: CardLedger | undefined; tell: boolean } {
  const isLow = bound !== undefined && balance < bound;
  if (isLow === (ledger.low ?? false)) return { ledger: undefined, tell: false };
  const { low: _, ...rest } = ledger;
  return { ledger: isLow ? { ...rest, low: true } : rest, tell: isLow };
}
