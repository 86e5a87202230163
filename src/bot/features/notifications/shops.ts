import { bound } from "../../../lib/text.ts";
import { muteButton } from "../../../notifications/draw/render-payment.ts";
import { MOST_SHOPS, shopName, withoutShop, withShop } from "../../../notifications/muted-shops.ts";
import { readPreferences } from "../../../notifications/preferences.ts";
import { shortMark } from "../../../store/ledger.ts";
import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import { paymentOf } from "../../payment-of.ts";
import { answer, type Note, show, swapPressed } from "../../screen.ts";
import type { ObjectAct } from "../../wallet.ts";
import { change } from "./choices.ts";
import { shopsScreen } from "./shops-view.ts";

const LONGEST_IN_NOTE = 32;

/** Shops whose payments are told without a sound: muted below a payment, unmuted there or in the list. */
export function createShops(deps: Pick<BotDeps, "accounts" | "store" | "clock">) {
  const muted = (ctx: BotContext): string[] => readPreferences(ctx.person?.settings ?? {}).shops ?? [];
  const named = (shop: string) => ({ merchant: bound(shop, LONGEST_IN_NOTE) });

  /** The button below the payment turns into its opposite: the way back is where the press was. */
  async function swap(ctx: BotContext, { wallet, id }: ObjectAct, isMutedNow: boolean, note: Note) {
    await swapPressed(ctx, muteButton(ctx.t, { walletId: wallet }, id, isMutedNow), note);
  }

  async function mute(ctx: BotContext, act: ObjectAct) {
    const shop = shopName((await paymentOf(ctx, deps, act)).merchant);
    if (shop === "") return answer(ctx, { text: ctx.t.plain("failure-stale"), alert: true });
    if (!withShop(muted(ctx), shop)) {
      return answer(ctx, { text: ctx.t.plain("notifications-shops-full", { count: MOST_SHOPS }), alert: true });
    }
    await change(ctx, deps, ({ shops = [] }) => ({ shops: withShop(shops, shop) ?? shops }));
    await swap(ctx, act, true, { text: ctx.t.plain("notifications-shop-muted", named(shop)) });
  }

  async function unmute(ctx: BotContext, act: ObjectAct) {
    const shop = shopName((await paymentOf(ctx, deps, act)).merchant);
    await change(ctx, deps, ({ shops = [] }) => ({ shops: withoutShop(shops, shop) }));
    await swap(ctx, act, false, { text: ctx.t.plain("notifications-shop-unmuted", named(shop)) });
  }

  /** The list; `arg` is the mark of a shop to unmute. */
  async function list(ctx: BotContext, arg: string | undefined) {
    const shop = arg === undefined ? undefined : muted(ctx).find((one) => shortMark(one) === arg);
    if (shop === undefined) return show(ctx, shopsScreen(ctx.t, muted(ctx)));
    await change(ctx, deps, ({ shops = [] }) => ({ shops: shops.filter((one) => one !== shop) }));
    await show(ctx, shopsScreen(ctx.t, muted(ctx)), { text: ctx.t.plain("notifications-shop-unmuted", named(shop)) });
  }

  return { mute, unmute, list };
}
