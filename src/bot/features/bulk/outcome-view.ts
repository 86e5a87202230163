import type { CardApiError } from "../../../cryptocardy/errors.ts";
import type { Translator } from "../../../i18n.ts";
import type { Cents } from "../../../lib/money.ts";
import { bound } from "../../../lib/text.ts";
import { cardTitle } from "../../card-words.ts";
import { backRow } from "../../rows.ts";
import type { Screen } from "../../screen.ts";
import type { PickedCard } from "./picks.ts";
import { openAct } from "./view.ts";

/** What became of one card. `already`: there was nothing to do. */
export type CardOutcome = { card: PickedCard } & (
  | { kind: "done" | "already" }
  | { kind: "failed"; failure: Pick<CardApiError, "kind"> & { text?: string | undefined } }
);

const LONGEST_REASON = 80;

/** What was done with all of them, one line a card; those that failed can be tried again. */
export function frozenScreen(t: Translator, walletId: string, outcomes: CardOutcome[]): Screen {
  return {
    text: [
      t.html("bulk-frozen", { done: succeeded(outcomes), total: outcomes.length }),
      "",
      ...outcomes.map((outcome) => {
        const card = cardTitle(outcome.card);
        if (outcome.kind === "failed") return failedLine(t, card, outcome.failure);
        return outcome.kind === "done" ? t.html("bulk-line-frozen", { card }) : t.html("bulk-line-already", { card });
      }),
    ].join("\n"),
    buttons: lastRows(t, walletId, outcomes, "bulk.freeze"),
  };
}

export function limitedScreen(t: Translator, walletId: string, outcomes: CardOutcome[], limit: Cents): Screen {
  return {
    text: [
      t.html("bulk-limited", { done: succeeded(outcomes), total: outcomes.length, limit: t.money(limit) }),
      "",
      ...outcomes.map((outcome) => {
        const card = cardTitle(outcome.card);
        return outcome.kind === "failed"
          ? failedLine(t, card, outcome.failure)
          : t.html("bulk-line-limited", { card, limit: t.money(limit) });
      }),
    ].join("\n"),
    buttons: lastRows(t, walletId, outcomes, "bulk.limit"),
  };
}

export const failedLine = (t: Translator, card: string, failure: { kind: string; text?: string | undefined }): string =>
  t.html("bulk-line-failed", { card, reason: reasonOf(t, failure) });

/** In a few words: the long ones of a failure have a screen to themselves. */
function reasonOf(t: Translator, { kind, text }: { kind: string; text?: string | undefined }): string {
  switch (kind) {
    case "unavailable":
    case "rate-limited":
    case "malformed":
      return t.plain("bulk-reason-away");
    case "insufficient-funds":
      return t.plain("bulk-reason-funds");
    case "not-found":
      return t.plain("bulk-reason-missing");
    default:
      return text ? bound(text, LONGEST_REASON) : t.plain("bulk-reason-refused");
  }
}

const succeeded = (outcomes: CardOutcome[]): number => outcomes.filter(({ kind }) => kind !== "failed").length;

function lastRows(t: Translator, wallet: string, outcomes: CardOutcome[], again: string) {
  const failed = outcomes.some(({ kind }) => kind === "failed");
  return [
    ...(failed ? [[{ text: t.plain("common-retry"), act: { name: again, wallet } }]] : []),
    backRow(t, openAct(wallet)),
  ];
}
