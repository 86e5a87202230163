import type { Translator } from "../i18n.ts";
import type { AmountProblem, Cents } from "../lib/money.ts";
import type { Act, Button } from "../notifications/outgoing.ts";
import { type AmountBounds, type AmountLimit, largest, presets } from "./amount.ts";
import type { Screen } from "./screen.ts";

export const PICK = "ask.amount";

/** A question for an amount: its text, what is legal, and where Cancel leads. */
export type AmountQuestion = { text: string; bounds: AmountBounds; cancel: Act };

/** Asks how much, with the usual amounts as buttons; `problem` says above it what was wrong with the last answer. */
export function amountScreen(
  t: Translator,
  { text, bounds, cancel }: AmountQuestion,
  session: string,
  problem?: string,
): Screen {
  const most = largest(bounds);
  const amount = t.money(most);
  const all = bounds.source === "wallet" ? t.plain("amount-max", { amount }) : t.plain("amount-all", { amount });
  return {
    text: [...(problem ? [problem] : []), text].join("\n\n"),
    buttons: [
      ...inPairs(presets(bounds).map((preset) => pick(session, preset, t.money(preset)))),
      [pick(session, most, all)],
      [cancelButton(t, cancel)],
    ],
  };
}

/** One separator and three digits: `1,000` may be a thousand or one. The person decides. */
export function ambiguousScreen(
  t: Translator,
  question: AmountQuestion,
  session: string,
  readings: [Cents, Cents],
): Screen {
  return {
    text: t.html("amount-which"),
    buttons: [readings.map((amount) => pick(session, amount, t.money(amount))), [cancelButton(t, question.cancel)]],
  };
}

/** The amount is out of bounds: which bound, and a button with the nearest legal amount. */
export function limitScreen(
  t: Translator,
  question: AmountQuestion,
  session: string,
  { kind, limit }: AmountLimit,
): Screen {
  const text = limitText(t, kind, t.money(limit));
  return {
    text: [text, question.text].join("\n\n"),
    buttons: [[pick(session, limit, t.money(limit))], [cancelButton(t, question.cancel)]],
  };
}

/** Why a typed amount was not understood, with an example written the reader's way. */
export function problemText(t: Translator, problem: Exclude<AmountProblem, { kind: "ambiguous" }>): string {
  const example = t.money(2550);
  switch (problem.kind) {
    case "empty":
    case "not-a-number":
      return t.html("amount-not-a-number", { example });
    case "too-many-decimals":
      return t.html("amount-too-many-decimals", { example });
    case "negative":
      return t.html("amount-negative", { example });
    case "other-currency":
      return t.html("amount-other-currency", { example });
  }
}

function limitText(t: Translator, kind: AmountLimit["kind"], limit: string): string {
  switch (kind) {
    case "too-little":
      return t.html("amount-too-little", { limit });
    case "too-much":
      return t.html("amount-too-much", { limit });
    case "over-wallet":
      return t.html("amount-over-wallet", { limit });
    case "over-card":
      return t.html("amount-over-card", { limit });
  }
}

const pick = (session: string, amount: Cents, text: string): Button => ({
  text,
  act: { name: PICK, id: session, arg: String(amount) },
});

/** Every button that is no answer leaves the question. */
const cancelButton = (t: Translator, act: Act): Button => ({ text: t.plain("common-cancel"), act });

const inPairs = (buttons: Button[]): Button[][] =>
  buttons.flatMap((_, index) => (index % 2 === 0 ? [buttons.slice(index, index + 2)] : []));
