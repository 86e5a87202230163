import { isSameMerchant } from "../lib/merchant.ts";
import type { Cents } from "../lib/money.ts";
import type { CardRules, OneTimeRule } from "../store/rules.ts";

/** What a rule is asked about. `id` is the same for the hold and its settlement, as far as the API links them. */
export type JudgedPayment = {
  id: string;
  state: "authorized" | "settled";
  /** Cents without a sign. */
  amount: Cents;
  merchant: string;
  /** Epoch ms. */
  at: number;
};

/** `once`: the one payment was made. `merchant`: somebody else charged the card. `close`: the one payment is settled. */
export type Decision = { freeze?: "once" | "merchant"; close?: true };

/** Merchants try a card with nothing or a dollar before they charge it. */
const TEST_CHARGE: Cents = 100;
const TESTS_FOR_MS = 24 * 60 * 60_000;
/** Moments of the API may be cut to the second. */
const SLACK_MS = 1_000;

/** What is to be done with the card after a payment. Pure; the same payment judged again gives the same answer. */
export function judge({ once, merchant }: CardRules, payment: JudgedPayment): Decision {
  const usesUp = once !== undefined && counts(once, payment);
  const strange =
    merchant !== undefined && !isBefore(payment, merchant.since) && !isSameMerchant(merchant.name, payment.merchant);
  return {
    ...(usesUp ? { freeze: "once" as const } : strange ? { freeze: "merchant" as const } : {}),
    ...(usesUp && payment.state === "settled" && isTheOne(once, payment) && { close: true as const }),
  };
}

/** A test charge does not use the card up while it is new. */
function counts(once: OneTimeRule, payment: JudgedPayment): boolean {
  if (isBefore(payment, once.since)) return false;
  return payment.amount > TEST_CHARGE || payment.at >= once.since + TESTS_FOR_MS;
}

/** Not every settlement names the hold it belongs to. */
const isTheOne = ({ usedBy, usedAt }: OneTimeRule, { id, merchant }: JudgedPayment): boolean =>
  usedBy === undefined || usedBy === id || (usedAt !== undefined && isSameMerchant(usedAt, merchant));

const isBefore = ({ at }: JudgedPayment, since: number): boolean => at + SLACK_MS < since;
