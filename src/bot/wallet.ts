import type { Act } from "../notifications/outgoing.ts";
import type { Person } from "../store/person.ts";
import type { BotContext } from "./context.ts";
import type { ActHandler } from "./feature.ts";
import { answer, show } from "./screen.ts";

/** An act that names a wallet and an object, as most buttons below a card do. */
export type ObjectAct = Act & { wallet: string; id: string };

/** The Telegram id of whoever wrote. Private chats always have one. */
export function userOf(ctx: BotContext): number {
  if (!ctx.from) throw new TypeError("an update without a sender");
  return ctx.from.id;
}

/** The record of whoever wrote, else their id: what `accounts.client` wants. */
export const ownerOf = (ctx: BotContext): number | Person => ctx.person ?? userOf(ctx);

/** Lets a handler rely on the act naming wallet and object; a damaged button is called stale. */
export const onObject =
  (handler: (ctx: BotContext, act: ObjectAct) => Promise<unknown>): ActHandler =>
  (ctx, { wallet, id, ...act }) =>
    wallet && id
      ? handler(ctx, { ...act, wallet, id })
      : answer(ctx, { text: ctx.t.plain("failure-stale"), alert: true });

/** Goes on with the named wallet, else with the active one; whoever has none is shown how to get one. */
export async function withWallet(
  ctx: BotContext,
  named: string | undefined,
  go: (walletId: string) => Promise<unknown>,
): Promise<void> {
  const walletId = named ?? ctx.person?.activeWallet ?? ctx.person?.wallets[0]?.id;
  if (walletId) return void (await go(walletId));
  await show(ctx, {
    text: ctx.t.html("common-no-wallet"),
    buttons: [
      [{ text: ctx.t.plain("common-new-wallet"), act: { name: "start.new" }, style: "primary" }],
      [{ text: ctx.t.plain("common-have-seed"), act: { name: "start.import" } }],
    ],
  });
}

/** The page a button names; 1 for anything that is not a page. */
export function pageOf(arg: string | undefined): number {
  const page = Number(arg);
  return Number.isInteger(page) && page >= 1 && page <= 500 ? page : 1;
}

/** The same for acts that name only a wallet. */
export const onWallet =
  (handler: (ctx: BotContext, act: Act & { wallet: string }) => Promise<unknown>): ActHandler =>
  (ctx, { wallet, ...act }) =>
    wallet ? handler(ctx, { ...act, wallet }) : answer(ctx, { text: ctx.t.plain("failure-stale"), alert: true });
