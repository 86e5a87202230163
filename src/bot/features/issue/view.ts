import type { Translator } from "../../../i18n.ts";
import type { Cents } from "../../../lib/money.ts";
import { bound } from "../../../lib/text.ts";
import type { Act, Button } from "../../../notifications/outgoing.ts";
import { networkName } from "../../card-words.ts";
import { backRow } from "../../rows.ts";
import type { Screen } from "../../screen.ts";
import { type BinChoice, binName } from "./bins.ts";
import { useInWords } from "./uses.ts";

export const LABEL = "ask.label";
export const LONGEST_LABEL = 40;

/** Where Cancel leads. */
export const cardsAct = (walletId: string): Act => ({ name: "cards.open", wallet: walletId });

/** The question for the amount: how much, and what the wallet has. */
export const amountText = (t: Translator, bin: BinChoice, walletBalance: Cents): string =>
  t.html("issue-amount-ask", { bin: binName(bin), walletBalance: t.money(walletBalance) });

/** The question for a name for the card. Optional; suggestions come from what the BIN is good for. */
export function labelScreen(t: Translator, walletId: string, session: string, suggestions: string[]): Screen {
  return {
    text: t.html("issue-label-ask", { limit: LONGEST_LABEL }),
    buttons: [
      ...suggestions.map((text): Button[] => [
        { text, act: { name: LABEL, id: session, arg: String(suggestions.indexOf(text)) } },
      ]),
      [{ text: t.plain("issue-label-skip"), act: { name: LABEL, id: session } }],
      [cancel(t, walletId)],
    ],
  };
}

export type IssueFacts = { bin: BinChoice; amount: Cents; label: string; walletBalance: Cents };

/** Names what is bought, and the wallet before and after. Nothing has happened yet. */
export function issueConfirmScreen(
  t: Translator,
  { bin, amount, label, walletBalance }: IssueFacts,
  operationId: string,
): Screen {
  return {
    text: [
      t.html("issue-confirm", {
        network: networkName(bin.network),
        bin: bin.id,
        amount: t.money(amount),
        walletBefore: t.money(walletBalance),
        walletAfter: t.money(walletBalance - amount),
      }),
      ...(label ? [t.html("issue-confirm-label", { label })] : []),
      ...(bin.maxTransaction ? [t.html("issue-bin-max-transaction", { limit: t.money(bin.maxTransaction) })] : []),
      ...(bin.maxMonthly ? [t.html("issue-bin-max-monthly", { limit: t.money(bin.maxMonthly) })] : []),
    ].join("\n"),
    buttons: [
      [{ text: t.plain("common-confirm"), act: { name: "op.confirm", id: operationId }, style: "success" }],
      [{ text: t.plain("common-cancel"), act: { name: "op.cancel", id: operationId } }],
    ],
  };
}

/** The wallet cannot pay for the smallest card. */
export function noMoneyScreen(t: Translator, walletId: string, walletBalance: Cents): Screen {
  return {
    text: t.html("issue-no-money", { balance: t.money(walletBalance) }),
    buttons: [
      [{ text: t.plain("common-deposit"), act: { name: "deposit.open", wallet: walletId }, style: "primary" }],
      backRow(t, cardsAct(walletId)),
    ],
  };
}

/** The provider offers no card at all at the moment. */
export const noBinsScreen = (t: Translator, walletId: string): Screen => ({
  text: t.html("issue-no-bins"),
  buttons: [backRow(t, cardsAct(walletId))],
});

/** Up to three names for a card, from what its BIN is best for: `Meta Ads`. */
export const labelSuggestions = (t: Translator, bin: BinChoice): string[] =>
  [...new Set(bin.bestFor.map((use) => bound(useInWords(t, use), LONGEST_LABEL)))].slice(0, 3);

const cancel = (t: Translator, walletId: string): Button => ({
  text: t.plain("common-cancel"),
  act: cardsAct(walletId),
});
