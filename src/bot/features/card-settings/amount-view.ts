import type { Card } from "../../../cryptocardy/types.ts";
import type { Translator } from "../../../i18n.ts";
import type { Cents } from "../../../lib/money.ts";
import type { Act, Button } from "../../../notifications/outgoing.ts";
import { type AmountSetting, openAct, PRESETS, type SettingProblem, setAct } from "../../amount-setting.ts";
import { settingProblemText } from "../../amount-setting-view.ts";
import { bar } from "../../bar.ts";
import { cardTitle } from "../../card-words.ts";
import { freshly } from "../../fresh.ts";
import { backRow } from "../../rows.ts";
import type { Screen } from "../../screen.ts";

/** What became of the last change: written, or answered with success and not there. */
export type Change = "saved" | "not-taken";

/** `spent`: this month, where it is known. `highest`: what a card of this BIN may spend in a month. */
export type AmountOf = { walletId: string; card: Card; spent?: Cents; highest?: Cents };

/** The screen of either setting. `bars`: the person wants them. */
export function amountSettingScreen(
  t: Translator,
  kind: AmountSetting,
  of: AmountOf,
  { change, bars = true }: { change?: Change; bars?: boolean } = {},
): Screen {
  const lines = kind === "limit" ? limitLines(t, of, bars) : freezeAtLines(t, of);
  return {
    text: [...(change ? [changeText(t, change), ""] : []), ...lines].join("\n"),
    buttons: buttonsOf(t, kind, of.walletId, of.card.id, extra(t, kind, of)),
  };
}

/** Why a typed amount was not taken, with the same buttons. */
export function settingProblemScreen(
  t: Translator,
  kind: AmountSetting,
  { walletId, cardId }: { walletId: string; cardId: string },
  problem: SettingProblem,
): Screen {
  if (problem.kind === "ambiguous") {
    const readings = problem.readings.map((amount) => preset(t, kind, walletId, cardId, amount));
    return { text: t.html("amount-which"), buttons: [readings, backRow(t, settingsAct(walletId, cardId))] };
  }
  return { text: settingProblemText(t, problem), buttons: buttonsOf(t, kind, walletId, cardId, []) };
}

function limitLines(t: Translator, { card, spent, highest }: AmountOf, bars: boolean): string[] {
  const limit = card.spendingLimit;
  return [
    t.html("card-settings-limit-title", { card: cardTitle(card) }),
    "",
    limit === undefined
      ? t.html("card-settings-limit-is-off")
      : t.html("card-settings-limit-is", { limit: t.money(limit) }),
    ...(spent === undefined ? [] : [t.html("card-settings-spent-month", { spent: t.money(spent) })]),
    ...(limit === undefined || spent === undefined ? [] : [leftLine(t, limit, spent, bars)]),
    t.html("card-settings-balance", { balance: t.money(card.balance) }),
    "",
    t.html("card-settings-limit-hint"),
    ...(limit === undefined ? [] : [liftText(t, limit, highest)]),
    "",
    t.html("card-settings-limit-ask"),
  ];
}

function leftLine(t: Translator, limit: Cents, spent: Cents, bars: boolean): string {
  const left = t.money(Math.max(0, limit - spent));
  const words = spent >= limit ? t.html("card-settings-limit-used-up") : t.html("card-settings-limit-left", { left });
  return bars ? `${words} ${bar(spent, limit)}` : words;
}

/** The reference knows no way to take a limit off, so none is offered: only the highest that means anything. */
const liftText = (t: Translator, limit: Cents, highest: Cents | undefined): string =>
  highest !== undefined && highest > limit
    ? t.html("card-settings-limit-lift", { highest: t.money(highest) })
    : t.html("card-settings-limit-no-lift");

function freezeAtLines(t: Translator, { card }: AmountOf): string[] {
  const { autoFreezeAt: at, totalSpent, balance } = card;
  return [
    t.html("card-settings-freeze-at-title", { card: cardTitle(card) }),
    "",
    at ? t.html("card-settings-freeze-at-is", { amount: t.money(at) }) : t.html("card-settings-freeze-at-is-off"),
    ...(totalSpent === undefined ? [] : [t.html("card-settings-spent-all", { spent: t.money(totalSpent) })]),
    t.html("card-settings-balance", { balance: t.money(balance) }),
    "",
    ...(card.asSetHere?.includes("autoFreezeAt") ? [t.html("card-settings-as-set-here")] : []),
    t.html("card-settings-freeze-at-hint"),
    ...(at && totalSpent !== undefined && totalSpent >= at ? [t.html("card-settings-freeze-at-spent-reached")] : []),
    ...(at && balance <= at ? [t.html("card-settings-freeze-at-balance-reached")] : []),
    "",
    t.html("card-settings-freeze-at-ask"),
  ];
}

function extra(t: Translator, kind: AmountSetting, { walletId, card, highest }: AmountOf): Button[] {
  if (kind === "freeze-at") {
    const off = setAct("freeze-at", walletId, card.id, 0);
    return card.autoFreezeAt ? [{ text: t.plain("card-settings-freeze-at-off"), act: off }] : [];
  }
  const limit = card.spendingLimit;
  if (limit === undefined || highest === undefined || highest <= limit) return [];
  const text = t.plain("card-settings-limit-highest", { amount: t.money(highest) });
  return [{ text, act: setAct("limit", walletId, card.id, highest) }];
}

function buttonsOf(t: Translator, kind: AmountSetting, walletId: string, cardId: string, more: Button[]): Button[][] {
  const presets = PRESETS[kind].map((amount) => preset(t, kind, walletId, cardId, amount));
  return [
    presets.slice(0, 2),
    presets.slice(2),
    more,
    [{ text: t.plain("common-refresh"), act: freshly(openAct(kind, walletId, cardId)) }],
    backRow(t, settingsAct(walletId, cardId)),
  ];
}

const preset = (t: Translator, kind: AmountSetting, walletId: string, cardId: string, amount: Cents): Button => ({
  text: t.money(amount),
  act: setAct(kind, walletId, cardId, amount),
});

const settingsAct = (wallet: string, id: string): Act => ({ name: "card.settings", wallet, id });

const changeText = (t: Translator, change: Change): string =>
  change === "saved" ? t.html("card-settings-saved") : t.html("card-settings-not-taken");
