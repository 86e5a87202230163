import type { Translator } from "../../../i18n.ts";
import type { Button } from "../../../notifications/outgoing.ts";
import { cardTitle } from "../../card-words.ts";
import type { Screen } from "../../screen.ts";
import type { PanicResult, PanicRow } from "./freeze-all.ts";

/** A message holds 4096 characters; what failed stands first. */
const MOST_LINES = 40;
const RANK = { failed: 0, frozen: 1, already: 2 } as const;

export type PanicFacts = { names: ReadonlyMap<string, string>; cleared: boolean; locked: boolean };

/** What became of every card, and of everything else that was shut. */
export function panicScreen(t: Translator, result: PanicResult, { names, cleared, locked }: PanicFacts): Screen {
  const rows = result.rows.toSorted((one, other) => RANK[one.outcome] - RANK[other.outcome]);
  const failed = rows.filter(({ outcome }) => outcome === "failed").length;
  const frozen = rows.filter(({ outcome }) => outcome === "frozen").length;
  const whole = failed === 0 && result.unread.length === 0;
  const more = rows.length - MOST_LINES;
  return {
    text: [
      whole ? t.html("panic-done", { count: frozen }) : t.html("panic-partly"),
      "",
      ...result.unread.map((id) => t.html("panic-unread", { wallet: names.get(id) ?? id })),
      ...rows.slice(0, MOST_LINES).map((row) => line(t, row)),
      ...(more > 0 ? [t.html("panic-more", { count: more })] : []),
      ...(rows.length === 0 && result.unread.length === 0 ? [t.html("panic-no-cards")] : []),
      "",
      cleared ? t.html("panic-cleared") : t.html("panic-not-cleared"),
      locked ? t.html("panic-locked") : t.html("panic-no-lock"),
    ].join("\n"),
    buttons: [
      whole ? [] : [{ text: t.plain("common-retry"), act: { name: "panic.go" }, style: "danger" }],
      [cards(t), ...(locked ? [] : [{ text: t.plain("panic-set-lock"), act: { name: "lock.open" } }])],
      [{ text: t.plain("common-home"), act: { name: "home.open" } }],
    ],
  };
}

function line(t: Translator, { card, outcome }: PanicRow): string {
  const title = cardTitle(card);
  switch (outcome) {
    case "frozen":
      return t.html("panic-card-frozen", { card: title });
    case "already":
      return t.html("panic-card-already", { card: title });
    case "failed":
      return t.html("panic-card-failed", { card: title });
  }
}

const cards = (t: Translator): Button => ({ text: t.plain("panic-cards"), act: { name: "cards.open" } });
