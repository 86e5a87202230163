import type { Cents } from "../../../lib/money.ts";
import { anyLegal, fundingBounds } from "../../amount.ts";
import { ask } from "../../ask.ts";
import { askAmount } from "../../ask-amount.ts";
import type { BotContext, BotConversation, InnerContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import { orTell } from "../../failures.ts";
import type { ActHandler } from "../../feature.ts";
import { answer, ofTelegram, show } from "../../screen.ts";
import { type ObjectAct, onObject, onWallet, userOf } from "../../wallet.ts";
import { type Batch, batchName, readBatch } from "./batch.ts";
import { batchScreen } from "./batch-view.ts";
import { type PickedCard, type Picks, picksName } from "./picks.ts";
import {
  type FundPlan,
  fundConfirmScreen,
  fundText,
  nobodyScreen,
  nothingMovedScreen,
  openAct,
  tooLittleScreen,
} from "./view.ts";

export type BulkFundRequest = { walletId: string; cards: PickedCard[]; session: string };

/** The same amount for every ticked card: asked for once, confirmed once, and an operation of its own for each. */
export function createBulkFunding({ accounts, operations, store, random }: BotDeps) {
  async function start(ctx: BotContext, walletId: string) {
    const picks = await store.choices.get<Picks>(userOf(ctx), picksName(walletId));
    if (!picks || picks.picked.length === 0) return show(ctx, nobodyScreen(ctx.t, walletId));
    await ctx.conversation.exitAll();
    const session = random.bytes(6).toString("base64url");
    await ctx.conversation.enter("bulk-fund", { walletId, cards: picks.picked, session } satisfies BulkFundRequest);
  }

  async function asking(conversation: BotConversation, _ctx: InnerContext, request: BulkFundRequest): Promise<void> {
    const { walletId, cards, session } = request;
    const wallet = await conversation.external((ctx: BotContext) => readWallet(ctx, walletId));
    if (wallet === undefined) return;
    // Every card gets the same, so the wallet has a share for each.
    const bounds = fundingBounds(Math.floor(wallet / cards.length));
    if (!anyLegal(bounds)) return ask(conversation, ({ t }) => tooLittleScreen(t, walletId, cards.length, wallet));
    const amount = await askAmount(conversation, session, bounds, (t) => ({
      text: fundText(t, cards, wallet),
      cancel: openAct(walletId),
    }));
    await conversation.external((ctx: BotContext) => confirm(ctx, walletId, { cards, amount, wallet }));
  }

  const readWallet = (ctx: BotContext, walletId: string): Promise<Cents | undefined> =>
    orTell(ctx, { name: "bulk.fund", wallet: walletId }, async () => {
      const client = await accounts.freshClient(userOf(ctx), walletId);
      return (await client.wallet.balance()).balance;
    });

  /** Everything that will move is written down before the confirmation is drawn. */
  async function confirm(ctx: BotContext, walletId: string, plan: FundPlan) {
    const userId = userOf(ctx);
    const drafts: string[] = [];
    for (const { id, last4, label } of plan.cards) {
      const params = { cardId: id, last4, amount: plan.amount, ...(label && { label }) };
      drafts.push((await operations.draft({ userId, walletId, kind: "fund", params })).id);
    }
    const batch = random.bytes(6).toString("base64url");
    const record: Batch = { walletId, operations: drafts, cards: plan.cards, amount: plan.amount };
    await store.choices.put(userId, batchName(batch), record);
    await show(ctx, fundConfirmScreen(ctx.t, walletId, batch, plan));
  }

  /** Pressing ten times is pressing once: each operation is submitted by exactly one press. */
  async function go(ctx: BotContext, { id }: ObjectAct) {
    const userId = userOf(ctx);
    const found = await readBatch({ store, operations }, userId, id);
    if (!found || found.lines.every(({ state }) => state === "expired")) return expired(ctx);
    // Drawn before the work is given away: a result must not be painted over. Confirmed is confirmed, drawn or not.
    await show(ctx, batchScreen(ctx.t, id, found.batch, found.lines)).catch(ofTelegram);
    const message = ctx.callbackQuery?.message;
    const screen = message && { chatId: message.chat.id, messageId: message.message_id, group: id };
    for (const operation of found.batch.operations) await operations.submit(operation, userId, screen);
    await store.choices.remove(userId, picksName(found.batch.walletId));
  }

  async function stop(ctx: BotContext, { wallet, id }: ObjectAct) {
    const userId = userOf(ctx);
    const found = await readBatch({ store, operations }, userId, id);
    if (!found) return expired(ctx);
    const withdrawn = await Promise.all(found.batch.operations.map((one) => operations.cancel(one, userId)));
    if (withdrawn.every(Boolean)) return show(ctx, nothingMovedScreen(ctx.t, wallet));
    await check(ctx, id);
  }

  async function check(ctx: BotContext, id: string) {
    const found = await readBatch({ store, operations }, userOf(ctx), id);
    if (!found) return expired(ctx);
    await show(ctx, batchScreen(ctx.t, id, found.batch, found.lines));
  }

  /** Those that got nothing are asked about anew, with operations of their own. */
  async function again(ctx: BotContext, { wallet, id }: ObjectAct) {
    const found = await readBatch({ store, operations }, userOf(ctx), id);
    if (!found) return expired(ctx);
    const picked = found.lines.flatMap(({ card, state }) => (state === "failed" || state === "expired" ? [card] : []));
    const picks: Picks = { shown: [], picked, page: 1, pages: 1, total: picked.length, unread: 0 };
    await store.choices.put(userOf(ctx), picksName(wallet), picks);
    await start(ctx, wallet);
  }

  const expired = (ctx: BotContext) => answer(ctx, { text: ctx.t.plain("operations-expired"), alert: true });

  const acts: Record<string, ActHandler> = {
    "bulk.fund": onWallet((ctx, { wallet }) => start(ctx, wallet)),
    "bulk.go": onObject(go),
    "bulk.stop": onObject(stop),
    "bulk.check": onObject((ctx, { id }) => check(ctx, id)),
    "bulk.again": onObject(again),
  };
  return { acts, conversations: { "bulk-fund": asking } };
}
