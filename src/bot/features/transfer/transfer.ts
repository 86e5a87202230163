import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import type { Feature } from "../../feature.ts";
import { type ObjectAct, onObject } from "../../wallet.ts";
import { createTransferConversation } from "./conversation.ts";
import type { TransferKind } from "./view.ts";

/** Money between the wallet and a card: `fund` one way, `withdraw` the other. */
export function createTransferFeature({ accounts, operations, random }: BotDeps): Feature {
  const start = (kind: TransferKind) =>
    onObject(async (ctx: BotContext, { wallet, id }: ObjectAct) => {
      await ctx.conversation.exitAll();
      const session = random.bytes(6).toString("base64url");
      await ctx.conversation.enter("transfer", { kind, walletId: wallet, cardId: id, session });
    });

  return {
    acts: { "fund.start": start("fund"), "withdraw.start": start("withdraw") },
    conversations: { transfer: createTransferConversation(accounts, operations) },
  };
}
