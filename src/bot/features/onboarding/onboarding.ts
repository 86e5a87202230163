import { MAX_WALLETS, type OpenedWallet } from "../../../accounts/types.ts";
import { CardApiError } from "../../../cryptocardy/errors.ts";
import { assetOf } from "../../assets.ts";
import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import type { Feature } from "../../feature.ts";
import { keepLanguage } from "../../language.ts";
import { addressQr } from "../../qr.ts";
import { answer, show } from "../../screen.ts";
import { ownerOf, userOf } from "../../wallet.ts";
import {
  assetScreen,
  NETWORKS,
  type NetworkChoice,
  networkScreen,
  notOpenedScreen,
  openedScreen,
  readChoice,
} from "./view.ts";

/** A new wallet: network of the first card, coin of the first deposit, then `GET /` exactly once. */
export function createOnboardingFeature({ accounts, store, random, log, settings }: BotDeps): Feature {
  async function start(ctx: BotContext) {
    const count = ctx.person?.wallets.length ?? 0;
    if (count < MAX_WALLETS) return show(ctx, networkScreen(ctx.t));
    await answer(ctx, { text: ctx.t.plain("onboarding-full", { count }), alert: true });
  }

  async function chooseAsset(ctx: BotContext, network: NetworkChoice) {
    await show(ctx, assetScreen(ctx.t, network, random.bytes(6).toString("base64url")));
  }

  async function open(ctx: BotContext, session: string, arg: string | undefined) {
    const choice = readChoice(arg);
    if (!choice) return answer(ctx, { text: ctx.t.plain("failure-stale"), alert: true });
    if ((ctx.person?.wallets.length ?? 0) >= MAX_WALLETS) return start(ctx);
    // A failed opening leads to a new drawing with a new session; the old one stays used.
    const first = await store.once(`open:${userOf(ctx)}:${session}`);
    if (!first) return answer(ctx, { text: ctx.t.plain("onboarding-already"), alert: true });
    try {
      await showOpened(ctx, await accounts.open(userOf(ctx), choice));
    } catch (error) {
      if (!(error instanceof CardApiError)) throw error;
      await show(ctx, notOpenedScreen(ctx.t, error, networkOf(choice.network), settings.supportUrl));
    }
  }

  async function showOpened(ctx: BotContext, wallet: OpenedWallet) {
    await keepLanguage(ctx, store);
    const asset = assetOf(wallet.asset);
    const [photo, minimum] = await Promise.all([addressQr(asset, wallet.address), minimumOf(ctx, wallet)]);
    await show(ctx, openedScreen(ctx.t, wallet, minimum, photo));
  }

  /** The opening names no least amount. Without one the screen says so: it must not fail for that. */
  async function minimumOf(ctx: BotContext, wallet: OpenedWallet): Promise<string | undefined> {
    try {
      const client = await accounts.client(ownerOf(ctx), wallet.walletId);
      const { addresses, networks, minDeposit } = await client.wallet.depositAddress();
      const { id } = assetOf(wallet.asset);
      const currency = Object.keys(addresses).find((name) => assetOf(name, networks[name]).id === id);
      return currency && minDeposit[currency];
    } catch (error) {
      if (!(error instanceof CardApiError)) throw error;
      log.warn({ kind: error.kind, requestId: error.requestId }, "no least deposit to show");
      return undefined;
    }
  }

  return {
    acts: {
      "start.new": start,
      "open.network": (ctx, { arg }) => chooseAsset(ctx, networkOf(arg)),
      "open.asset": (ctx, { id = "", arg }) => open(ctx, id, arg),
    },
  };
}

const networkOf = (name: string | undefined): NetworkChoice => NETWORKS.find((one) => one === name) ?? "any";
