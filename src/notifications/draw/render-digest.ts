import type { Translator } from "../../i18n.ts";
import type { Cents } from "../../lib/money.ts";
import type { Notice } from "../notice.ts";
import type { Outgoing } from "../outgoing.ts";
import { actButton, compose, type Facts } from "./facts.ts";

/** One message for many late finds: how many of what, and for how much. */
export function renderDigest(notices: Notice[], t: Translator, facts: Facts): Outgoing {
  const steps = notices.flatMap((notice) => (notice.kind === "payment" ? [notice.step] : []));
  const inState = (...states: string[]) => steps.filter(({ state }) => states.includes(state));
  const total = (some: typeof steps): Cents =>
    some.reduce((sum, { transaction }) => sum + Math.abs(transaction.amount), 0);
  // A payment that was authorised and settled meanwhile is one payment.
  const payments = [...new Map(inState("authorized", "settled").map((step) => [paymentOf(step), step])).values()];
  const refunds = inState("refunded");
  const declines = inState("declined").length;
  const deposits = notices.filter(({ kind }) => kind === "deposit").length;
  const cards = notices.filter(({ kind }) => kind === "card").length;
  const lines = [
    t.html("notices-digest", { count: notices.length }),
    payments.length > 0 &&
      t.html("notices-digest-payments", { count: payments.length, total: t.money(total(payments)) }),
    declines > 0 && t.html("notices-digest-declines", { count: declines }),
    refunds.length > 0 && t.html("notices-digest-refunds", { count: refunds.length, total: t.money(total(refunds)) }),
    deposits > 0 && t.html("notices-digest-deposits", { count: deposits }),
    cards > 0 && t.html("notices-digest-cards", { count: cards }),
    t.html("notices-digest-hint"),
  ];
  return {
    text: compose(
      t,
      facts,
      lines.map((line) => line || undefined),
    ),
    buttons: [[actButton(t.plain("notices-button-history"), facts, "history.open")]],
    ...(facts.quiet && { silent: true }),
  };
}

const paymentOf = ({ transaction }: { transaction: { id: string; originalId?: string } }): string =>
  transaction.originalId ?? transaction.id;
