import type { Accounts } from "../accounts/accounts.ts";
import type { Act } from "../notifications/outgoing.ts";
import { cardTitle, statusSign } from "./card-words.ts";
import { cardsEnding, type FoundCard } from "./cards-ending.ts";
import type { BotContext } from "./context.ts";
import { type Screen, show } from "./screen.ts";
import { ownerOf } from "./wallet.ts";

/**
 * Goes on with the card that ends with these digits: at once when there is one, by a choice when there are several; none is
 * said. Looks in the wallet in use first, then in the person's others. Throws CardApiError.
 */
export async function withCardEnding(
  ctx: BotContext,
  accounts: Pick<Accounts, "client">,
  digits: string,
  actFor: (found: FoundCard) => Act,
): Promise<void> {
  const found = await findIn(ctx, accounts, digits);
  const [only, ...others] = found;
  if (!only) return show(ctx, noCardScreen(ctx, digits));
  if (others.length === 0) return ctx.perform(actFor(only));
  await show(ctx, chooseScreen(ctx, digits, found, actFor));
}

const MOST_CHOICES = 8;

async function findIn(ctx: BotContext, accounts: Pick<Accounts, "client">, digits: string): Promise<FoundCard[]> {
  const { activeWallet, wallets = [] } = ctx.person ?? {};
  const inOrder = wallets.toSorted((a, b) => Number(b.id === activeWallet) - Number(a.id === activeWallet));
  for (const { id: walletId } of inOrder) {
    const client = await accounts.client(ownerOf(ctx), walletId);
    const cards = await cardsEnding(client, digits);
    if (cards.length > 0) return cards.slice(0, MOST_CHOICES).map((card) => ({ walletId, card }));
  }
  return [];
}

function noCardScreen({ t }: BotContext, digits: string): Screen {
  return {
    text: t.html("short-ways-no-card", { digits }),
    buttons: [
      [{ text: t.plain("home-cards"), act: { name: "cards.open" } }],
      [{ text: t.plain("common-home"), act: { name: "home.open" } }],
    ],
  };
}

function chooseScreen(
  { t }: BotContext,
  digits: string,
  found: FoundCard[],
  actFor: (found: FoundCard) => Act,
): Screen {
  return {
    text: t.html("short-ways-which-card", { digits }),
    buttons: [
      ...found.map((one) => [
        {
          text: `${statusSign(one.card.status)} ${cardTitle(one.card)} — ${t.money(one.card.balance)}`,
          act: actFor(one),
        },
      ]),
      [{ text: t.plain("common-home"), act: { name: "home.open" } }],
    ],
  };
}
