import type { Accounts } from "../../../accounts/accounts.ts";
import type { Cents } from "../../../lib/money.ts";
import { bound } from "../../../lib/text.ts";
import type { Operations } from "../../../operations/operations.ts";
import { anyLegal, fundingBounds } from "../../amount.ts";
import { ask, type Reply, replyTo } from "../../ask.ts";
import { askAmount } from "../../ask-amount.ts";
import type { BotContext, BotConversation, InnerContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import { orTell } from "../../failures.ts";
import { answer, show } from "../../screen.ts";
import { ownerOf, userOf } from "../../wallet.ts";
import { type BinChoice, choicesOf } from "./bins.ts";
import { firstStep, nextStep, OWN } from "./choosing.ts";
import { CHOICE, choosingScreen } from "./choosing-view.ts";
import type { OwnFigures } from "./own.ts";
import { readOwnPayments } from "./own-payments.ts";
import * as view from "./view.ts";

type Deps = Pick<BotDeps, "accounts" | "operations" | "clock">;
export type IssueRequest = { walletId: string; session: string };

/** Asks for the kind of card, amount and name, and draws the confirm screen; buys nothing. */
export function createIssueConversation({ accounts, operations, clock }: Deps) {
  const readOwn = (conversation: BotConversation, { walletId, session }: IssueRequest) =>
    conversation.external((ctx: BotContext) =>
      orTell(ctx, { name: CHOICE, id: session, arg: OWN }, async () => {
        await answer(ctx, { text: ctx.t.plain("issue-own-reading") });
        return readOwnPayments(await accounts.client(ownerOf(ctx), walletId), clock.now());
      }),
    );

  return async (conversation: BotConversation, _ctx: InnerContext, request: IssueRequest): Promise<void> => {
    const { walletId, session } = request;
    const offer = await conversation.external((ctx: BotContext) => readOffer(accounts, ctx, walletId));
    if (!offer) return;
    const { walletBalance, bins } = offer;
    if (bins.length === 0) return ask(conversation, ({ t }) => view.noBinsScreen(t, walletId));
    const bounds = fundingBounds(walletBalance);
    if (!anyLegal(bounds)) return ask(conversation, ({ t }) => view.noMoneyScreen(t, walletId, walletBalance));

    const bin = await askBin(conversation, request, bins, readOwn);
    const amount = await askAmount(conversation, session, bounds, (t) => ({
      text: view.amountText(t, bin, walletBalance),
      cancel: view.cardsAct(walletId),
    }));
    const suggestions = await conversation.external(({ t }: BotContext) => view.labelSuggestions(t, bin));
    const label = await askLabel(conversation, request, suggestions);
    await conversation.external((ctx: BotContext) =>
      confirm(operations, ctx, walletId, { bin, amount, label, walletBalance }),
    );
  };
}

/** Undefined when the API did not answer; the person has been told. */
function readOffer(accounts: Accounts, ctx: BotContext, walletId: string) {
  return orTell(ctx, { name: "issue.start", wallet: walletId }, async (): Promise<Offer> => {
    const client = await accounts.client(ownerOf(ctx), walletId);
    const [wallet, bins] = await Promise.all([client.wallet.balance(), client.bins.list()]);
    return { walletBalance: wallet.balance, bins: choicesOf(bins) };
  });
}

type Offer = { walletBalance: Cents; bins: BinChoice[] };

type ReadOwn = (conversation: BotConversation, request: IssueRequest) => Promise<OwnFigures | undefined>;

/**
 * Network, purpose and kind of card, in any order, with a look at all of them side by side, and at how the person's own
 * payments went with them: read when it is asked for, once.
 */
async function askBin(
  conversation: BotConversation,
  request: IssueRequest,
  bins: BinChoice[],
  readOwn: ReadOwn,
): Promise<BinChoice> {
  const { walletId, session } = request;
  const [only, ...others] = bins;
  if (only && others.length === 0) return only;
  let step = firstStep(bins);
  let own: OwnFigures | undefined;
  for (;;) {
    const drawn = { step, own };
    await ask(conversation, ({ t }) => choosingScreen(t, { walletId, session }, bins, drawn.step, drawn.own));
    let answered = argOf(await replyTo(conversation, session, CHOICE));
    while (answered === OWN && !own) {
      own = await readOwn(conversation, request);
      // The person was told of the failure, below which there is Retry.
      if (!own) answered = argOf(await replyTo(conversation, session, CHOICE));
    }
    const next = nextStep(bins, step, answered);
    if ("chosen" in next) return next.chosen;
    step = next;
  }
}

/** Typed words answer none of these questions. */
const argOf = (reply: Reply): string => ("act" in reply ? (reply.act.arg ?? "") : "");

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
