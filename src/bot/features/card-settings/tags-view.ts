import type { Card } from "../../../cryptocardy/types.ts";
import type { Translator } from "../../../i18n.ts";
import { LONGEST_TAG_PART, type TagProblem, tagMark, tagsOf, tagText } from "../../../lib/tags.ts";
import type { Act, Button } from "../../../notifications/outgoing.ts";
import { cardTitle } from "../../card-words.ts";
import { freshly } from "../../fresh.ts";
import { backRow } from "../../rows.ts";
import type { Screen } from "../../screen.ts";
import type { Change } from "./amount-view.ts";

const MOST_SHOWN = 20;

/** `others`: tags of the person's other cards, offered for this one. */
export type TagsOf = { walletId: string; card: Card; others: string[] };

/** The tags of a card: one button takes one away, one puts a known one on; new ones are typed. */
export function tagsScreen(t: Translator, { walletId, card, others }: TagsOf, change?: Change): Screen {
  const tags = tagsOf(card.metadata).map(tagText).slice(0, MOST_SHOWN);
  const button = (name: string, text: string, tag: string): Button[] => [
    { text, act: { name, wallet: walletId, id: card.id, arg: tagMark(tag) } },
  ];
  return {
    text: [
      ...(change ? [change === "saved" ? t.html("card-settings-saved") : t.html("card-settings-not-taken"), ""] : []),
      t.html("card-settings-tags-title", { card: cardTitle(card) }),
      "",
      ...(tags.length > 0
        ? tags.map((tag) => t.html("card-settings-tags-line", { tag }))
        : [t.html("card-settings-tags-empty")]),
      "",
      t.html("card-settings-tags-hint"),
    ].join("\n"),
    buttons: [
      ...tags.map((tag) => button("tag.remove", t.plain("card-settings-tags-remove", { tag }), tag)),
      ...others.map((tag) => button("tag.add", t.plain("card-settings-tags-add", { tag }), tag)),
      [{ text: t.plain("common-refresh"), act: freshly(tagsAct(walletId, card.id)) }],
      backRow(t, { name: "card.settings", wallet: walletId, id: card.id }),
    ],
  };
}

/** Why a typed tag was not taken. */
export function tagProblemScreen(t: Translator, walletId: string, cardId: string, problem: TagProblem): Screen {
  return { text: problemText(t, problem), buttons: [backRow(t, tagsAct(walletId, cardId))] };
}

function problemText(t: Translator, { kind }: TagProblem): string {
  switch (kind) {
    case "empty":
      return t.html("card-settings-tags-not-understood");
    case "reserved":
      return t.html("card-settings-tags-reserved");
    case "too-long":
      return t.html("card-settings-tags-too-long", { limit: LONGEST_TAG_PART });
  }
}

const tagsAct = (wallet: string, id: string): Act => ({ name: "card.tags", wallet, id });
