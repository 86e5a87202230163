import type { Translator } from "../i18n.ts";
import type { Cents } from "../lib/money.ts";
import { type DeclineCause, declineCause } from "./decline.ts";
import { actButton, cardName, compose, escaped, type Facts, joined } from "./facts.ts";
import type { Button, Outgoing } from "./outgoing.ts";
import { amountOf, type Payment, phaseOf, refundedOf } from "./payment.ts";

/** The bubble of a payment, whatever is known of it by now. `spentToday`: of this card, in cents. */
export function renderPayment(payment: Payment, spentToday: Cents | undefined, t: Translator, facts: Facts): Outgoing {
  const phase = phaseOf(payment);
  const amount = t.money(amountOf(payment));
  const merchant = merchantOf(t, payment.merchant);
  const head =
    phase === "declined" && payment.authorized === undefined
      ? t.html("notices-payment-declined", { amount, merchant })
      : t.html("notices-payment", { amount, merchant });
  const cause = phase === "declined" && payment.authorized === undefined ? declineCause(payment) : undefined;
  const lines = [
    head,
    joined(
      escaped(cardName(t, facts.card)),
      payment.balance && t.html("notices-left", { balance: t.money(payment.balance.cents) }),
      cause || spentToday === undefined ? undefined : t.html("notices-today", { spent: t.money(spentToday) }),
    ),
    cause ? t.html(CAUSE_TEXTS[cause]) : statusLine(payment, t),
  ];
  return {
    text: compose(t, facts, lines),
    buttons: cause ? declineButtons(cause, payment, t, facts) : paymentButtons(payment, t, facts),
    ...(facts.quiet && { silent: true }),
  };
}

/** The message that tells of a refund, beside the changed bubble. `cents` without a sign. */
export function renderRefund(payment: Payment, cents: Cents, refundId: string, t: Translator, facts: Facts): Outgoing {
  const amount = t.money(cents);
  return {
    text: compose(t, facts, [
      t.html("notices-payment-refunded", { amount, merchant: merchantOf(t, payment.merchant) }),
      joined(
        escaped(cardName(t, facts.card)),
        payment.balance && t.html("notices-left", { balance: t.money(payment.balance.cents) }),
      ),
    ]),
    buttons: [[actButton(t.plain("notices-button-details"), facts, "receipt.open", refundId)]],
    ...(facts.quiet && { silent: true }),
  };
}

const CAUSE_TEXTS = {
  insufficient: "notices-cause-insufficient",
  frozen: "notices-cause-frozen",
  limit: "notices-cause-limit",
  category: "notices-cause-category",
  secure: "notices-cause-secure",
  details: "notices-cause-details",
  closed: "notices-cause-closed",
  unknown: "notices-cause-unknown",
} as const satisfies Record<DeclineCause, string>;

/** What a bubble calls the other side of a payment. */
export const merchantOf = (t: Translator, name: string): string => name || t.plain("notices-unnamed-merchant");

function statusLine(payment: Payment, t: Translator): string | undefined {
  const { authorized, settled } = payment;
  switch (phaseOf(payment)) {
    case "authorized":
      return undefined;
    case "settled":
      return authorized !== undefined && settled !== undefined && authorized !== settled
        ? t.html("notices-status-changed", { settled: t.money(settled), authorized: t.money(authorized) })
        : t.html("notices-status-settled");
    case "declined":
      return t.html("notices-status-reversed", { amount: t.money(authorized ?? 0) });
    case "refunded":
      return t.html("notices-status-refunded");
    case "part-refunded":
      return t.html("notices-status-part-refunded", {
        refunded: t.money(refundedOf(payment)),
        amount: t.money(amountOf(payment)),
      });
  }
}

function paymentButtons(payment: Payment, t: Translator, facts: Facts): Button[][] {
  const details = actButton(t.plain("notices-button-details"), facts, "receipt.open", payment.receipt);
  const freeze = actButton(t.plain("notices-button-freeze"), facts, "card.freeze", payment.cardId);
  const over = ["refunded", "declined"].includes(phaseOf(payment));
  return [over ? [details] : [details, freeze]];
}

function declineButtons(cause: DeclineCause, payment: Payment, t: Translator, facts: Facts): Button[][] {
  const card = payment.cardId;
  const fix = {
    insufficient: () => actButton(t.plain("notices-button-fund"), facts, "fund.start", card, "success"),
    frozen: () => actButton(t.plain("notices-button-unfreeze"), facts, "card.unfreeze", card),
    limit: () => actButton(t.plain("notices-button-card"), facts, "card.open", card),
    category: () => actButton(t.plain("notices-button-card"), facts, "card.open", card),
    secure: () => undefined,
    details: () => actButton(t.plain("notices-button-card-details"), facts, "details.open", card),
    closed: () => actButton(t.plain("notices-button-cards"), facts, "cards.open"),
    unknown: () => actButton(t.plain("notices-button-card"), facts, "card.open", card),
  }[cause]();
  const details = actButton(t.plain("notices-button-details"), facts, "receipt.open", payment.receipt);
  const freeze = actButton(t.plain("notices-button-freeze"), facts, "card.freeze", card);
  const mayFreeze = cause !== "frozen" && cause !== "closed";
  return [...(fix ? [[fix]] : []), mayFreeze ? [details, freeze] : [details]];
}
