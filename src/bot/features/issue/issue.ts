import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import type { Feature } from "../../feature.ts";
import { noIssuingScreen } from "../../no-issuing.ts";
import { show } from "../../screen.ts";
import { userOf, withWallet } from "../../wallet.ts";
import { createIssueConversation } from "./conversation.ts";

const ANYWAY = "anyway";

/** A new card, from the wallet's money. */
export function createIssueFeature(deps: BotDeps): Feature {
  const { operations, store, random } = deps;
  const refusedIn = (walletId: string): string => `issue-off:${walletId}`;

  // What the provider does not offer is not asked for again, question by question, only to be refused at the end.
  operations.onSettled(async ({ kind, state, error, userId, walletId }) => {
    if (kind !== "issue") return;
    if (state === "done") await store.choices.remove(userId, refusedIn(walletId));
    if (error?.kind === "unsupported") await store.choices.put(userId, refusedIn(walletId), {});
  });

  const start = (ctx: BotContext, wallet?: string, arg?: string) =>
    withWallet(ctx, wallet, async (walletId) => {
      const refused = await store.choices.get(userOf(ctx), refusedIn(walletId));
      if (refused && arg !== ANYWAY) return show(ctx, noIssuingScreen(ctx.t, walletId));
      await ctx.conversation.exitAll();
      await ctx.conversation.enter("issue", { walletId, session: random.bytes(6).toString("base64url") });
    });

  return {
    acts: { "issue.start": (ctx, { wallet, arg }) => start(ctx, wallet, arg) },
    commands: { newcard: { description: "issue-command", act: { name: "issue.start" } } },
    conversations: { issue: createIssueConversation(deps) },
  };
}
