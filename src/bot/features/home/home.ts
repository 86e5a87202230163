import { CardApiError } from "../../../cryptocardy/errors.ts";
import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import { failureText } from "../../failures.ts";
import type { Feature } from "../../feature.ts";
import { withRefresh } from "../../fresh.ts";
import { speak } from "../../language.ts";
import { queued } from "../../queued.ts";
import { show } from "../../screen.ts";
import { upcomingPayments } from "../../upcoming.ts";
import { onWallet, ownerOf } from "../../wallet.ts";
import { readDeepLink } from "./deep-link.ts";
import { figuresScreen } from "./figures-view.ts";
import { type HomeWallet, homeScreen, homeWithoutFigures, noCardScreen, welcomeScreen } from "./view.ts";

const UPCOMING_DAYS = 3;

/** The first screen: the wallet in use, or for a newcomer what this is. */
export function createHomeFeature({ accounts, renewals, store, clock }: BotDeps): Feature {
  async function home(ctx: BotContext, fresh = false) {
    const wallet = walletInUse(ctx);
    if (!wallet) return show(ctx, welcomeScreen(ctx.t));
    if (fresh) accounts.invalidate(wallet.id);
    const client = await accounts.client(ownerOf(ctx), wallet.id);
    try {
      const [figures, upcoming] = await Promise.all([
        client.wallet.balance(),
        upcomingPayments(ctx, { renewals, clock }, wallet.id, UPCOMING_DAYS),
      ]);
      await show(ctx, homeScreen(ctx.t, wallet, figures, upcoming));
    } catch (error) {
      if (!(error instanceof CardApiError)) throw error;
      const withWords = (words: string) => homeWithoutFigures(ctx.t, wallet, words);
      if (await queued(ctx, error, { name: "home.open" }, withWords)) return;
      await show(ctx, withWords(failureText(ctx.t, error)));
    }
  }

  async function figures(ctx: BotContext, walletId: string) {
    const client = await accounts.client(ownerOf(ctx), walletId);
    await show(ctx, figuresScreen(ctx.t, walletId, await client.wallet.balance()));
  }

  /** A link names a card; it opens only from a wallet of the person's own. */
  async function openCard(ctx: BotContext, cardIds: string[]) {
    const { activeWallet, wallets = [] } = ctx.person ?? {};
    if (wallets.length === 0) return home(ctx);
    for (const { id: wallet } of wallets.toSorted(
      (a, b) => Number(b.id === activeWallet) - Number(a.id === activeWallet),
    )) {
      const client = await accounts.client(ownerOf(ctx), wallet);
      for (const id of cardIds) {
        const card = await client.cards.get(id).catch(unlessUnknown);
        if (card) return ctx.perform({ name: "card.open", wallet, id: card.id });
      }
    }
    await show(ctx, noCardScreen(ctx.t));
  }

  async function start(ctx: BotContext, payload: string) {
    const link = readDeepLink(payload);
    if (!link) return home(ctx);
    return "act" in link ? ctx.perform(link.act) : openCard(ctx, link.cardIds);
  }

  return {
    acts: {
      "home.figures": withRefresh(
        accounts,
        onWallet((ctx, { wallet }) => figures(ctx, wallet)),
      ),
      "home.open": (ctx, { arg }) => home(ctx, arg === "fresh"),
      "start.lang": async (ctx, { arg }) => {
        await speak(ctx, store, clock, arg);
        await home(ctx);
      },
    },
    commands: { start: { description: "home-command", run: start } },
  };
}

function walletInUse({ person }: BotContext): HomeWallet | undefined {
  const wallet = person?.wallets.find(({ id }) => id === person.activeWallet) ?? person?.wallets[0];
  if (!person || !wallet) return undefined;
  const { id, name, seedSaved, opened } = wallet;
  return { id, name, seedSaved, several: person.wallets.length > 1, awaitsCard: opened?.awaitsCard ?? false };
}

/** Somebody else's card is as unknown as none. */
function unlessUnknown(error: unknown): undefined {
  if (!(error instanceof CardApiError && error.kind === "not-found")) throw error;
}
