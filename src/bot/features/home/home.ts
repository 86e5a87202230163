import { CardApiError } from "../../../cryptocardy/errors.ts";
import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import { failureText } from "../../failures.ts";
import type { Feature } from "../../feature.ts";
import { speak } from "../../language.ts";
import { show } from "../../screen.ts";
import { userOf } from "../../wallet.ts";
import { type HomeWallet, homeScreen, homeWithoutFigures, welcomeScreen } from "./view.ts";

/** The first screen: the wallet in use, or for a newcomer what this is. */
export function createHomeFeature({ accounts, store, clock }: BotDeps): Feature {
  async function home(ctx: BotContext, fresh = false) {
    const wallet = walletInUse(ctx);
    if (!wallet) return show(ctx, welcomeScreen(ctx.t));
    if (fresh) accounts.invalidate(wallet.id);
    const client = await accounts.client(userOf(ctx), wallet.id);
    try {
      await show(ctx, homeScreen(ctx.t, wallet, await client.wallet.balance()));
    } catch (error) {
      if (!(error instanceof CardApiError)) throw error;
      await show(ctx, homeWithoutFigures(ctx.t, wallet, failureText(ctx.t, error)));
    }
  }

  return {
    acts: {
      "home.open": (ctx, { arg }) => home(ctx, arg === "fresh"),
      "start.lang": async (ctx, { arg }) => {
        await speak(ctx, store, clock, arg);
        await home(ctx);
      },
    },
    commands: { start: { description: "home-command", run: (ctx) => home(ctx) } },
  };
}

function walletInUse({ person }: BotContext): HomeWallet | undefined {
  const wallet = person?.wallets.find(({ id }) => id === person.activeWallet) ?? person?.wallets[0];
  if (!person || !wallet) return undefined;
  const { id, name, seedSaved } = wallet;
  return { id, name, seedSaved, several: person.wallets.length > 1 };
}
