import type { Bin } from "../catalogue.ts";
import type { Card, Cents, Payment } from "../types.ts";

export type DeclineReason =
  | "card_not_active"
  | "card_frozen"
  | "card_terminated"
  | "card_expired"
  | "incorrect_cvv"
  | "incorrect_expiry"
  | "category_not_allowed"
  | "transaction_limit_exceeded"
  | "bin_monthly_limit_exceeded"
  | "monthly_limit_exceeded"
  | "insufficient_funds"
  | "do_not_honor"
  | "3ds_failed"
  | "3ds_expired";

export type Decision = { kind: "approve" } | { kind: "decline"; reason: DeclineReason };

export type Question = {
  card: Card;
  bin: Bin;
  payment: Payment;
  /** Held and settled in this calendar month (UTC). */
  spentThisMonth: Cents;
  /** Epoch ms. */
  now: number;
};

/** Whether a card pays, and if not, why: the first reason in the order of the ladder. */
export function authorise({ card, bin, payment, spentThisMonth, now }: Question): Decision {
  const expires = new Date(card.expiresAt);
  const ladder: [boolean, DeclineReason][] = [
    [card.status === "terminated", "card_terminated"],
    [card.status === "pending_top_up", "card_not_active"],
    [card.status === "frozen", "card_frozen"],
    [now > card.expiresAt, "card_expired"],
    [payment.cvv !== undefined && payment.cvv !== card.cvv, "incorrect_cvv"],
    [payment.expMonth !== undefined && payment.expMonth !== expires.getUTCMonth() + 1, "incorrect_expiry"],
    [payment.expYear !== undefined && payment.expYear % 100 !== expires.getUTCFullYear() % 100, "incorrect_expiry"],
    [!allows(card, payment), "category_not_allowed"],
    [payment.amount > bin.maxTransaction, "transaction_limit_exceeded"],
    [spentThisMonth + payment.amount > bin.maxMonthly, "bin_monthly_limit_exceeded"],
    [
      card.spendingLimit !== undefined && spentThisMonth + payment.amount > card.spendingLimit,
      "monthly_limit_exceeded",
    ],
    [payment.amount > card.balance, "insufficient_funds"],
    [payment.refused === true, "do_not_honor"],
  ];
  const refused = ladder.find(([applies]) => applies);
  return refused ? { kind: "decline", reason: refused[1] } : { kind: "approve" };
}

/** An empty list allows everything; entries are category names or merchant category codes. */
function allows(card: Card, { merchant }: Payment): boolean {
  const allowed = card.allowedCategories.map((entry) => entry.toLowerCase());
  return allowed.length === 0 || allowed.includes(merchant.category) || allowed.includes(merchant.mcc);
}
