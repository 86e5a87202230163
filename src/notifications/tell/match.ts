import type { Cents } from "../../lib/money.ts";
import type { Payment, PaymentStep } from "../payment.ts";
import { phaseOf, refundedOf, spentOf } from "../payment.ts";

/** What is kept of the latest payments of one card at one merchant, to find the one an event without a link means. */
export type Candidate = {
  key: string;
  at: number;
  authorized?: Cents;
  settled?: Cents;
  refunded: Cents;
  declined: boolean;
};

const WINDOW_MS = 10 * 24 * 60 * 60_000;
const SLACK_MS = 60_000;
const MOST = 20;

function candidateOf(key: string, payment: Payment): Candidate {
  const { at, authorized, settled } = payment;
  return {
    key,
    at,
    refunded: refundedOf(payment),
    declined: phaseOf(payment) === "declined",
    ...(authorized !== undefined && { authorized }),
    ...(settled !== undefined && { settled }),
  };
}

/**
 * Which payment an event belongs to when the API gives it another id and no link: same card and merchant (the list is
 * of those), same amount, within ten days. A settlement takes the oldest hold, a refund the latest payment.
 * A decline is never matched: it is a payment of its own.
 */
export function pick(candidates: Candidate[], { state, transaction }: PaymentStep): string | undefined {
  const amount = Math.abs(transaction.amount);
  const at = transaction.createdAt;
  const near = candidates.filter((one) => !one.declined && Math.abs(one.at - at) <= WINDOW_MS);
  switch (state) {
    case "settled":
      return near.find((one) => one.settled === undefined && one.authorized === amount && one.at <= at + SLACK_MS)?.key;
    case "authorized":
      return near.find((one) => one.authorized === undefined && one.settled === amount && at <= one.at + SLACK_MS)?.key;
    case "refunded": {
      const able = near.filter((one) => takenOf(one) - one.refunded >= amount && one.at <= at + SLACK_MS);
      return (able.findLast((one) => takenOf(one) === amount) ?? able.at(-1))?.key;
    }
    case "declined":
      return undefined;
  }
}

/** Puts a payment among the candidates, oldest first, and forgets the oldest of too many. */
export function remember(candidates: Candidate[], key: string, payment: Payment): Candidate[] {
  if (spentOf(payment) === 0) return candidates.filter((one) => one.key !== key);
  const others = candidates.filter((one) => one.key !== key);
  return [...others, candidateOf(key, payment)].sort((one, other) => one.at - other.at).slice(-MOST);
}

const takenOf = (one: Candidate): Cents => one.settled ?? one.authorized ?? 0;
