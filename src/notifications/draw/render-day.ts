import { spentIn } from "../../cryptocardy/month.ts";
import type { Transaction } from "../../cryptocardy/types.ts";
import type { Translator } from "../../i18n.ts";
import type { Cents } from "../../lib/money.ts";
import type { Outgoing } from "../outgoing.ts";
import { actButton, compose, type Facts } from "./facts.ts";
import { merchantOf } from "./render-payment.ts";

const MOST_MERCHANTS = 3;

/** What a day came to: spent, refunded, declined, and where most of it went. Undefined when nothing happened. */
export function renderDay(transactions: Transaction[], t: Translator, facts: Facts): Outgoing | undefined {
  if (transactions.length === 0) return undefined;
  const payments = paymentsIn(transactions);
  const refunds = transactions.filter(({ type }) => type === "refund");
  const declines = transactions.filter(({ type }) => type === "decline").length;
  const refunded = refunds.reduce((sum, { amount }) => sum + Math.abs(amount), 0);
  const lines = [
    t.html("notices-day", { total: t.money(spentIn(transactions)) }),
    payments.length > 0 ? t.html("notices-day-payments", { count: payments.length }) : undefined,
    ...topMerchants(payments).map(([merchant, cents]) =>
      t.html("notices-day-merchant", { merchant: merchantOf(t, merchant), amount: t.money(cents) }),
    ),
    refunds.length > 0
      ? t.html("notices-digest-refunds", { count: refunds.length, total: t.money(refunded) })
      : undefined,
    declines > 0 ? t.html("notices-digest-declines", { count: declines }) : undefined,
  ];
  return {
    text: compose(t, facts, lines),
    buttons: [[actButton(t.plain("notices-button-history"), facts, "history.open")]],
    ...(facts.quiet && { silent: true }),
  };
}

/** Each payment once, though it was held and settled. */
function paymentsIn(transactions: Transaction[]): Transaction[] {
  const byId = new Map<string, Transaction>();
  for (const one of transactions) {
    if (one.type === "authorization" || one.type === "settlement") byId.set(one.originalId ?? one.id, one);
  }
  return [...byId.values()];
}

function topMerchants(payments: Transaction[]): [string, Cents][] {
  const sums = new Map<string, Cents>();
  for (const { merchant, amount } of payments) {
    sums.set(merchant.name, (sums.get(merchant.name) ?? 0) + Math.abs(amount));
  }
  return [...sums].sort(([, one], [, other]) => other - one).slice(0, MOST_MERCHANTS);
}
