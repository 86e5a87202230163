import type { Translator } from "../../i18n.ts";
import type { Notice } from "../notice.ts";
import type { Button, Outgoing } from "../outgoing.ts";
import { actButton, cardName, compose, type Facts } from "./facts.ts";

/** What a deposit led to: the wallet's first card waits to be funded, or there is none. */
export type FirstCardWord = { state: "waiting"; cardId: string } | { state: "absent" };

/**
 * The wallet's first card became active. Undefined: the person funded it here and has seen that. When it was made says
 * nothing of when it became active, so it is never said to be late.
 */
export function renderReady(
  { card }: Extract<Notice, { kind: "card" }>,
  t: Translator,
  { late: _, ...facts }: Facts,
): Outgoing | undefined {
  if (facts.ours) return undefined;
  const id = card.id;
  const open = actButton(t.plain("notices-button-card"), facts, "card.open", id);
  const fund = actButton(t.plain("notices-button-fund"), facts, "fund.start", id, "success");
  const isFunded = card.balance > 0;
  return {
    text: compose(t, facts, [
      t.html("notices-first-card-ready", { card: cardName(t, facts.card ?? card) }),
      isFunded
        ? t.html("notices-card-balance", { balance: t.money(card.balance) })
        : t.html("notices-first-card-by-deposit"),
    ]),
    buttons: [isFunded ? [open] : [fund, open]],
    ...(facts.quiet && { silent: true }),
  };
}

/** The same word in a message of its own, for whoever has no message of the deposit. */
export const renderFirstCard = (word: FirstCardWord, t: Translator, facts: Facts): Outgoing => ({
  text: compose(t, facts, [firstCardLine(word, t)]),
  buttons: [firstCardButtons(word, t, facts)],
  ...(facts.quiet && { silent: true }),
});

/** No digits: those of a card that is not active yet are not to be promised. */
export const firstCardLine = ({ state }: FirstCardWord, t: Translator): string =>
  state === "waiting" ? t.html("notices-first-card-waiting") : t.html("notices-first-card-absent");

export function firstCardButtons(word: FirstCardWord, t: Translator, facts: Facts): Button[] {
  const issue = (style?: Button["style"]) =>
    actButton(t.plain("notices-button-new-card"), facts, "issue.start", undefined, style);
  if (word.state === "absent") return [issue("success")];
  const fund = t.plain("notices-button-fund-first");
  return [actButton(fund, facts, "fund.start", word.cardId, "success"), issue()];
}
