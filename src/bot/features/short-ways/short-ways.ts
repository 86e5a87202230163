import type { AmountProblem, Cents } from "../../../lib/money.ts";
import type { Outcome } from "../../../lib/outcome.ts";
import type { Act } from "../../../notifications/outgoing.ts";
import type { FoundCard } from "../../cards-ending.ts";
import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import type { Feature } from "../../feature.ts";
import { withCardEnding } from "../../pick-card.ts";
import { show } from "../../screen.ts";
import { withWallet } from "../../wallet.ts";
import { type CardVerb, type MoneyVerb, readShortWay, type ShortWay, type WordScreen } from "./parse.ts";
import { unclearAmountScreen } from "./view.ts";

const SCREEN_ACTS: Record<WordScreen, Act> = {
  home: { name: "home.open", arg: "fresh" },
  cards: { name: "cards.open" },
  codes: { name: "codes.open" },
  history: { name: "history.open" },
  deposit: { name: "deposit.open" },
  "new-card": { name: "issue.start" },
  // "Freeze all" as well: what freezes everything, and locks the app, stands there as a button.
  freeze: { name: "freeze.open" },
  stats: { name: "stats.open" },
  settings: { name: "settings.open" },
  status: { name: "status.open" },
  help: { name: "help.open" },
};

const CARD_ACTS: Record<CardVerb, string> = {
  freeze: "card.freeze",
  unfreeze: "card.unfreeze",
  details: "details.open",
  open: "card.open",
};

const MONEY_ACTS: Record<MoneyVerb, string> = { fund: "fund.start", withdraw: "withdraw.start" };

/**
 * Typed words instead of presses. They do what the buttons do and no more: freezing is done, money gets as far as its
 * confirm screen, everything else is a screen.
 */
export function createShortWaysFeature({ accounts }: BotDeps): Feature {
  const go = (ctx: BotContext, way: ShortWay): Promise<void> => {
    switch (way.kind) {
      case "screen":
        return ctx.perform(SCREEN_ACTS[way.screen]);
      case "card":
        return withCard(ctx, way.digits, CARD_ACTS[way.verb]);
      case "money":
        return move(ctx, way);
    }
  };

  const withCard = (ctx: BotContext, digits: string, name: string): Promise<void> =>
    withWallet(ctx, undefined, () =>
      withCardEnding(ctx, accounts, digits, (found) => (isClosed(found) ? openAct(found) : cardAct(found, name))),
    );

  async function move(ctx: BotContext, { verb, digits, amount }: Extract<ShortWay, { kind: "money" }>): Promise<void> {
    if (!amount || amount.ok) return moveKnown(ctx, verb, digits, amount?.value);
    await withWallet(ctx, undefined, () => askAgain(ctx, verb, digits, amount));
  }

  const moveKnown = (ctx: BotContext, verb: MoneyVerb, digits: string, cents: Cents | undefined): Promise<void> =>
    withWallet(ctx, undefined, () =>
      withCardEnding(ctx, accounts, digits, (found) => {
        if (isClosed(found)) return openAct(found);
        const act = cardAct(found, MONEY_ACTS[verb]);
        return cents === undefined ? act : { ...act, arg: String(cents) };
      }),
    );

  /** The words are understood, the amount is not: says why, and leads to the question with what is known. */
  const askAgain = (
    ctx: BotContext,
    verb: MoneyVerb,
    digits: string,
    { failure }: Extract<Outcome<Cents, AmountProblem>, { ok: false }>,
  ): Promise<void> => show(ctx, unclearAmountScreen(ctx.t, verb, digits, failure));

  return {
    acts: {
      // The digits and the amount come from our own buttons, and lead no further than typed ones.
      "short-ways.fund": (ctx, { id = "", arg }) => moveKnown(ctx, "fund", id, centsOf(arg)),
      "short-ways.withdraw": (ctx, { id = "", arg }) => moveKnown(ctx, "withdraw", id, centsOf(arg)),
    },
    text: async (ctx, text) => {
      const way = readShortWay(text);
      if (way) await go(ctx, way);
      return way !== undefined;
    },
  };
}

const cardAct = ({ walletId, card }: FoundCard, name: string): Act => ({ name, wallet: walletId, id: card.id });
const openAct = (found: FoundCard): Act => cardAct(found, "card.open");
const isClosed = ({ card }: FoundCard): boolean => card.status === "terminated";

const centsOf = (arg: string | undefined): Cents | undefined =>
  arg !== undefined && /^\d{1,9}$/.test(arg) ? Number(arg) : undefined;
