import type { Translator } from "../../../i18n.ts";
import type { Cents } from "../../../lib/money.ts";
import type { Act } from "../../../notifications/outgoing.ts";
import { cardTitle } from "../../card-words.ts";
import { backRow } from "../../rows.ts";
import type { Screen } from "../../screen.ts";
import { type UpcomingPayment, upcomingLines } from "../../upcoming.ts";

/** Which way: from the wallet to the card, or back. */
export type TransferKind = "fund" | "withdraw";

/** What a transfer is between, as it was when the person was asked. Plain JSON: it lives in a conversation. */
export type TransferFacts = {
  kind: TransferKind;
  walletId: string;
  cardId: string;
  last4: string;
  label?: string;
  cardBalance: Cents;
  walletBalance: Cents;
};

/** The question's text: which card, and what both sides hold now. */
export function questionText(t: Translator, facts: TransferFacts): string {
  const words = {
    card: cardTitle(facts),
    cardBalance: t.money(facts.cardBalance),
    walletBalance: t.money(facts.walletBalance),
  };
  return facts.kind === "fund" ? t.html("transfer-fund-ask", words) : t.html("transfer-withdraw-ask", words);
}

/**
 * Names the movement with what both sides have before and after, and the payments that come again and that the card could
 * not pay any more. Nothing has moved yet.
 */
export function confirmScreen(
  t: Translator,
  facts: TransferFacts,
  amount: Cents,
  operationId: string,
  unpaid: UpcomingPayment[] = [],
): Screen {
  const sign = facts.kind === "fund" ? 1 : -1;
  const words = {
    amount: t.money(amount),
    card: cardTitle(facts),
    cardBefore: t.money(facts.cardBalance),
    cardAfter: t.money(facts.cardBalance + sign * amount),
    walletBefore: t.money(facts.walletBalance),
    walletAfter: t.money(facts.walletBalance - sign * amount),
  };
  return {
    text: [
      facts.kind === "fund" ? t.html("transfer-fund-confirm", words) : t.html("transfer-withdraw-confirm", words),
      ...upcomingLines(t, t.html("transfer-unpaid", { count: unpaid.length }), unpaid),
    ].join("\n"),
    buttons: [
      [{ text: t.plain("common-confirm"), act: { name: "op.confirm", id: operationId }, style: "success" }],
      [{ text: t.plain("common-cancel"), act: { name: "op.cancel", id: operationId } }],
    ],
  };
}

/** There is nothing to move: says so before anything is asked. */
export function nothingScreen(t: Translator, facts: TransferFacts): Screen {
  const back = backRow(t, cardAct(facts));
  if (facts.kind === "withdraw") {
    return { text: t.html("transfer-card-empty", { card: cardTitle(facts) }), buttons: [back] };
  }
  const deposit: Act = { name: "deposit.open", wallet: facts.walletId };
  return {
    text: t.html("transfer-wallet-empty", { balance: t.money(facts.walletBalance) }),
    buttons: [[{ text: t.plain("common-deposit"), act: deposit, style: "primary" }], back],
  };
}

export const cardAct = ({ walletId, cardId }: Pick<TransferFacts, "walletId" | "cardId">): Act => ({
  name: "card.open",
  wallet: walletId,
  id: cardId,
});
