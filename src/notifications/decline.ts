import type { Payment } from "./payment.ts";

export type DeclineCause =
  | "insufficient"
  | "frozen"
  | "limit"
  | "category"
  | "secure"
  | "details"
  | "closed"
  | "unknown";

// The reference names no reasons: these are the words that card programmes use for them.
const CAUSES: [RegExp, DeclineCause][] = [
  [/insufficient|not.?enough|no.?funds|low.?balance/, "insufficient"],
  [/terminated|closed|cancel+ed/, "closed"],
  [/frozen|suspended|blocked|inactive|not.?active|locked/, "frozen"],
  [/limit|exceed|over.?spend|velocity/, "limit"],
  [/categor|mcc|merchant.?(not.?allowed|blocked|restricted)/, "category"],
  [/3.?ds|otp|authentication|challenge|secure/, "secure"],
  [/cvv|cvc|expir|pan|avs|card.?number|invalid.?card/, "details"],
];

/**
 * Why a payment was declined, as far as it can be told: by the provider's word, or because the balance it
 * gives is less than the amount.
 */
export function declineCause(payment: Payment): DeclineCause {
  const reason = payment.declined?.reason?.toLowerCase() ?? "";
  const named = CAUSES.find(([pattern]) => pattern.test(reason))?.[1];
  if (named) return named;
  const short = payment.declined && payment.balance && payment.balance.cents < payment.declined.amount;
  return short ? "insufficient" : "unknown";
}
