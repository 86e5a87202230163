import type { Translator } from "../../i18n.ts";
import type { Cents } from "../../lib/money.ts";
import { bound } from "../../lib/text.ts";
import { shopName } from "../muted-shops.ts";
import type { Button, Outgoing } from "../outgoing.ts";
import { amountOf, type Payment, phaseOf, refundedOf } from "../payment.ts";
import type { Explanation } from "../tell/decline.ts";
import type { Declines } from "../tell/habits.ts";
import { actButton, cardName, compose, escaped, type Facts, joined } from "./facts.ts";
import { causeText, declineButtons, declinesText, type GuardWord, guardText } from "./render-decline.ts";

/**
 * What a bubble says besides the payment itself. `spentToday`: with this card, in cents. `why`, `guard`, `declines`: of a decline.
 * `muted`: the shop's payments make no sound. `keep`: the card can be kept to this shop, its first one.
 */
export type Besides = {
  spentToday?: Cents | undefined;
  why?: Explanation | undefined;
  guard?: GuardWord | undefined;
  declines?: Declines | undefined;
  muted?: boolean;
  keep?: boolean;
};

const LONGEST_ON_BUTTON = 24;

/** The bubble of a payment, whatever is known of it by now. */
export function renderPayment(payment: Payment, besides: Besides, t: Translator, facts: Facts): Outgoing {
  const amount = t.money(amountOf(payment));
  const merchant = merchantOf(t, payment.merchant);
  const isRefusal = wasRefused(payment);
  const { spentToday, guard, declines, why = { cause: "unknown" } } = besides;
  const lines = [
    isRefusal
      ? t.html("notices-payment-declined", { amount, merchant })
      : t.html("notices-payment", { amount, merchant }),
    joined(
      escaped(cardName(t, facts.card)),
      payment.balance && t.html("notices-left", { balance: t.money(payment.balance.cents) }),
      isRefusal || spentToday === undefined ? undefined : t.html("notices-today", { spent: t.money(spentToday) }),
    ),
    isRefusal ? causeText(why, t) : statusLine(payment, t),
    isRefusal ? (guard ? guardText(guard, t) : declinesText(declines, t)) : undefined,
  ];
  return {
    text: compose(t, facts, lines),
    buttons: isRefusal ? declineButtons(why, guard, payment, t, facts) : paymentButtons(payment, besides, t, facts),
    ...(facts.quiet && { silent: true }),
  };
}

/** Nothing was ever taken: a decline, not a hold that was given back. */
export const wasRefused = (payment: Payment): boolean =>
  phaseOf(payment) === "declined" && payment.authorized === undefined;

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

function paymentButtons(payment: Payment, { muted, keep }: Besides, t: Translator, facts: Facts): Button[][] {
  const details = actButton(t.plain("notices-button-details"), facts, "receipt.open", payment.receipt);
  const freeze = actButton(t.plain("notices-button-freeze"), facts, "card.freeze", payment.cardId);
  const over = ["refunded", "declined"].includes(phaseOf(payment));
  if (over) return [[details]];
  const shop = shopName(payment.merchant);
  if (shop === "") return [[details, freeze]];
  const kept = t.plain("notices-button-keep", { merchant: bound(shop, LONGEST_ON_BUTTON) });
  return [
    [details, freeze],
    ...(keep ? [[actButton(kept, facts, "rules.keepto", payment.receipt)]] : []),
    [muteButton(t, facts, payment.receipt, muted)],
  ];
}

/** Mutes the shop of a payment, or gives its sound back. `receipt`: the payment's. */
export const muteButton = (t: Translator, facts: Pick<Facts, "walletId">, receipt: string, muted = false): Button =>
  muted
    ? actButton(t.plain("notices-button-unmute"), facts, "shop.unmute", receipt)
    : actButton(t.plain("notices-button-mute"), facts, "shop.mute", receipt);
