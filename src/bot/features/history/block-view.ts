import type { Transaction } from "../../../cryptocardy/types.ts";
import type { Translator } from "../../../i18n.ts";
import { bound } from "../../../lib/text.ts";
import type { Act, Button } from "../../../notifications/outgoing.ts";
import type { Screen } from "../../screen.ts";
import type { BlockPlan } from "./block.ts";

/** A payment whose kind of shop is to be blocked for its card. */
export type BlockOf = { walletId: string; transaction: Transaction; card: string };

/** Asks first: says what exactly changes, and what the API cannot do. */
export function blockScreen(t: Translator, of: BlockOf, plan: BlockPlan): Screen {
  const { walletId: wallet, transaction, card } = of;
  const words = { card, category: categoryTitle(t, transaction, plan) };
  switch (plan.kind) {
    case "unknown":
      return { text: t.html("history-block-unknown", { card }), buttons: [freeze(t, of), back(t, of)] };
    case "blocked":
      return { text: t.html("history-block-already", words), buttons: [back(t, of)] };
    case "last":
      return { text: t.html("history-block-last", words), buttons: [freeze(t, of), back(t, of)] };
    case "change": {
      const go: Act = { name: "category.block.go", wallet, id: transaction.id };
      return {
        text: plan.all ? t.html("history-block-ask-all", words) : t.html("history-block-ask", words),
        buttons: [[{ text: t.plain("history-block-confirm"), act: go, style: "danger" }], back(t, of)],
      };
    }
  }
}

/** What the card's list is now. */
export function blockedScreen(t: Translator, of: BlockOf, plan: BlockPlan): Screen {
  const { walletId: wallet, transaction, card } = of;
  const open: Button = {
    text: t.plain("history-open-card"),
    act: { name: "card.open", wallet, id: transaction.cardId },
  };
  const categories: Button = {
    text: t.plain("history-categories"),
    act: { name: "card.categories", wallet, id: transaction.cardId },
  };
  return {
    text: t.html("history-block-done", { card, category: categoryTitle(t, transaction, plan) }),
    buttons: [[open, categories], back(t, of)],
  };
}

function categoryTitle(t: Translator, { merchant }: Transaction, plan: BlockPlan): string {
  if ("group" in plan && plan.group) return t.plain(plan.group.title);
  return bound(merchant.category?.replaceAll("_", " ") || `MCC ${merchant.mcc ?? ""}`, 40);
}

const freeze = (t: Translator, { walletId: wallet, transaction }: BlockOf): Button[] => [
  { text: t.plain("cards-freeze"), act: { name: "card.freeze", wallet, id: transaction.cardId } },
];

const back = (t: Translator, { walletId: wallet, transaction }: BlockOf): Button[] => [
  { text: t.plain("common-back"), act: { name: "receipt.open", wallet, id: transaction.id } },
  { text: t.plain("common-home"), act: { name: "home.open" } },
];
