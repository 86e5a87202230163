import { cardTitle } from "../../card-words.ts";
import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import type { Feature } from "../../feature.ts";
import { show } from "../../screen.ts";
import { type ObjectAct, onObject, pageOf, userOf, withWallet } from "../../wallet.ts";
import { HISTORY_PER_PAGE, type HistoryOf, historyScreen, receiptScreen } from "./view.ts";

/** What was paid, refunded and declined, and the receipt of each. */
export function createHistoryFeature({ accounts }: BotDeps): Feature {
  async function list(ctx: BotContext, of: HistoryOf, page: number) {
    const client = await accounts.client(userOf(ctx), of.walletId);
    const { cardId } = of;
    const transactions = await client.transactions.list({ page, perPage: HISTORY_PER_PAGE, ...(cardId && { cardId }) });
    await show(ctx, historyScreen(ctx.t, of, transactions));
  }

  async function receipt(ctx: BotContext, { wallet, id }: ObjectAct) {
    const client = await accounts.client(userOf(ctx), wallet);
    const transaction = await client.transactions.get(id);
    const card = await client.cards.get(transaction.cardId);
    await show(ctx, receiptScreen(ctx.t, wallet, transaction, cardTitle(card)));
  }

  return {
    acts: {
      "history.open": (ctx, { wallet, id, arg }) =>
        withWallet(ctx, wallet, (walletId) => list(ctx, { walletId, ...(id && { cardId: id }) }, pageOf(arg))),
      "receipt.open": onObject(receipt),
    },
    commands: {
      history: { description: "history-command", act: { name: "history.open" } },
    },
  };
}
