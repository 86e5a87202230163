import type { Translator } from "../../i18n.ts";
import type { Button } from "../outgoing.ts";
import type { Payment } from "../payment.ts";
import type { DeclineCause, Explanation } from "../tell/decline.ts";
import type { Alarm, Declines } from "../tell/habits.ts";
import { actButton, type Facts } from "./facts.ts";

/** What the decline guard says, and whether it has frozen the card by itself. */
export type GuardWord = { alarm: Alarm; frozen: boolean };

/** Why a payment was declined, in one line. */
export function causeText({ cause, missing, bound }: Explanation, t: Translator): string {
  if (cause === "insufficient" && missing !== undefined) {
    return t.html("notices-cause-missing", { missing: t.money(missing) });
  }
  if (cause === "limit" && bound !== undefined) return t.html("notices-cause-limit-of", { bound: t.money(bound) });
  if (cause === "payment-maximum" && bound !== undefined) {
    return t.html("notices-cause-payment-maximum-of", { bound: t.money(bound) });
  }
  if (cause === "month-maximum" && bound !== undefined) {
    return t.html("notices-cause-month-maximum-of", { bound: t.money(bound) });
  }
  return t.html(TEXTS[cause]);
}

/** What the decline guard says: how many were declined, and what it does about it. */
export function guardText({ alarm, frozen }: GuardWord, t: Translator): string {
  const count =
    alarm.kind === "in-a-row"
      ? t.html("notices-guard-row", { count: alarm.count })
      : t.html("notices-guard-share", { count: alarm.count, of: alarm.of });
  return `${count} ${t.html(frozen ? "notices-guard-frozen" : "notices-guard-ask")}`;
}

/** That it was not the only decline, when it was not; where the guard speaks it counts itself. */
export function declinesText(declines: Declines | undefined, t: Translator): string | undefined {
  const { row = 0, day = 0, of } = declines ?? {};
  if (row > 1 && of !== undefined) return t.html("notices-declines-row-of", { count: row, of });
  if (row > 1) return t.html("notices-declines-row", { count: row });
  return day > 1 ? t.html("notices-declines-day", { count: day }) : undefined;
}

/** The button that mends the cause first, then what the guard offers, then the receipt. */
export function declineButtons(
  why: Explanation,
  guard: GuardWord | undefined,
  payment: Payment,
  t: Translator,
  facts: Facts,
): Button[][] {
  const card = payment.cardId;
  const details = actButton(t.plain("notices-button-details"), facts, "receipt.open", payment.receipt);
  const mending = guard?.frozen
    ? [fund(why, card, t, facts), actButton(t.plain("notices-button-unfreeze"), facts, "card.unfreeze", card)]
    : [mend(why, card, t, facts)];
  if (guard?.frozen) return [mending, [details]];
  if (guard) {
    const hold = actButton(t.plain("notices-button-hold"), facts, "guard.freeze", card, "danger");
    const isFund = why.cause === "insufficient";
    return [[hold], isFund ? mending : [...mending, fund(why, card, t, facts)], [details]];
  }
  const freeze = actButton(t.plain("notices-button-freeze"), facts, "card.freeze", card);
  const mayFreeze = !["frozen", "terminated", "expired", "inactive"].includes(why.cause);
  return [mending, mayFreeze ? [details, freeze] : [details]];
}

/** Causes after which the guard has nothing to add: no more payments can be declined for lack of money. */
export const isPastGuarding = ({ cause }: Explanation): boolean =>
  cause === "frozen" || cause === "terminated" || cause === "expired" || cause === "inactive";

const TEXTS = {
  terminated: "notices-cause-terminated",
  inactive: "notices-cause-inactive",
  frozen: "notices-cause-frozen",
  expired: "notices-cause-expired",
  "code-late": "notices-cause-code-late",
  "code-wrong": "notices-cause-code-wrong",
  details: "notices-cause-details",
  category: "notices-cause-category",
  "payment-maximum": "notices-cause-payment-maximum",
  "month-maximum": "notices-cause-month-maximum",
  limit: "notices-cause-limit",
  insufficient: "notices-cause-insufficient",
  unknown: "notices-cause-unknown",
} as const satisfies Record<DeclineCause, string>;

function mend(why: Explanation, card: string, t: Translator, facts: Facts): Button {
  switch (why.cause) {
    case "insufficient":
    case "inactive":
      return fund(why, card, t, facts);
    case "frozen":
      return actButton(t.plain("notices-button-unfreeze"), facts, "card.unfreeze", card);
    case "limit":
      return actButton(t.plain("notices-button-limit"), facts, "card.limit", card);
    case "category":
      return actButton(t.plain("notices-button-categories"), facts, "card.categories", card);
    case "details":
      return actButton(t.plain("notices-button-card-details"), facts, "details.open", card);
    case "code-late":
    case "code-wrong":
      return actButton(t.plain("notices-button-paying-now"), facts, "hot.start");
    case "terminated":
      return actButton(t.plain("notices-button-cards"), facts, "cards.open");
    case "expired":
    case "payment-maximum":
    case "month-maximum":
      return actButton(t.plain("notices-button-new-card"), facts, "issue.start");
    case "unknown":
      return actButton(t.plain("notices-button-card"), facts, "card.open", card);
  }
}

function fund({ missing }: Explanation, card: string, t: Translator, facts: Facts): Button {
  if (missing === undefined) return actButton(t.plain("notices-button-fund"), facts, "fund.start", card, "success");
  const text = t.plain("notices-button-fund-with", { amount: t.money(missing) });
  return actButton(text, facts, "fund.start", card, "success", String(missing));
}
