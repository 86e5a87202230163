import type { Accounts } from "../../../accounts/accounts.ts";
import { ask, replyTo } from "../../ask.ts";
import type { BotContext, BotConversation, InnerContext } from "../../context.ts";
import { show } from "../../screen.ts";
import { userOf } from "../../wallet.ts";
import { askNameScreen, NAME_ANSWER, renamedScreen } from "./view.ts";

export type RenameRequest = { walletId: string; name: string; session: string };

/** Asks for a wallet's new name. */
export function createRenameConversation(accounts: Pick<Accounts, "rename" | "wallets">) {
  return async (conversation: BotConversation, _ctx: InnerContext, request: RenameRequest): Promise<void> => {
    await ask(conversation, ({ t }) => askNameScreen(t, request.name));
    const reply = await replyTo(conversation, request.session, NAME_ANSWER);
    if (!("text" in reply)) return;
    await conversation.external(async (ctx: BotContext) => {
      await accounts.rename(userOf(ctx), request.walletId, reply.text);
      const renamed = (await accounts.wallets(userOf(ctx))).find(({ id }) => id === request.walletId);
      await show(ctx, renamedScreen(ctx.t, request.walletId, renamed?.name ?? reply.text));
    });
  };
}
