import type { Accounts } from "../../../accounts/accounts.ts";
import type { Translator } from "../../../i18n.ts";
import type { Cents } from "../../../lib/money.ts";
import { anyLegal, fundingBounds, withdrawalBounds } from "../../amount.ts";
import { ask } from "../../ask.ts";
import { askAmount } from "../../ask-amount.ts";
import type { BotContext, BotConversation, InnerContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import { orTell } from "../../failures.ts";
import { show } from "../../screen.ts";
import { MONTH_DAYS, type UpcomingPayment, uncovered, upcomingPayments } from "../../upcoming.ts";
import { userOf } from "../../wallet.ts";
import { cardAct, confirmScreen, nothingScreen, questionText, type TransferFacts, type TransferKind } from "./view.ts";

/** `amount`: in cents, when the person has said it already. */
export type TransferRequest = {
  kind: TransferKind;
  walletId: string;
  cardId: string;
  session: string;
  amount?: Cents;
};

type Deps = Pick<BotDeps, "accounts" | "operations" | "renewals" | "clock">;

/**
 * Asks how much to move and draws the confirm screen; moves nothing. The operation is written down before that screen
 * is drawn, and the button on it is answered elsewhere.
 */
export function createTransferConversation(deps: Deps) {
  const { accounts } = deps;
  return async (conversation: BotConversation, _ctx: InnerContext, request: TransferRequest): Promise<void> => {
    const facts = await conversation.external((ctx: BotContext) => readFacts(accounts, ctx, request));
    if (!facts) return;
    const bounds = facts.kind === "fund" ? fundingBounds(facts.walletBalance) : withdrawalBounds(facts.cardBalance);
    if (!anyLegal(bounds)) return ask(conversation, ({ t }) => nothingScreen(t, facts));
    const question = (t: Translator) => ({ text: questionText(t, facts), cancel: cardAct(facts) });
    const amount = await askAmount(conversation, request.session, bounds, question, request.amount);
    await conversation.external((ctx: BotContext) => confirm(deps, ctx, facts, amount));
  };
}

/** Undefined when the API did not answer; the person has been told. */
function readFacts(accounts: Accounts, ctx: BotContext, request: TransferRequest): Promise<TransferFacts | undefined> {
  const { kind, walletId, cardId } = request;
  return orTell(ctx, { name: `${kind}.start`, wallet: walletId, id: cardId }, async () => {
    const client = await accounts.freshClient(userOf(ctx), walletId);
    const [card, wallet] = await Promise.all([client.cards.get(cardId), client.wallet.balance()]);
    const { last4, label } = card;
    const balances = { cardBalance: card.balance, walletBalance: wallet.balance };
    return { kind, walletId, cardId, last4, ...balances, ...(label && { label }) };
  });
}

async function confirm(deps: Deps, ctx: BotContext, facts: TransferFacts, amount: Cents): Promise<void> {
  const { kind, walletId, cardId, last4, label } = facts;
  const params = { cardId, last4, amount, ...(label && { label }) };
  const draft = await deps.operations.draft({ userId: userOf(ctx), walletId, kind, params });
  const unpaid = kind === "withdraw" ? await unpaidAfter(deps, ctx, facts, amount) : [];
  await show(ctx, confirmScreen(ctx.t, facts, amount, draft.id, unpaid));
}

/** What comes again with this card within a month, and that what is left on it would not pay. */
async function unpaidAfter(
  deps: Deps,
  ctx: BotContext,
  { walletId, cardId, cardBalance }: TransferFacts,
  amount: Cents,
): Promise<UpcomingPayment[]> {
  const upcoming = await upcomingPayments(ctx, deps, walletId, MONTH_DAYS);
  const ofCard = upcoming.filter((payment) => payment.cardId === cardId);
  return uncovered(ofCard, cardBalance - amount);
}
