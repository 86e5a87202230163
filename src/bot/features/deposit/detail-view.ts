import type { Deposit } from "../../../cryptocardy/types.ts";
import type { PlainKey, Translator } from "../../../i18n.ts";
import { bound } from "../../../lib/text.ts";
import type { Button } from "../../../notifications/outgoing.ts";
import { assetOf } from "../../assets.ts";
import { backRow } from "../../rows.ts";
import type { Screen } from "../../screen.ts";
import { cryptoAmount } from "./deposit-words.ts";
import { explorerOf } from "./explorer.ts";
import { type DepositFilter, filterToText } from "./filter.ts";
import { listAct } from "./list-view.ts";
import { STEPS, type Step, type StepState, stepsOf } from "./steps.ts";

const SIGNS: Record<StepState, string> = { done: "✅", now: "⏳", ahead: "▫️", failed: "❌" };
const TITLES: Record<Step, PlainKey> = {
  sent: "deposit-step-sent",
  seen: "deposit-step-seen",
  confirmed: "deposit-step-confirmed",
  credited: "deposit-step-credited",
};
// Telegram copies 256 characters at most.
const LONGEST_HASH = 256;

/** The wallet's first card is not active yet; `cardId`: it is listed, and can be funded. */
export type FirstCard = { cardId?: string };

/**
 * One deposit: how far it has come, what it costs, and its transaction. `from`: the list it was opened from; `first`: the
 * card that it may bring to life. `isReal`: its transaction is, and may be looked at elsewhere; that of a sandbox is nobody
 * else's business.
 */
export function depositScreen(
  t: Translator,
  wallet: string,
  deposit: Deposit,
  from: DepositFilter,
  { first, isReal = false }: { first?: FirstCard | undefined; isReal?: boolean } = {},
): Screen {
  const hash = deposit.txHash && bound(deposit.txHash, LONGEST_HASH);
  const explorer = isReal && hash ? explorerOf(deposit.currency, hash) : undefined;
  return {
    text: [
      [t.html("deposit-detail-title", { crypto: cryptoAmount(t, deposit) }), progress(t, deposit, first)].join("\n"),
      money(t, deposit),
      times(t, deposit),
      ...(hash ? [t.html("deposit-detail-hash", { hash })] : []),
      ...advice(t, deposit),
    ]
      .filter(Boolean)
      .join("\n\n"),
    buttons: [
      hash ? [{ text: t.plain("deposit-copy-hash"), copy: hash }] : [],
      explorer ? [{ text: t.plain("deposit-explorer", { site: explorer.site }), url: explorer.url }] : [],
      nextStep(t, wallet, deposit, first),
      [
        {
          text: t.plain("common-refresh"),
          act: { name: "deposit.show", wallet, id: deposit.id, arg: filterToText(from) },
        },
      ],
      backRow(t, listAct(wallet, from)),
    ],
  };
}

/** The deposit is not in the list any more. */
export const goneScreen = (t: Translator, wallet: string, from: DepositFilter): Screen => ({
  text: t.html("deposit-detail-gone"),
  buttons: [backRow(t, listAct(wallet, from))],
});

function progress(t: Translator, deposit: Deposit, first: FirstCard | undefined): string {
  const steps = stepsOf(deposit);
  if (!steps) return t.html("deposit-detail-status", { status: deposit.status });
  const line = (state: StepState, number: number, step: string) =>
    t.html("deposit-step", { sign: SIGNS[state], number, step });
  const after: StepState = deposit.status === "confirmed" ? "now" : "ahead";
  return [
    ...STEPS.map((step, index) => line(steps[step], index + 1, stepText(t, step, deposit))),
    ...(first && steps.credited !== "failed" ? [line(after, STEPS.length + 1, t.plain("deposit-step-card"))] : []),
  ].join("\n");
}

function stepText(t: Translator, step: Step, { status, confirmations, creditedUsd }: Deposit): string {
  if (step === "confirmed" && confirmations !== undefined && status !== "expired")
    return t.plain("deposit-step-confirmations", { count: confirmations });
  if (step === "credited" && status === "confirmed" && creditedUsd !== undefined)
    return t.plain("deposit-step-credited-with", { amount: t.money(creditedUsd) });
  return t.plain(TITLES[step]);
}

function money(t: Translator, deposit: Deposit): string {
  const { status, amountUsd, feeUsd, creditedUsd } = deposit;
  const expected = status === "pending" ? expectedOf(deposit) : undefined;
  return [
    ...(amountUsd === undefined ? [] : [t.html("deposit-detail-amount", { amount: t.money(amountUsd) })]),
    ...(feeUsd === undefined ? [] : [t.html("deposit-detail-fee", { fee: t.money(feeUsd) })]),
    ...(expected === undefined ? [] : [t.html("deposit-detail-to-credit", { amount: t.money(expected) })]),
    ...(status === "confirmed" && creditedUsd !== undefined
      ? [t.html("deposit-detail-credited", { amount: t.money(creditedUsd) })]
      : []),
  ].join("\n");
}

/** Nothing is credited yet while it is pending; what will be follows from amount and fee. */
function expectedOf({ amountUsd, feeUsd, creditedUsd }: Deposit): number | undefined {
  if (creditedUsd) return creditedUsd;
  return amountUsd !== undefined && feeUsd !== undefined && amountUsd > feeUsd ? amountUsd - feeUsd : undefined;
}

function times(t: Translator, { createdAt, confirmedAt }: Deposit): string {
  return [
    t.html("deposit-detail-seen-at", { at: t.time(createdAt, "moment") }),
    ...(confirmedAt === undefined
      ? []
      : [t.html("deposit-detail-confirmed-at", { at: t.time(confirmedAt, "moment") })]),
  ].join("\n");
}

function advice(t: Translator, { status, currency }: Deposit): string[] {
  if (status === "pending") return [t.html("deposit-detail-wait", { ticker: assetOf(currency).ticker })];
  return status === "expired" ? [t.html("deposit-detail-expired")] : [];
}

function nextStep(t: Translator, wallet: string, { status }: Deposit, { cardId }: FirstCard = {}): Button[] {
  const fund: Button[] = cardId
    ? [{ text: t.plain("deposit-fund-first"), act: { name: "fund.start", wallet, id: cardId }, style: "success" }]
    : [];
  if (status === "confirmed")
    return [...fund, { text: t.plain("home-new-card"), act: { name: "issue.start", wallet } }];
  if (status === "expired") return [{ text: t.plain("common-deposit"), act: { name: "deposit.open", wallet } }];
  return [];
}
