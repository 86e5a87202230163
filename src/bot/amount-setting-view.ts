import type { Translator } from "../i18n.ts";
import type { SettingProblem } from "./amount-setting.ts";
import { problemText } from "./amount-view.ts";

/** Why an amount cannot be set, in words; which of two readings was meant is a question of its own. */
export function settingProblemText(t: Translator, problem: Exclude<SettingProblem, { kind: "ambiguous" }>): string {
  if (!("limit" in problem)) return problemText(t, problem);
  const limit = t.money(problem.limit);
  return problem.kind === "too-little" ? t.html("amount-too-little", { limit }) : t.html("amount-most", { limit });
}
