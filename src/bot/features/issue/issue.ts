import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import type { Feature } from "../../feature.ts";
import { withWallet } from "../../wallet.ts";
import { createIssueConversation } from "./conversation.ts";

/** A new card, from the wallet's money. */
export function createIssueFeature({ accounts, operations, random }: BotDeps): Feature {
  const start = (ctx: BotContext, wallet?: string) =>
    withWallet(ctx, wallet, async (walletId) => {
      await ctx.conversation.exitAll();
      await ctx.conversation.enter("issue", { walletId, session: random.bytes(6).toString("base64url") });
    });

  return {
    acts: { "issue.start": (ctx, { wallet }) => start(ctx, wallet) },
    commands: { newcard: { description: "issue-command", act: { name: "issue.start" } } },
    conversations: { issue: createIssueConversation(accounts, operations) },
  };
}
