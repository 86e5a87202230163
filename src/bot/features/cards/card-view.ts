import type { Card } from "../../../cryptocardy/types.ts";
import type { Translator } from "../../../i18n.ts";
import type { Cents } from "../../../lib/money.ts";
import type { Act, Button } from "../../../notifications/outgoing.ts";
import { bar } from "../../bar.ts";
import { cardTitle, networkName, statusSign, statusWord } from "../../card-words.ts";
import { freshly } from "../../fresh.ts";
import { backRow } from "../../rows.ts";
import type { Screen } from "../../screen.ts";

/**
 * One card: what it is, what is on it, and what can be done with it in its present state. `spent`: this month, where that
 * is known. `bars`: the person wants them.
 */
export function cardScreen(t: Translator, walletId: string, card: Card, spent?: Cents, bars = true): Screen {
  const act = (name: string): Act => ({ name, wallet: walletId, id: card.id });
  return {
    text: [
      t.html("cards-card-title", { title: cardTitle(card) }),
      t.html("cards-card-status", {
        sign: statusSign(card.status),
        status: statusWord(t, card.status),
        network: networkName(card.network),
      }),
      t.html("cards-card-balance", { balance: t.money(card.balance) }),
      ...facts(t, card, spent, bars),
    ].join("\n"),
    buttons: [
      ...actions(t, card, act),
      [{ text: t.plain("common-refresh"), act: freshly(act("card.open")) }],
      backRow(t, { name: "cards.open", wallet: walletId }),
    ],
  };
}

function facts(t: Translator, card: Card, spent: Cents | undefined, bars: boolean): string[] {
  return [
    ...(card.spendingLimit === undefined ? [] : [limitLine(t, card.spendingLimit, spent, bars)]),
    ...(card.totalSpent !== undefined
      ? [t.html("cards-card-spent", { spent: t.money(card.totalSpent), count: card.transactionCount ?? 0 })]
      : []),
    ...(card.lastUsedAt ? [t.html("cards-card-last-used", { at: t.time(card.lastUsedAt, "moment") })] : []),
    ...(card.expiresAt ? [t.html("cards-card-expires", { expiry: t.expiry(card.expiresAt) })] : []),
    ...(card.status === "frozen" ? ["", t.html("cards-card-frozen-note")] : []),
    ...(card.status === "terminated" ? ["", t.html("cards-card-closed-note")] : []),
    ...(card.status === "pending_top_up" ? ["", t.html("cards-card-pending-note")] : []),
  ];
}

/** With a bar, behind the words, where it is known what was spent this month. */
function limitLine(t: Translator, limit: Cents, spent: Cents | undefined, bars: boolean): string {
  if (spent === undefined) return t.html("cards-card-limit", { limit: t.money(limit) });
  const words = t.html("cards-card-month", { spent: t.money(spent), limit: t.money(limit) });
  return bars ? `${words} ${bar(spent, limit)}` : words;
}

function actions(t: Translator, card: Card, act: (name: string) => Act): Button[][] {
  const history: Button = { text: t.plain("cards-history"), act: act("history.open") };
  const fund: Button = { text: t.plain("cards-fund"), act: act("fund.start") };
  if (card.status === "terminated") return [[history]];
  if (card.status === "pending_top_up") return [[fund]];
  const frozen = card.status === "frozen";
  return [
    [fund, { text: t.plain("cards-withdraw"), act: act("withdraw.start") }],
    [
      frozen
        ? { text: t.plain("cards-unfreeze"), act: act("card.unfreeze"), style: "primary" }
        : { text: t.plain("cards-freeze"), act: act("card.freeze") },
      { text: t.plain("cards-details"), act: act("details.open") },
    ],
    [history, { text: t.plain("card-settings-open"), act: act("card.settings") }],
    [{ text: t.plain("check-open"), act: act("check.start") }],
    [
      { text: t.plain("card-rules-open"), act: act("rules.open") },
      { text: t.plain("cards-close"), act: act("card.close") },
    ],
  ];
}
