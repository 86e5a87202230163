import type { Translator } from "../../../i18n.ts";
import type { Button } from "../../../notifications/outgoing.ts";
import { GUARD_CHOICES, type Preferences, thresholdsOf } from "../../../notifications/preferences.ts";
import { GUARD, type Thresholds } from "../../../notifications/tell/habits.ts";
import { backRow } from "../../rows.ts";
import type { Screen } from "../../screen.ts";

/** When the decline guard speaks up: declines in a row, and the share of all payments. */
export function guardScreen(t: Translator, preferences: Preferences): Screen {
  const chosen = thresholdsOf(preferences);
  const choice = (kind: keyof Thresholds, text: string, value: number): Button => ({
    text: value === chosen[kind] ? `✅ ${text}` : text,
    act: { name: "notices.guardat", id: kind, arg: String(value) },
  });
  return {
    text: t.html("notifications-guard-ask", { least: GUARD.least }),
    buttons: [
      GUARD_CHOICES.inARow.map((count) => choice("inARow", t.plain("notifications-guard-row", { count }), count)),
      GUARD_CHOICES.share.map((share) => choice("share", t.plain("notifications-guard-share", { share }), share)),
      backRow(t, { name: "notices.open" }),
    ],
  };
}
