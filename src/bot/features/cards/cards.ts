import { CardApiError } from "../../../cryptocardy/errors.ts";
import { cardTitle } from "../../card-words.ts";
import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import type { Feature } from "../../feature.ts";
import { show } from "../../screen.ts";
import { type ObjectAct, onObject, pageOf, userOf, withWallet } from "../../wallet.ts";
import { cardScreen } from "./card-view.ts";
import { closeScreen } from "./close-view.ts";
import { CARDS_PER_PAGE, cardListScreen } from "./list-view.ts";

/** The list of cards and the screen of one card: look, freeze, unfreeze, close. */
export function createCardsFeature({ accounts, operations }: BotDeps): Feature {
  async function list(ctx: BotContext, walletId: string, page: number) {
    const client = await accounts.client(userOf(ctx), walletId);
    const cards = await client.cards.list({ page, perPage: CARDS_PER_PAGE });
    await show(ctx, cardListScreen(ctx.t, walletId, cards));
  }

  async function open(ctx: BotContext, { wallet, id }: ObjectAct) {
    const client = await accounts.client(userOf(ctx), wallet);
    await show(ctx, cardScreen(ctx.t, wallet, await client.cards.get(id)));
  }

  /** Freezing is one press and harmless twice; the update itself is the key, so a repeated delivery repeats nothing. */
  async function setFrozen(ctx: BotContext, { wallet, id }: ObjectAct, frozen: boolean) {
    const client = await accounts.client(userOf(ctx), wallet);
    const key = { idempotencyKey: `${frozen ? "freeze" : "unfreeze"}-${userOf(ctx)}-${ctx.update.update_id}` };
    await operations.expect({ userId: userOf(ctx), walletId: wallet }, id, frozen ? "card.frozen" : "card.unfrozen");
    await (frozen ? client.cards.freeze(id, key) : client.cards.unfreeze(id, key)).catch(unlessConflict);
    const card = await client.cards.get(id);
    const note = {
      text: ctx.t.plain(frozen ? "cards-frozen-note" : "cards-unfrozen-note", { title: cardTitle(card) }),
    };
    await show(ctx, cardScreen(ctx.t, wallet, card), note);
  }

  async function askToClose(ctx: BotContext, { wallet, id }: ObjectAct) {
    const client = await accounts.client(userOf(ctx), wallet);
    const card = await client.cards.get(id);
    const { last4, label, balance } = card;
    const draft = await operations.draft({
      userId: userOf(ctx),
      walletId: wallet,
      kind: "close",
      params: { cardId: id, last4, balance, ...(label && { label }) },
    });
    await show(ctx, closeScreen(ctx.t, card, draft.id));
  }

  return {
    acts: {
      "cards.open": (ctx, { wallet, arg }) => withWallet(ctx, wallet, (walletId) => list(ctx, walletId, pageOf(arg))),
      "card.open": onObject(open),
      "card.freeze": onObject((ctx, act) => setFrozen(ctx, act, true)),
      "card.unfreeze": onObject((ctx, act) => setFrozen(ctx, act, false)),
      "card.close": onObject(askToClose),
    },
    commands: {
      cards: { description: "cards-command", act: { name: "cards.open" } },
    },
  };
}

/** The card is in the wanted state already: that is a success. */
function unlessConflict(error: unknown): void {
  if (!(error instanceof CardApiError && error.kind === "conflict")) throw error;
}
