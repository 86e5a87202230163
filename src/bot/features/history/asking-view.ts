import type { PlainKey, Translator } from "../../../i18n.ts";
import type { Screen } from "../../screen.ts";
import type { DaysProblem, RangeProblem } from "./typed.ts";

export const ASKED = ["merchant", "days", "amount"] as const;
export type AskedFor = (typeof ASKED)[number];
export type Problem = DaysProblem | RangeProblem;

const QUESTIONS: Record<AskedFor, PlainKey> = {
  merchant: "history-ask-merchant",
  days: "history-ask-days",
  amount: "history-ask-amount",
};

const PROBLEMS: Record<Problem, PlainKey> = {
  empty: "history-problem-empty",
  "not-days": "history-problem-not-days",
  "no-such-day": "history-problem-no-such-day",
  "wrong-way-round": "history-problem-wrong-way",
  "not-a-number": "history-problem-not-a-number",
  "too-many-decimals": "history-problem-decimals",
  negative: "history-problem-negative",
  "other-currency": "history-problem-currency",
  ambiguous: "history-problem-ambiguous",
};

/** A question to be answered in writing, below what was wrong with the last answer. Cancel leads back to the sheet. */
export function askScreen(
  t: Translator,
  { walletId, what, problem }: { walletId: string; what: AskedFor; problem?: Problem },
): Screen {
  return {
    text: [...(problem ? [t.html(PROBLEMS[problem])] : []), t.html(QUESTIONS[what])].join("\n\n"),
    buttons: [[{ text: t.plain("common-cancel"), act: { name: "history.sheet", wallet: walletId } }]],
  };
}
