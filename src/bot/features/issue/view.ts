import type { Translator } from "../../../i18n.ts";
import type { Cents } from "../../../lib/money.ts";
import { bound } from "../../../lib/text.ts";
import type { Act, Button } from "../../../notifications/outgoing.ts";
import { networkName } from "../../card-words.ts";
import { backRow } from "../../rows.ts";
import type { Screen } from "../../screen.ts";
import type { BinChoice, NetworkChoice } from "./bins.ts";

export const NETWORK = "ask.network";
export const BIN = "ask.bin";
export const LABEL = "ask.label";
export const LONGEST_LABEL = 40;

/** Where Cancel leads. */
export const cardsAct = (walletId: string): Act => ({ name: "cards.open", wallet: walletId });

/** First question: whose logo is on the card. */
export function networkScreen(t: Translator, walletId: string, session: string, networks: NetworkChoice[]): Screen {
  const choose = (network: NetworkChoice): Button => ({
    text: network === "any" ? t.plain("issue-any") : networkName(network),
    act: { name: NETWORK, id: session, arg: network },
  });
  return { text: t.html("issue-network-ask"), buttons: [networks.map(choose), [cancel(t, walletId)]] };
}

/** Second question: which kind of card; one paragraph and one button each. */
export function binScreen(t: Translator, walletId: string, session: string, bins: BinChoice[]): Screen {
  return {
    text: [t.html("issue-bin-ask"), ...bins.map((bin) => binText(t, bin))].join("\n\n"),
    buttons: [
      ...bins.map((bin): Button[] => [{ text: binName(bin), act: { name: BIN, id: session, arg: bin.id } }]),
      [cancel(t, walletId)],
    ],
  };
}

/** Third question's text: how much, and what the wallet has. */
export const amountText = (t: Translator, bin: BinChoice, walletBalance: Cents): string =>
  t.html("issue-amount-ask", { bin: binName(bin), walletBalance: t.money(walletBalance) });

/** Fourth question: a name for the card. Optional; suggestions come from what the BIN is good for. */
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
export const labelSuggestions = (bin: BinChoice): string[] => bin.bestFor.slice(0, 3).map(inWords);

/** `meta_ads` -> `Meta Ads`: the API's words are made readable, not translated. */
function inWords(name: string): string {
  return bound(name.replaceAll("_", " "), LONGEST_LABEL).replace(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase());
}

const binName = (bin: BinChoice): string => `${networkName(bin.network)} ${bin.id}`;

function binText(t: Translator, bin: BinChoice): string {
  const features = [
    ...(bin.threeDs ? ["3-D Secure"] : []),
    ...(bin.applePay ? ["Apple Pay"] : []),
    ...(bin.googlePay ? ["Google Pay"] : []),
  ];
  return [
    t.html("issue-bin-name", { name: binName(bin) }),
    ...(bin.bestFor.length > 0 ? [t.html("issue-bin-best-for", { uses: bin.bestFor.map(inWords).join(", ") })] : []),
    ...(features.length > 0 ? [t.html("issue-bin-features", { features: features.join(", ") })] : []),
    ...(bin.maxTransaction ? [t.html("issue-bin-max-transaction", { limit: t.money(bin.maxTransaction) })] : []),
    ...(bin.acceptanceRate ? [t.html("issue-bin-acceptance", { rate: bin.acceptanceRate })] : []),
  ].join("\n");
}

const cancel = (t: Translator, walletId: string): Button => ({
  text: t.plain("common-cancel"),
  act: cardsAct(walletId),
});
