import { CardApiError } from "../../../cryptocardy/errors.ts";
import { spentKnown } from "../../../cryptocardy/month.ts";
import type { Card } from "../../../cryptocardy/types.ts";
import { cardTitle } from "../../card-words.ts";
import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import { wantsDrawings } from "../../drawings.ts";
import type { Feature } from "../../feature.ts";
import { withRefresh } from "../../fresh.ts";
import { type Note, show } from "../../screen.ts";
import { type ObjectAct, onObject, ownerOf, userOf } from "../../wallet.ts";
import { cardScreen } from "./card-view.ts";
import { createClosing } from "./close.ts";
import { createCardList } from "./list.ts";

/** The list of cards and the screen of one card: look, freeze, unfreeze, close. */
export function createCardsFeature(deps: BotDeps): Feature {
  const { accounts, operations, store, clock } = deps;
  const list = createCardList(deps);

  async function open(ctx: BotContext, { wallet, id }: ObjectAct) {
    const client = await accounts.client(ownerOf(ctx), wallet);
    await draw(ctx, wallet, await client.cards.get(id));
  }

  /** What was spent this month is shown where it is known already: it costs no call. */
  async function draw(ctx: BotContext, walletId: string, card: Card, note?: Note) {
    const known = await store.directory.get(userOf(ctx), walletId, card.id);
    const spent = spentKnown(card, known?.before, clock.now());
    await show(ctx, cardScreen(ctx.t, walletId, card, spent, wantsDrawings(ctx.person)), note);
  }

  /** Freezing is one press and harmless twice; the update itself is the key, so a repeated delivery repeats nothing. */
  async function setFrozen(ctx: BotContext, { wallet, id }: ObjectAct, frozen: boolean) {
    const client = await accounts.client(ownerOf(ctx), wallet);
    const key = { idempotencyKey: `${frozen ? "freeze" : "unfreeze"}-${userOf(ctx)}-${ctx.update.update_id}` };
    await operations.expect({ userId: userOf(ctx), walletId: wallet }, id, frozen ? "card.frozen" : "card.unfrozen");
    await (frozen ? client.cards.freeze(id, key) : client.cards.unfreeze(id, key)).catch(unlessConflict);
    const card = await client.cards.get(id);
    const note = {
      text: ctx.t.plain(frozen ? "cards-frozen-note" : "cards-unfrozen-note", { title: cardTitle(card) }),
    };
    await draw(ctx, wallet, card, note);
  }

  return {
    guarded: { "card.unfreeze": {}, "card.close": {} },
    acts: {
      ...list.acts,
      "card.open": withRefresh(accounts, onObject(open)),
      "card.freeze": onObject((ctx, act) => setFrozen(ctx, act, true)),
      "card.unfreeze": onObject((ctx, act) => setFrozen(ctx, act, false)),
      "card.close": onObject(createClosing(deps)),
    },
    conversations: list.conversations,
    commands: {
      cards: { description: "cards-command", act: { name: "cards.open" } },
    },
  };
}

/** The card is in the wanted state already: that is a success. */
function unlessConflict(error: unknown): void {
  if (!(error instanceof CardApiError && error.kind === "conflict")) throw error;
}
