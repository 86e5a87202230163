import type { Accounts } from "../../../accounts/accounts.ts";
import type { Cents } from "../../../lib/money.ts";
import { bound } from "../../../lib/text.ts";
import type { Operations } from "../../../operations/operations.ts";
import { anyLegal, fundingBounds } from "../../amount.ts";
import { ask, replyTo } from "../../ask.ts";
import { askAmount } from "../../ask-amount.ts";
import type { BotContext, BotConversation, InnerContext } from "../../context.ts";
import { orTell } from "../../failures.ts";
import { show } from "../../screen.ts";
import { userOf } from "../../wallet.ts";
import { type BinChoice, type NetworkChoice, networksOf, rankBins } from "./bins.ts";
import * as view from "./view.ts";

export type IssueRequest = { walletId: string; session: string };

/** Asks network, kind of card, amount and name, and draws the confirm screen; buys nothing. */
export function createIssueConversation(accounts: Accounts, operations: Operations) {
  return async (conversation: BotConversation, _ctx: InnerContext, request: IssueRequest): Promise<void> => {
    const { walletId, session } = request;
    const offer = await conversation.external((ctx: BotContext) => readOffer(accounts, ctx, walletId));
    if (!offer) return;
    const { walletBalance, bins } = offer;
    if (bins.length === 0) return ask(conversation, ({ t }) => view.noBinsScreen(t, walletId));
    const bounds = fundingBounds(walletBalance);
    if (!anyLegal(bounds)) return ask(conversation, ({ t }) => view.noMoneyScreen(t, walletId, walletBalance));

    const network = await askNetwork(conversation, request, bins);
    const bin = await askBin(conversation, request, rankBins(bins, network));
    const amount = await askAmount(conversation, session, bounds, (t) => ({
      text: view.amountText(t, bin, walletBalance),
      cancel: view.cardsAct(walletId),
    }));
    const label = await askLabel(conversation, request, view.labelSuggestions(bin));
    await conversation.external((ctx: BotContext) =>
      confirm(operations, ctx, walletId, { bin, amount, label, walletBalance }),
    );
  };
}

/** Undefined when the API did not answer; the person has been told. */
function readOffer(accounts: Accounts, ctx: BotContext, walletId: string) {
  return orTell(ctx, { name: "issue.start", wallet: walletId }, async (): Promise<Offer> => {
    const client = await accounts.client(userOf(ctx), walletId);
    const [wallet, bins] = await Promise.all([client.wallet.balance(), client.bins.list()]);
    return { walletBalance: wallet.balance, bins: rankBins(bins, "any") };
  });
}

type Offer = { walletBalance: Cents; bins: BinChoice[] };

/** Only asked when there is a choice. */
async function askNetwork(
  conversation: BotConversation,
  { walletId, session }: IssueRequest,
  bins: BinChoice[],
): Promise<NetworkChoice> {
  const networks = networksOf(bins);
  const [only] = networks;
  if (only && networks.length === 1) return only;
  for (;;) {
    await ask(conversation, ({ t }) => view.networkScreen(t, walletId, session, networks));
    const reply = await replyTo(conversation, session, view.NETWORK);
    const chosen = "act" in reply && networks.find((network) => network === reply.act.arg);
    if (chosen) return chosen;
  }
}

async function askBin(
  conversation: BotConversation,
  { walletId, session }: IssueRequest,
  bins: BinChoice[],
): Promise<BinChoice> {
  const [only] = bins;
  if (only && bins.length === 1) return only;
  for (;;) {
    await ask(conversation, ({ t }) => view.binScreen(t, walletId, session, bins));
    const reply = await replyTo(conversation, session, view.BIN);
    const chosen = "act" in reply && bins.find(({ id }) => id === reply.act.arg);
    if (chosen) return chosen;
  }
}

/** A typed name, a suggested one, or none (an empty text). */
async function askLabel(
  conversation: BotConversation,
  { walletId, session }: IssueRequest,
  suggestions: string[],
): Promise<string> {
  await ask(conversation, ({ t }) => view.labelScreen(t, walletId, session, suggestions));
  const reply = await replyTo(conversation, session, view.LABEL);
  if ("text" in reply) return bound(reply.text, view.LONGEST_LABEL);
  return suggestions[Number(reply.act.arg ?? Number.NaN)] ?? "";
}

async function confirm(
  operations: Operations,
  ctx: BotContext,
  walletId: string,
  facts: view.IssueFacts,
): Promise<void> {
  const { bin, amount, label } = facts;
  const params = { binId: bin.id, network: bin.network, amount, label };
  const draft = await operations.draft({ userId: userOf(ctx), walletId, kind: "issue", params });
  await show(ctx, view.issueConfirmScreen(ctx.t, facts, draft.id));
}
