import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import type { Feature } from "../../feature.ts";
import { addressQr } from "../../qr.ts";
import { show } from "../../screen.ts";
import { userOf, withWallet } from "../../wallet.ts";
import { depositsScreen } from "./list-view.ts";
import { addressScreen, depositWays, waysScreen } from "./view.ts";

/** Putting crypto in: coin and network, its address, and what became of earlier deposits. */
export function createDepositFeature({ accounts }: BotDeps): Feature {
  async function open(ctx: BotContext, walletId: string, assetId: string | undefined) {
    const client = await accounts.client(userOf(ctx), walletId);
    const opened = ctx.person?.wallets.find(({ id }) => id === walletId)?.opened;
    const ways = depositWays(await client.wallet.depositAddress(), opened);
    const way = ways.find(({ asset }) => asset.id === assetId);
    if (!way) return show(ctx, waysScreen(ctx.t, walletId, ways));
    await show(ctx, addressScreen(ctx.t, walletId, way, await addressQr(way.asset, way.address)));
  }

  async function list(ctx: BotContext, walletId: string, fresh: boolean) {
    if (fresh) accounts.invalidate(walletId);
    const client = await accounts.client(userOf(ctx), walletId);
    await show(ctx, depositsScreen(ctx.t, walletId, await client.wallet.deposits()));
  }

  return {
    acts: {
      "deposit.open": (ctx, { wallet, arg }) => withWallet(ctx, wallet, (walletId) => open(ctx, walletId, arg)),
      "deposits.open": (ctx, { wallet, arg }) =>
        withWallet(ctx, wallet, (walletId) => list(ctx, walletId, arg === "fresh")),
    },
    commands: {
      deposit: {
        description: "deposit-command",
        run: (ctx) => withWallet(ctx, undefined, (walletId) => open(ctx, walletId, undefined)),
      },
    },
  };
}
