import type { Card } from "../../../cryptocardy/types.ts";
import type { Translator } from "../../../i18n.ts";
import type { Cents } from "../../../lib/money.ts";
import { tagsOf, tagText } from "../../../lib/tags.ts";
import type { Act } from "../../../notifications/outgoing.ts";
import { cardTitle } from "../../card-words.ts";
import { freshly } from "../../fresh.ts";
import { backRow } from "../../rows.ts";
import type { Screen } from "../../screen.ts";
import { groupNames } from "./categories-view.ts";
import { outsiders, selectionOf } from "./selection.ts";

/** A card with whose it is, and what it has spent this month as far as that is known. */
export type SettingsOf = { walletId: string; card: Card; spent?: Cents };

/** All settings of a card with their values, and a button to change each. */
export function settingsScreen(t: Translator, { walletId, card, spent }: SettingsOf, saved = false): Screen {
  const act = (name: string): Act => ({ name, wallet: walletId, id: card.id });
  const allowed = card.allowedCategories ?? [];
  const tags = tagsOf(card.metadata).map(tagText);
  return {
    text: [
      ...(saved ? [t.html("card-settings-saved"), ""] : []),
      t.html("card-settings-title", { card: cardTitle(card) }),
      "",
      t.html("card-settings-label-is", { label: card.label || t.plain("card-settings-none") }),
      limitLine(t, card, spent),
      t.html("card-settings-categories-are", { groups: groupNames(t, selectionOf(allowed), outsiders(allowed)) }),
      card.autoFreezeAt
        ? t.html("card-settings-freeze-at-is", { amount: t.money(card.autoFreezeAt) })
        : t.html("card-settings-freeze-at-is-off"),
      t.html("card-settings-tags-are", { tags: tags.join(", ") || t.plain("card-settings-none") }),
    ].join("\n"),
    buttons: [
      [
        { text: t.plain("card-settings-label"), act: act("card.label") },
        { text: t.plain("card-settings-limit"), act: act("card.limit") },
      ],
      [
        { text: t.plain("card-settings-categories"), act: act("card.categories") },
        { text: t.plain("card-settings-freeze-at"), act: act("card.autofreeze") },
      ],
      [{ text: t.plain("card-settings-tags"), act: act("card.tags") }],
      [{ text: t.plain("common-refresh"), act: freshly(act("card.settings")) }],
      backRow(t, act("card.open")),
    ],
  };
}

function limitLine(t: Translator, { spendingLimit }: Card, spent: Cents | undefined): string {
  if (spendingLimit === undefined) return t.html("card-settings-limit-is-off");
  const limit = t.money(spendingLimit);
  return spent === undefined
    ? t.html("card-settings-limit-is", { limit })
    : t.html("card-settings-limit-is-of", { limit, left: t.money(Math.max(0, spendingLimit - spent)) });
}
