import type { Translator } from "../../../i18n.ts";
import type { AmountProblem } from "../../../lib/money.ts";
import type { Button } from "../../../notifications/outgoing.ts";
import { problemText } from "../../amount-view.ts";
import type { Screen } from "../../screen.ts";
import type { MoneyVerb } from "./parse.ts";

/** What was wrong with a typed amount: two readings to choose from, or the way to the question for it. */
export function unclearAmountScreen(t: Translator, verb: MoneyVerb, digits: string, problem: AmountProblem): Screen {
  const home: Button[] = [{ text: t.plain("common-home"), act: { name: "home.open" } }];
  const act = { name: `short-ways.${verb}`, id: digits };
  if (problem.kind === "ambiguous") {
    const readings = problem.readings.map(
      (cents): Button => ({ text: t.money(cents), act: { ...act, arg: String(cents) } }),
    );
    return { text: t.html("amount-which"), buttons: [readings, home] };
  }
  const text = verb === "fund" ? t.plain("short-ways-fund", { digits }) : t.plain("short-ways-withdraw", { digits });
  return { text: problemText(t, problem), buttons: [[{ text, act }], home] };
}
