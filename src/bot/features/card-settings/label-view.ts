import type { Translator } from "../../../i18n.ts";
import type { Act } from "../../../notifications/outgoing.ts";
import { cardTitle } from "../../card-words.ts";
import { backRow } from "../../rows.ts";
import type { Screen } from "../../screen.ts";

export const SAVE = "ask.label-save";
export const LONGEST_LABEL = 40;

/** Which card a label is for. Plain JSON: it lives in a conversation. */
export type LabelOf = { walletId: string; cardId: string; last4: string; network: string; label?: string };

/** Asks for the label; `typed` is how long the last answer was when that was too long. */
export function askLabelScreen(t: Translator, of: LabelOf, typed?: number): Screen {
  return {
    text: [
      ...(typed === undefined ? [] : [t.html("card-settings-label-too-long", { typed, limit: LONGEST_LABEL }), ""]),
      t.html("card-settings-label-ask", { card: cardTitle(of), limit: LONGEST_LABEL }),
    ].join("\n"),
    buttons: [backRow(t, settingsAct(of))],
  };
}

/** How the card will be called; nothing is written yet. */
export function previewScreen(t: Translator, of: LabelOf, session: string, label: string): Screen {
  return {
    text: t.html("card-settings-label-preview", { before: cardTitle(of), after: cardTitle({ ...of, label }) }),
    buttons: [
      [{ text: t.plain("card-settings-save"), act: { name: SAVE, id: session }, style: "primary" }],
      [{ text: t.plain("common-cancel"), act: settingsAct(of) }],
    ],
  };
}

const settingsAct = ({ walletId, cardId }: Pick<LabelOf, "walletId" | "cardId">): Act => ({
  name: "card.settings",
  wallet: walletId,
  id: cardId,
});
