import type { Deposit } from "../../cryptocardy/types.ts";
import type { Translator } from "../../i18n.ts";
import { bound } from "../../lib/text.ts";
import type { Outgoing } from "../outgoing.ts";
import { actButton, compose, type Facts, joined } from "./facts.ts";
import { type FirstCardWord, firstCardButtons, firstCardLine } from "./render-first-card.ts";

/** The bubble of a deposit: on its way, then how it ended (a change without a sound). */
export function renderDeposit(deposit: Deposit, t: Translator, facts: Facts): Outgoing {
  const amount = amountText(deposit, t);
  const confirmations = deposit.confirmations
    ? t.html("notices-deposit-confirmations", { count: deposit.confirmations })
    : undefined;
  switch (deposit.status) {
    case "confirmed":
      return { text: compose(t, facts, [t.html("notices-deposit-done", { amount })]), buttons: [], silent: true };
    case "expired":
      return {
        text: compose(t, facts, [
          t.html("notices-deposit-expired", { amount }),
          t.html("notices-deposit-expired-hint"),
        ]),
        buttons: [],
        silent: true,
      };
    default:
      return {
        text: compose(t, facts, [
          t.html("notices-deposit-pending", { amount }),
          [t.html("notices-deposit-pending-hint"), confirmations].filter(Boolean).join(" "),
        ]),
        buttons: [],
        ...(facts.quiet && { silent: true }),
      };
  }
}

/** The message that tells that a deposit was credited, beside the changed bubble, and what it means for the first card. */
export function renderCredited(deposit: Deposit, t: Translator, facts: Facts, first?: FirstCardWord): Outgoing {
  const credited = deposit.creditedUsd ?? deposit.amountUsd;
  const received = amountText(deposit, t);
  return {
    text: compose(t, facts, [
      t.html("notices-deposit-confirmed", { amount: credited === undefined ? received : t.money(credited) }),
      joined(
        credited === undefined ? undefined : t.html("notices-deposit-received", { amount: received }),
        deposit.feeUsd ? t.html("notices-deposit-fee", { fee: t.money(deposit.feeUsd) }) : undefined,
      ),
      first && firstCardLine(first, t),
    ]),
    buttons: [
      first
        ? firstCardButtons(first, t, facts)
        : [
            actButton(t.plain("notices-button-fund-card"), facts, "cards.open"),
            actButton(t.plain("notices-button-new-card"), facts, "issue.start"),
          ],
    ],
    ...(facts.quiet && { silent: true }),
  };
}

/** `0.0075 BTC ≈ $500.00`, as far as it is known. */
function amountText(deposit: Deposit, t: Translator): string {
  const crypto =
    deposit.amountCrypto && `${bound(deposit.amountCrypto, 32)} ${bound(deposit.currency, 16).toUpperCase()}`;
  const dollars = deposit.amountUsd === undefined ? undefined : t.money(deposit.amountUsd);
  if (crypto && dollars) return `${crypto} ≈ ${dollars}`;
  return crypto ?? dollars ?? bound(deposit.currency, 16).toUpperCase();
}
