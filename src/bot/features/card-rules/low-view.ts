import type { Translator } from "../../../i18n.ts";
import type { Cents } from "../../../lib/money.ts";
import type { Button } from "../../../notifications/outgoing.ts";
import type { SettingProblem } from "../../amount-setting.ts";
import { settingProblemText } from "../../amount-setting-view.ts";
import { NOTICE_AMOUNTS } from "../../notice-amount.ts";
import { backRow } from "../../rows.ts";
import type { Screen } from "../../screen.ts";
import { act, type RuledCard } from "./ruled-card.ts";

/** Below which balance is told, in cents. `own`: of this card alone, 0 is never. `general`: of all others. */
export type LowBounds = { own?: Cents; general?: Cents };

/** The `arg` that makes the card follow the settings again. */
export const AS_SET = "as-set";

/** Below which balance of this card to tell: how it stands, presets, never, or as in the settings; another may be typed. */
export function lowScreen(
  t: Translator,
  card: RuledCard,
  { own, general }: LowBounds,
  problem?: SettingProblem,
): Screen {
  const choice = (chosen: boolean, text: string, arg: string): Button => ({
    text: chosen ? `✅ ${text}` : text,
    act: act(card, "rules.low", arg),
  });
  const amount = (cents: Cents): Button => choice(cents === own, t.money(cents), String(cents));
  const back = backRow(t, act(card, "rules.open"));
  if (problem?.kind === "ambiguous") {
    return { text: t.html("amount-which"), buttons: [problem.readings.map(amount), back] };
  }
  const asSet = t.plain("card-rules-button-low-as-set", { value: boundWord(t, general) });
  return {
    text: [
      ...(problem ? [settingProblemText(t, problem)] : []),
      t.html("card-rules-low-title", { card: card.title }),
      lowText(t, { ...(own !== undefined && { own }), ...(general !== undefined && { general }) }),
      t.html("card-rules-low-ask"),
    ].join("\n\n"),
    buttons: [
      NOTICE_AMOUNTS.slice(0, 3).map(amount),
      NOTICE_AMOUNTS.slice(3).map(amount),
      [choice(own === undefined, asSet, AS_SET)],
      [choice(own === 0, t.plain("card-rules-button-low-never"), "0")],
      back,
    ],
  };
}

/** How it stands, in one line. */
export function lowText(t: Translator, { own, general }: LowBounds): string {
  if (own === undefined) return t.html("card-rules-low-as-set", { value: boundWord(t, general) });
  return own === 0 ? t.html("card-rules-low-never") : t.html("card-rules-low-own", { amount: t.money(own) });
}

const boundWord = (t: Translator, cents: Cents | undefined): string =>
  cents === undefined ? t.plain("card-rules-low-off") : t.plain("card-rules-low-below", { amount: t.money(cents) });
