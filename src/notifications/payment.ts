import type { Transaction } from "../cryptocardy/types.ts";
import type { Cents } from "../lib/money.ts";

/** What one event says about a payment. Amounts come signed as the API gives them; here they count without a sign. */
export type PaymentStep = { state: "authorized" | "settled" | "declined" | "refunded"; transaction: Transaction };

/**
 * What is known of a payment's card without looking anything up for it. `ruled`: the card follows rules. `fresh`: as far as
 * is known nothing else was paid with it. `low`: below which balance to tell for this card alone, in cents; 0 is never.
 */
export type CardHint = { ruled: boolean; fresh: boolean; low?: Cents };

/**
 * Everything told about one payment so far: what a bubble in the chat is drawn from. Plain JSON.
 * Amounts are cents without a sign, moments epoch milliseconds. `receipt` is the transaction to open.
 */
export type Payment = {
  cardId: string;
  merchant: string;
  at: number;
  receipt: string;
  authorized?: Cents;
  settled?: Cents;
  declined?: { amount: Cents; reason?: string };
  refunds: Record<string, Cents>;
  balance?: { cents: Cents; at: number; rank: number };
};

export type PaymentPhase = "authorized" | "settled" | "declined" | "part-refunded" | "refunded";

const RANK = { declined: 0, authorized: 1, settled: 2, refunded: 3 } as const;

/**
 * Adds what an event says to what is known. Events may come in any order and more than once:
 * the result is the same, because every step writes its own field and nothing else.
 */
export function advance(known: Payment | undefined, { state, transaction }: PaymentStep): Payment {
  const amount = Math.abs(transaction.amount);
  const isRefund = state === "refunded";
  const merged: Payment = {
    cardId: transaction.cardId,
    merchant: known?.merchant || transaction.merchant.name,
    at: Math.min(known?.at ?? Number.POSITIVE_INFINITY, transaction.createdAt),
    receipt: pickReceipt(known, state, transaction.id),
    refunds: { ...known?.refunds, ...(isRefund && { [transaction.id]: amount }) },
  };
  const authorized = state === "authorized" ? amount : known?.authorized;
  const settled = state === "settled" ? amount : known?.settled;
  const declined = state === "declined" ? declineOf(transaction) : known?.declined;
  const balance = latestBalance(known?.balance, state, transaction);
  return {
    ...merged,
    ...(authorized !== undefined && { authorized }),
    ...(settled !== undefined && { settled }),
    ...(declined && { declined }),
    ...(balance && { balance }),
  };
}

/** Where a payment stands. Money that was taken outranks a refusal, and money given back outranks both. */
export function phaseOf(payment: Payment): PaymentPhase {
  const refunded = refundedOf(payment);
  const taken = payment.settled ?? payment.authorized;
  if (refunded > 0) return taken !== undefined && refunded < taken ? "part-refunded" : "refunded";
  if (payment.settled !== undefined) return "settled";
  return payment.declined ? "declined" : "authorized";
}

/** What the payment took from the card, in cents, before refunds. */
export function spentOf(payment: Payment | undefined): Cents {
  if (!payment) return 0;
  if (payment.settled !== undefined) return payment.settled;
  return payment.declined ? 0 : (payment.authorized ?? 0);
}

/** What came back, in cents. */
export const refundedOf = (payment: Payment): Cents =>
  Object.values(payment.refunds).reduce((sum, cents) => sum + cents, 0);

/** The amount that stands in the bubble's first line. */
export const amountOf = (payment: Payment): Cents =>
  payment.settled ?? payment.authorized ?? payment.declined?.amount ?? refundedOf(payment);

function declineOf({ amount, declineReason }: Transaction): NonNullable<Payment["declined"]> {
  return { amount: Math.abs(amount), ...(declineReason && { reason: declineReason }) };
}

// Two events of one moment (authorised and settled in the same second) are put in order by what they are.
function latestBalance(
  known: Payment["balance"],
  state: PaymentStep["state"],
  { balanceAfter, createdAt }: Transaction,
) {
  if (balanceAfter === undefined) return known;
  const next = { cents: balanceAfter, at: createdAt, rank: RANK[state] };
  if (!known) return next;
  return next.at - known.at || next.rank - known.rank || next.cents - known.cents ? newest(known, next) : known;
}

function newest(one: NonNullable<Payment["balance"]>, other: NonNullable<Payment["balance"]>) {
  return (one.at - other.at || one.rank - other.rank || one.cents - other.cents) > 0 ? one : other;
}

// A refund is another movement: the receipt of the bubble stays that of the payment, when there is one.
function pickReceipt(known: Payment | undefined, state: PaymentStep["state"], id: string): string {
  if (!known) return id;
  if (state === "refunded") return known.receipt;
  const onlyRefunds = known.authorized === undefined && known.settled === undefined && !known.declined;
  if (onlyRefunds || state === "settled") return id;
  return known.receipt;
}
