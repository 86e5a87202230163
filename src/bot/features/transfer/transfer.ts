import type { Cents } from "../../../lib/money.ts";
import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import type { Feature } from "../../feature.ts";
import { type ObjectAct, onObject } from "../../wallet.ts";
import { createTransferConversation } from "./conversation.ts";
import type { TransferKind } from "./view.ts";

/** Money between the wallet and a card: `fund` one way, `withdraw` the other. The act's argument may name the amount in cents. */
export function createTransferFeature(deps: BotDeps): Feature {
  const { random } = deps;
  const start = (kind: TransferKind) =>
    onObject(async (ctx: BotContext, { wallet, id, arg }: ObjectAct) => {
      await ctx.conversation.exitAll();
      const session = random.bytes(6).toString("base64url");
      await ctx.conversation.enter("transfer", { kind, walletId: wallet, cardId: id, session, ...amountOf(arg) });
    });

  return {
    guarded: { "withdraw.start": {} },
    acts: { "fund.start": start("fund"), "withdraw.start": start("withdraw") },
    conversations: { transfer: createTransferConversation(deps) },
  };
}

/** Only asks less: a legal amount still leads to the confirm screen, another one to the question. */
function amountOf(arg: string | undefined): { amount?: Cents } {
  return arg !== undefined && /^\d{1,9}$/.test(arg) ? { amount: Number(arg) } : {};
}
