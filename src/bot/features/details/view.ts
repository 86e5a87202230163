import type { BillingAddress, CardDetails } from "../../../cryptocardy/types.ts";
import type { Translator } from "../../../i18n.ts";
import type { Act, Button } from "../../../notifications/outgoing.ts";
import { backRow } from "../../rows.ts";
import type { Note, Screen } from "../../screen.ts";

/** The card that details are asked of. */
export type DetailsCard = { wallet: string; id: string; title: string };

const toCard = ({ wallet, id }: DetailsCard): Act => ({ name: "card.open", wallet, id });

/** Where the details are to be shown. The one-time page is offered only when there is an address for it. */
export function chooserScreen(t: Translator, card: DetailsCard, hasPage: boolean): Screen {
  const act = (name: string): Act => ({ name, wallet: card.wallet, id: card.id });
  return {
    text: [
      t.html("details-choose", { card: card.title }),
      ...(hasPage ? [t.html("details-choose-page")] : []),
      t.html("details-choose-address"),
    ].join("\n"),
    buttons: [
      [{ text: t.plain("details-once"), act: act("details.alert"), style: "primary" }],
      hasPage ? [{ text: t.plain("details-page"), act: act("details.page") }] : [],
      [{ text: t.plain("details-address"), act: act("details.address") }],
      backRow(t, toCard(card)),
    ],
  };
}

/** The pop-up: number in groups, expiry, CVV, holder. Nothing of it stays in the chat. */
export function detailsNote(t: Translator, { pan, cvv, expMonth, expYear, holderName }: CardDetails): Note {
  const text = t.plain("details-alert", {
    number: groupDigits(pan.reveal()),
    expiry: `${String(expMonth).padStart(2, "0")}/${String(expYear).slice(-2)}`,
    cvv: cvv.reveal(),
    holder: holderName ?? "",
  });
  return { text: text.trim(), alert: true };
}

/** `4916531288472039` -> `4916 5312 8847 2039`; American Express-like numbers 4-6-5. */
export function groupDigits(pan: string): string {
  const groups = pan.length === 15 ? /^(\d{4})(\d{6})(\d{5})$/ : undefined;
  if (groups) return pan.replace(groups, "$1 $2 $3");
  return pan.replace(/(\d{4})(?=\d)/g, "$1 ");
}

/** Stands where the link will be, for a moment. */
export const coverScreen = (t: Translator, card: DetailsCard): Screen => ({
  protect: true,
  text: t.html("details-page-coming", { card: card.title }),
  buttons: [],
});

/** The link to the one-time page; the message goes away with it. */
export function pageScreen(t: Translator, card: DetailsCard, link: URL, minutes: number): Screen {
  return {
    protect: true,
    text: t.html("details-page-ready", { card: card.title, minutes }),
    buttons: [[{ text: t.plain("details-page-open"), url: link.href, style: "primary" }]],
  };
}

/** What shops ask for besides the card. Not a secret: it stays in the chat, each line with a button that copies it. */
export function addressScreen(
  t: Translator,
  card: DetailsCard,
  holder: string | undefined,
  address: BillingAddress = {},
): Screen {
  const { line1, line2, city, state, zip, country } = address;
  const lines = [holder, line1, line2, city, state, zip, country].filter(
    (line): line is string => line !== undefined && line !== "",
  );
  const back = backRow(t, { name: "details.open", wallet: card.wallet, id: card.id });
  if (!Object.values(address).some(Boolean)) return { text: t.html("details-no-billing"), buttons: [back] };
  const copies = lines.map((line): Button => ({ text: t.plain("details-copy", { value: line }), copy: line }));
  return {
    text: [
      t.html("details-billing", { card: card.title }),
      "",
      ...lines.map((line) => t.html("details-line", { value: line })),
    ].join("\n"),
    buttons: [...copies.map((button) => [button]), back],
  };
}
