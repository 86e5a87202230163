import { markup, type Translator } from "../../../i18n.ts";
import type { Cents } from "../../../lib/money.ts";
import type { Act, Button } from "../../../notifications/outgoing.ts";
import { PRESETS, type SettingProblem } from "../../amount-setting.ts";
import { settingProblemText } from "../../amount-setting-view.ts";
import { cardTitle, statusSign } from "../../card-words.ts";
import { filterText } from "../../filter-words.ts";
import { freshly } from "../../fresh.ts";
import { backRow } from "../../rows.ts";
import type { Screen } from "../../screen.ts";
import { isAlive, MOST_PICKED, type PickedCard, type Picks } from "./picks.ts";

/** The list of cards with a tick on each; what can be done with the ticked ones stands below. */
export function picksScreen(t: Translator, walletId: string, picks: Picks): Screen {
  const filtered = filterText(t, picks.filter ?? {});
  const { shown, picked, page, pages } = picks;
  const count = picked.length;
  return {
    text: [
      t.html("bulk-title", { count }),
      ...(filtered ? [t.html("cards-filtered", { filter: markup(filtered) })] : []),
      "",
      t.html("bulk-hint", { most: MOST_PICKED }),
    ].join("\n"),
    buttons: [
      ...shown.map((card) => [pickButton(t, walletId, card, picked)]),
      pager(t, walletId, page, pages),
      [
        { text: t.plain("bulk-whole-page"), act: { name: "bulk.page", wallet: walletId } },
        ...(count > 0 ? [{ text: t.plain("bulk-none"), act: { name: "bulk.none", wallet: walletId } }] : []),
      ],
      ...(count > 0 ? actions(t, walletId, count) : []),
      [{ text: t.plain("common-refresh"), act: freshly(openAct(walletId, page)) }],
      backRow(t, { name: "cards.open", wallet: walletId, arg: String(page) }),
    ],
  };
}

/** Asks for one limit for all; `problem` says what was wrong with what was typed. */
export function limitScreen(t: Translator, walletId: string, cards: PickedCard[], problem?: SettingProblem): Screen {
  const preset = (amount: Cents): Button => ({
    text: t.money(amount),
    act: { name: "bulk.limit-set", wallet: walletId, arg: String(amount) },
  });
  const back = backRow(t, openAct(walletId));
  if (problem?.kind === "ambiguous") {
    return { text: t.html("amount-which"), buttons: [problem.readings.map(preset), back] };
  }
  return {
    text: [
      ...(problem ? [settingProblemText(t, problem), ""] : []),
      t.html("bulk-limit-ask", { count: cards.length }),
      "",
      ...cards.map((card) => cardLine(t, card)),
      "",
      t.html("bulk-limit-hint"),
    ].join("\n"),
    buttons: [PRESETS.limit.slice(0, 2).map(preset), PRESETS.limit.slice(2).map(preset), back],
  };
}

/** The question's text: how much for each of the cards. */
export const fundText = (t: Translator, cards: PickedCard[], wallet: Cents): string =>
  [
    t.html("bulk-fund-ask", { count: cards.length, wallet: t.money(wallet) }),
    "",
    ...cards.map((card) => cardLine(t, card)),
    "",
    t.html("bulk-fund-hint"),
  ].join("\n");

/** The wallet cannot put the least amount on every card. */
export const tooLittleScreen = (t: Translator, walletId: string, count: number, wallet: Cents): Screen => ({
  text: t.html("bulk-fund-too-little", { count, wallet: t.money(wallet), least: t.money(count * 100) }),
  buttons: [
    [{ text: t.plain("common-deposit"), act: { name: "deposit.open", wallet: walletId }, style: "primary" }],
    backRow(t, openAct(walletId)),
  ],
});

export type FundPlan = { cards: PickedCard[]; amount: Cents; wallet: Cents };

/** Names the cards, what each gets, and what all of it comes to. Nothing has moved yet. */
export function fundConfirmScreen(t: Translator, walletId: string, batch: string, plan: FundPlan): Screen {
  const { cards, amount, wallet } = plan;
  const total = amount * cards.length;
  return {
    text: [
      t.html("bulk-fund-confirm", { count: cards.length, amount: t.money(amount), total: t.money(total) }),
      "",
      ...cards.map((card) =>
        t.html("bulk-fund-line", {
          card: cardTitle(card),
          before: t.money(card.balance),
          after: t.money(card.balance + amount),
        }),
      ),
      "",
      t.html("bulk-fund-wallet", { before: t.money(wallet), after: t.money(wallet - total) }),
    ].join("\n"),
    buttons: [
      [{ text: t.plain("common-confirm"), act: { name: "bulk.go", wallet: walletId, id: batch }, style: "success" }],
      [{ text: t.plain("common-cancel"), act: { name: "bulk.stop", wallet: walletId, id: batch } }],
    ],
  };
}

export const nothingMovedScreen = (t: Translator, walletId: string): Screen => ({
  text: t.html("operations-cancelled"),
  buttons: [backRow(t, openAct(walletId))],
});

/** Nothing is ticked (any more): a button of long ago. */
export const nobodyScreen = (t: Translator, walletId: string): Screen => ({
  text: t.html("bulk-nobody"),
  buttons: [backRow(t, openAct(walletId))],
});

export const openAct = (wallet: string, page = 1): Act => ({ name: "bulk.open", wallet, arg: String(page) });

const cardLine = (t: Translator, card: PickedCard): string =>
  t.html("bulk-line", { sign: statusSign(card.status), card: cardTitle(card) });

function pickButton(t: Translator, wallet: string, card: PickedCard, picked: PickedCard[]): Button {
  const tick = picked.some(({ id }) => id === card.id) ? "✅" : "⬜";
  const sign = isAlive(card) ? `${tick} ${statusSign(card.status)}` : statusSign(card.status);
  const text = `${sign} ${cardTitle(card)} — ${t.money(card.balance)}`;
  return { text, act: { name: "bulk.flip", wallet, id: card.id } };
}

function actions(t: Translator, wallet: string, count: number): Button[][] {
  return [
    [
      { text: t.plain("bulk-freeze", { count }), act: { name: "bulk.freeze", wallet } },
      { text: t.plain("bulk-limit", { count }), act: { name: "bulk.limit", wallet } },
    ],
    [{ text: t.plain("bulk-fund", { count }), act: { name: "bulk.fund", wallet } }],
  ];
}

function pager(t: Translator, wallet: string, page: number, pages: number): Button[] {
  if (pages <= 1) return [];
  const to = (target: number, text: string): Button[] =>
    target >= 1 && target <= pages ? [{ text, act: openAct(wallet, target) }] : [];
  return [
    ...to(page - 1, t.plain("cards-page-before")),
    { text: `${page}/${pages}`, act: openAct(wallet, page) },
    ...to(page + 1, t.plain("cards-page-after")),
  ];
}
