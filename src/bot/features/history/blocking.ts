import { cardTitle } from "../../card-words.ts";
import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import { show } from "../../screen.ts";
import { type ObjectAct, ownerOf } from "../../wallet.ts";
import { planBlock } from "./block.ts";
import { blockedScreen, blockScreen } from "./block-view.ts";

/** "Block this category" below a receipt: asks, then takes the category out of what the card may pay for. */
export function createBlocking({ accounts }: Pick<BotDeps, "accounts">) {
  async function read(ctx: BotContext, { wallet, id }: ObjectAct) {
    const client = await accounts.client(ownerOf(ctx), wallet);
    const transaction = await client.transactions.get(id);
    const card = await client.cards.get(transaction.cardId);
    const plan = planBlock(card.allowedCategories ?? [], transaction.merchant);
    return { client, of: { walletId: wallet, transaction, card: cardTitle(card) }, plan };
  }

  return {
    async ask(ctx: BotContext, act: ObjectAct): Promise<void> {
      const { of, plan } = await read(ctx, act);
      await show(ctx, blockScreen(ctx.t, of, plan));
    },

    /** The card may have changed since it was asked: planned again from what it is now. */
    async go(ctx: BotContext, act: ObjectAct): Promise<void> {
      const { client, of, plan } = await read(ctx, act);
      if (plan.kind !== "change") return show(ctx, blockScreen(ctx.t, of, plan));
      const key = { idempotencyKey: `block-${ctx.callbackQuery?.id}` };
      await client.cards.update(of.transaction.cardId, { allowedCategories: plan.allowed }, key);
      await show(ctx, blockedScreen(ctx.t, of, plan));
    },
  };
}
