import { isAwaited, waitingCard } from "../../../notifications/first-card.ts";
import type { Opening } from "../../../store/person.ts";
import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import type { Feature } from "../../feature.ts";
import { addressQr } from "../../qr.ts";
import { show } from "../../screen.ts";
import { type ObjectAct, onObject, onWallet, ownerOf, userOf, withWallet } from "../../wallet.ts";
import { depositScreen, type FirstCard, goneScreen } from "./detail-view.ts";
import { type DepositFilter, filterFromText, queryOf } from "./filter.ts";
import { filterScreen } from "./filter-view.ts";
import { depositsScreen } from "./list-view.ts";
import { addressScreen, depositWays, waysScreen } from "./view.ts";

/** Putting crypto in: coin and network, its address, and what became of earlier deposits. */
export function createDepositFeature({ accounts, store }: BotDeps): Feature {
  async function open(ctx: BotContext, walletId: string, assetId: string | undefined) {
    const client = await accounts.client(ownerOf(ctx), walletId);
    const { opened, first } = await openingOf(ctx, walletId);
    const ways = depositWays(await client.wallet.depositAddress(), opened);
    const way = ways.find(({ asset }) => asset.id === assetId);
    if (!way) return show(ctx, waysScreen(ctx.t, walletId, ways));
    await show(ctx, addressScreen(ctx.t, walletId, way, await addressQr(way.asset, way.address), first !== undefined));
  }

  /** How the wallet was opened, and its first card as long as that waits for money; the API is not asked. */
  async function openingOf(ctx: BotContext, walletId: string): Promise<{ opened?: Opening; first?: FirstCard }> {
    const opened = ctx.person?.wallets.find(({ id }) => id === walletId)?.opened;
    const known = await store.cursors.get(userOf(ctx), walletId);
    const cardId = waitingCard(known);
    return {
      ...(opened && { opened }),
      ...(isAwaited(opened, known) && { first: cardId === undefined ? {} : { cardId } }),
    };
  }

  async function list(ctx: BotContext, walletId: string, filter: DepositFilter) {
    const client = await accounts.client(ownerOf(ctx), walletId);
    await show(ctx, depositsScreen(ctx.t, walletId, await client.wallet.deposits(queryOf(filter)), filter));
  }

  /** The API has no call for one deposit: it is looked up where the person saw it. */
  async function detail(ctx: BotContext, { wallet, id, arg }: ObjectAct) {
    const filter = filterFromText(arg);
    const client = await accounts.client(ownerOf(ctx), wallet);
    // Not with the status of the list: it may have changed since.
    const deposits = await client.wallet.deposits(queryOf({ ...(filter.currency && { currency: filter.currency }) }));
    const deposit = deposits.find((one) => one.id === id);
    if (!deposit) return show(ctx, goneScreen(ctx.t, wallet, filter));
    const { first } = await openingOf(ctx, wallet);
    await show(ctx, depositScreen(ctx.t, wallet, deposit, filter, { first, isReal: !ctx.sandbox }));
  }

  return {
    acts: {
      "deposit.open": (ctx, { wallet, arg }) => withWallet(ctx, wallet, (walletId) => open(ctx, walletId, arg)),
      "deposits.open": (ctx, { wallet, arg }) =>
        withWallet(ctx, wallet, (walletId) => list(ctx, walletId, filterFromText(arg))),
      "deposits.filter": onWallet((ctx, { wallet, arg }) =>
        show(ctx, filterScreen(ctx.t, wallet, filterFromText(arg))),
      ),
      "deposit.show": onObject(detail),
    },
    commands: {
      deposit: { description: "deposit-command", act: { name: "deposit.open" } },
    },
  };
}
