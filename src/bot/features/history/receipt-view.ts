import type { Transaction } from "../../../cryptocardy/types.ts";
import type { Translator } from "../../../i18n.ts";
import { bound } from "../../../lib/text.ts";
import type { Act, Button } from "../../../notifications/outgoing.ts";
import type { Screen } from "../../screen.ts";
import {
  categoryWords,
  countryName,
  movementSign,
  movementWord,
  reasonWords,
  stepWords,
  threeDsWords,
} from "./words.ts";

/** A movement, whose it is, and where the person came from (`c2`, `w1`, `f3`; see the list). */
export type ReceiptOf = { walletId: string; transaction: Transaction; card: string; origin?: string };

/** One movement with all that is known of it, and what can be done about it. */
export function receiptScreen(t: Translator, of: ReceiptOf): Screen {
  const { transaction, card } = of;
  const { type, merchant, amount, createdAt } = transaction;
  return {
    text: [
      t.html("history-receipt-title", {
        sign: movementSign(type),
        amount: t.signedMoney(amount),
        merchant: merchant.name || t.plain("history-no-merchant"),
      }),
      t.html("history-receipt-kind", { kind: movementWord(t, type), at: t.time(createdAt, "moment") }),
      t.html("history-receipt-card", { card }),
      ...details(t, transaction),
      ...steps(t, transaction),
    ].join("\n"),
    buttons: buttons(t, of),
  };
}

function details(t: Translator, { merchant, balanceAfter, declineReason, threeDs }: Transaction): string[] {
  const category = categoryWords(t, merchant);
  return [
    ...(category ? [t.html("history-receipt-category", { category })] : []),
    ...(merchant.country ? [t.html("history-receipt-country", { country: countryName(t, merchant.country) })] : []),
    ...(declineReason ? [t.html("history-receipt-declined", { reason: reasonWords(t, declineReason) })] : []),
    ...(threeDs ? [t.html("history-receipt-3ds", { status: threeDsWords(t, threeDs.status) })] : []),
    ...(balanceAfter === undefined ? [] : [t.html("history-receipt-balance", { balance: t.money(balanceAfter) })]),
  ];
}

/** The way of the payment, one step a line, oldest first. */
function steps(t: Translator, { timeline = [] }: Transaction): string[] {
  if (timeline.length === 0) return [];
  const ordered = timeline.toSorted((one, other) => (one.at ?? 0) - (other.at ?? 0));
  return [
    "",
    t.html("history-steps"),
    ...ordered.map(({ status, at }) => {
      const step = stepWords(t, status);
      return at === undefined
        ? t.html("history-step-plain", { step })
        : t.html("history-step", { at: t.time(at, "moment"), step });
    }),
  ];
}

function buttons(t: Translator, { walletId: wallet, transaction, origin }: ReceiptOf): Button[][] {
  const { id, cardId, merchant } = transaction;
  const act = (name: string): Act => ({ name, wallet, id });
  const only: Act = { name: "cats.only", wallet, id: cardId };
  const canBlock = Boolean(merchant.mcc || merchant.category);
  return [
    [
      { text: t.plain("history-open-card"), act: { name: "card.open", wallet, id: cardId } },
      { text: t.plain("cards-freeze"), act: { name: "card.freeze", wallet, id: cardId } },
    ],
    canBlock ? [{ text: t.plain("history-block"), act: act("category.block") }] : [],
    merchant.mcc ? [{ text: t.plain("history-only"), act: { ...only, arg: bound(merchant.mcc, 4) } }] : [],
    [{ text: t.plain("history-share"), act: act("receipt.share") }],
    [
      ...(merchant.name ? [{ text: t.plain("history-same-merchant"), act: act("history.same") }] : []),
      { text: t.plain("history-copy-id"), copy: id },
    ],
    [
      { text: t.plain("common-refresh"), act: { ...act("receipt.open"), ...(origin && { arg: origin }) } },
      { text: t.plain("common-back"), act: backTo(wallet, cardId, origin) },
      { text: t.plain("common-home"), act: { name: "home.open" } },
    ],
  ];
}

/** To the page the receipt was opened from; a pushed message has none. */
function backTo(wallet: string, cardId: string, origin = "w1"): Act {
  const arg = origin.slice(1);
  if (origin.startsWith("f")) return { name: "history.find", wallet, arg };
  return { name: "history.open", wallet, ...(origin.startsWith("c") && { id: cardId }), arg };
}
