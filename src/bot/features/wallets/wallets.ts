import type { Act } from "../../../notifications/outgoing.ts";
import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import type { Feature } from "../../feature.ts";
import { answer, show } from "../../screen.ts";
import { onWallet, userOf } from "../../wallet.ts";
import { createRenameConversation } from "./rename.ts";
import { removedScreen, removeScreen, type WalletRow, walletListScreen, walletScreen } from "./view.ts";

type WalletAct = Act & { wallet: string };

/** A person's wallets: which is in use, how they are called, and taking one out of the bot. */
export function createWalletsFeature({ accounts, store, random }: BotDeps): Feature {
  async function open(ctx: BotContext, { wallet }: WalletAct) {
    const row = await rowOf(ctx, wallet);
    if (row) await show(ctx, walletScreen(ctx.t, row));
  }

  async function use(ctx: BotContext, { wallet }: WalletAct) {
    await accounts.switch(userOf(ctx), wallet);
    const row = await rowOf(ctx, wallet);
    if (row) await show(ctx, walletScreen(ctx.t, row), { text: ctx.t.plain("wallets-used", { name: row.name }) });
  }

  async function rename(ctx: BotContext, { wallet }: WalletAct) {
    const row = await rowOf(ctx, wallet);
    const session = random.bytes(6).toString("base64url");
    if (row) await ctx.conversation.enter("rename", { walletId: wallet, name: row.name, session });
  }

  async function remove(ctx: BotContext, { wallet, arg }: WalletAct) {
    const row = await rowOf(ctx, wallet);
    if (!row) return;
    const confirmed = arg === "go-lost" || (arg === "go" && row.seedSaved);
    if (!confirmed) return show(ctx, removeScreen(ctx.t, row, arg === "sure"));
    if (await movesMoney(userOf(ctx), wallet)) {
      return answer(ctx, { text: ctx.t.plain("wallets-remove-pending"), alert: true });
    }
    await accounts.remove(userOf(ctx), wallet);
    await show(ctx, removedScreen(ctx.t, row.name));
  }

  /** With the seed gone, a payment in work could neither be finished nor told of. */
  async function movesMoney(userId: number, walletId: string): Promise<boolean> {
    const open = await store.operations.listOpen();
    return open.some((one) => one.userId === userId && one.walletId === walletId && one.state === "submitted");
  }

  async function rowOf(ctx: BotContext, walletId: string): Promise<WalletRow | undefined> {
    const wallets = await accounts.wallets(userOf(ctx));
    return wallets.find(({ id }) => id === walletId);
  }

  return {
    guarded: { "wallet.remove": { when: (_, { arg }) => arg?.startsWith("go") ?? false } },
    acts: {
      "wallets.open": async (ctx) => show(ctx, walletListScreen(ctx.t, await accounts.wallets(userOf(ctx)))),
      "wallet.open": onWallet(open),
      "wallet.use": onWallet(use),
      "wallet.rename": onWallet(rename),
      "wallet.remove": onWallet(remove),
    },
    conversations: { rename: createRenameConversation(accounts) },
  };
}
