import type { CryptoCardyClient } from "../../../cryptocardy/client.ts";
import { spentInMonth, spentKnown } from "../../../cryptocardy/month.ts";
import type { Bin, Card } from "../../../cryptocardy/types.ts";
import type { Cents } from "../../../lib/money.ts";
import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import type { Feature } from "../../feature.ts";
import { withRefresh } from "../../fresh.ts";
import { withCardEnding } from "../../pick-card.ts";
import { show } from "../../screen.ts";
import { type ObjectAct, onObject, ownerOf, userOf, withWallet } from "../../wallet.ts";
import { createCheckConversation } from "./conversation.ts";
import { isBareCheck, type Purchase, readCheck } from "./parse.ts";
import { type CheckFacts, checkPayment } from "./verdict.ts";
import { checkScreen, showAct, usageScreen } from "./view.ts";

/** The payment somebody asked about last: its shop does not fit into a button. */
const LAST = "check";

/** "Will it pass?": a card, an amount and a shop, checked before anybody pays. Reads only. */
export function createCheckFeature({ accounts, store, clock, random }: BotDeps): Feature {
  const keep = (ctx: BotContext, purchase: Purchase): Promise<void> => store.choices.put(userOf(ctx), LAST, purchase);

  async function purchaseOf(ctx: BotContext, amount: Cents): Promise<Purchase> {
    const last = await store.choices.get<Purchase>(userOf(ctx), LAST);
    return last?.amount === amount ? last : { amount };
  }

  /** Asks only for what a reason needs: the month where there is a maximum for it, the shop where categories are chosen. */
  async function answerFor(ctx: BotContext, walletId: string, cardId: string, purchase: Purchase): Promise<void> {
    const client = await accounts.client(ownerOf(ctx), walletId);
    const [card, bins] = await Promise.all([client.cards.get(cardId), client.bins.list()]);
    const bin = bins.find(({ id }) => id === card.binId);
    const short = purchase.amount > card.balance;
    const [spent, shop, wallet] = await Promise.all([
      spentThisMonth(ctx, client, walletId, card, bin),
      shopOf(client, card, purchase),
      short ? client.wallet.balance() : undefined,
    ]);
    const lines = checkPayment({
      amount: purchase.amount,
      card,
      ...(bin && { bin }),
      ...(spent !== undefined && { spent }),
      ...(shop && { shop }),
      now: clock.now(),
    });
    const walletBalance = wallet && { walletBalance: wallet.balance };
    await show(ctx, checkScreen(ctx.t, { walletId, card, purchase, lines, ...walletBalance }));
  }

  async function spentThisMonth(
    ctx: BotContext,
    client: CryptoCardyClient,
    walletId: string,
    card: Card,
    bin: Bin | undefined,
  ): Promise<Cents | undefined> {
    if (card.spendingLimit === undefined && bin?.maxMonthly === undefined) return undefined;
    const known = await store.directory.get(userOf(ctx), walletId, card.id);
    return spentKnown(card, known?.before, clock.now()) ?? spentInMonth(client, card.id, clock.now());
  }

  async function shopOf(client: CryptoCardyClient, card: Card, { merchant }: Purchase): Promise<CheckFacts["shop"]> {
    if (!merchant || !card.allowedCategories?.length) return undefined;
    const { items } = await client.transactions.list({ merchant, perPage: 1 });
    const [earlier] = items;
    return earlier && { ...earlier.merchant };
  }

  async function start(ctx: BotContext, { wallet, id }: ObjectAct) {
    await ctx.conversation.exitAll();
    const session = random.bytes(6).toString("base64url");
    await ctx.conversation.enter("check", { walletId: wallet, cardId: id, session });
  }

  /** `/check` alone, or with what cannot be read. */
  async function usage(ctx: BotContext, text: string): Promise<boolean> {
    if (!isBareCheck(text)) return false;
    await withWallet(ctx, undefined, () => show(ctx, usageScreen(ctx.t)));
    return true;
  }

  /** `/check 2039 49.99 netflix`: what is missing is asked for. */
  async function typed(ctx: BotContext, text: string): Promise<boolean> {
    const asked = readCheck(text);
    if (!asked) return usage(ctx, text);
    const { digits, purchase } = asked;
    if (purchase?.ok) await keep(ctx, purchase.value);
    await withWallet(ctx, undefined, () =>
      withCardEnding(ctx, accounts, digits, ({ walletId, card }) =>
        purchase?.ok
          ? showAct(walletId, card.id, purchase.value.amount)
          : { name: "check.start", wallet: walletId, id: card.id },
      ),
    );
    return true;
  }

  return {
    acts: {
      "check.start": onObject(start),
      "check.show": withRefresh(
        accounts,
        onObject(async (ctx, { wallet, id, arg }) => {
          const amount = Number(arg);
          if (!Number.isSafeInteger(amount) || amount <= 0) return start(ctx, { name: "check.start", wallet, id });
          await answerFor(ctx, wallet, id, await purchaseOf(ctx, amount));
        }),
      ),
    },
    conversations: {
      check: createCheckConversation(async (ctx, { walletId, cardId }, purchase) => {
        await keep(ctx, purchase);
        await answerFor(ctx, walletId, cardId, purchase);
      }),
    },
    text: typed,
  };
}
