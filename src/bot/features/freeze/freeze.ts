import { CardApiError } from "../../../cryptocardy/errors.ts";
import { everyItem } from "../../../cryptocardy/pages.ts";
import type { Card, Lane } from "../../../cryptocardy/types.ts";
import { someAtOnce } from "../../../lib/some-at-once.ts";
import { cardTitle } from "../../card-words.ts";
import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import type { Feature } from "../../feature.ts";
import { withRefresh } from "../../fresh.ts";
import { withCardEnding } from "../../pick-card.ts";
import { showWithProgress } from "../../progress.ts";
import { type Note, show } from "../../screen.ts";
import { type ObjectAct, onObject, onWallet, ownerOf, userOf, withWallet } from "../../wallet.ts";
import { freezeScreen, frozenScreen } from "./view.ts";

const PER_PAGE = 100;
const AT_ONCE = 5;

/** Cards that can pay, one press each to freeze; or all of them. Unlike `/panic` it locks and hides nothing. */
export function createFreezeFeature({ accounts, operations }: BotDeps): Feature {
  async function active(ctx: BotContext, walletId: string): Promise<Card[]> {
    const { cards } = await accounts.client(ownerOf(ctx), walletId);
    const found: Card[] = [];
    const pages = everyItem((page) => cards.list({ status: "active", page, perPage: PER_PAGE }));
    for await (const card of pages) if (card.status === "active") found.push(card);
    return found;
  }

  async function list(ctx: BotContext, walletId: string, frozen?: Card) {
    const note: Note | undefined = frozen && {
      text: ctx.t.plain("cards-frozen-note", { title: cardTitle(frozen) }),
    };
    await show(ctx, freezeScreen(ctx.t, walletId, await active(ctx, walletId), frozen), note);
  }

  /** The update is the key: one that is delivered again repeats nothing. */
  async function freeze(ctx: BotContext, walletId: string, cardId: string, lane: Lane = "person"): Promise<void> {
    const client = await accounts.client(ownerOf(ctx), walletId, lane);
    await operations.expect({ userId: userOf(ctx), walletId }, cardId, "card.frozen");
    const key = `freeze-${userOf(ctx)}-${ctx.update.update_id}-${cardId}`;
    await client.cards.freeze(cardId, { idempotencyKey: key });
  }

  async function one(ctx: BotContext, { wallet, id }: ObjectAct) {
    const card = (await active(ctx, wallet)).find((candidate) => candidate.id === id);
    if (card) await freeze(ctx, wallet, id);
    await list(ctx, wallet, card);
  }

  /** Each card for itself: what the provider refuses for one does not spare the others. */
  async function all(ctx: BotContext, walletId: string) {
    const cards = await active(ctx, walletId);
    await showWithProgress(ctx, async ({ found, told }) => {
      found(cards.length);
      const failed = await someAtOnce(cards, AT_ONCE, async (card) => {
        try {
          await freeze(ctx, walletId, card.id, "many");
          return [];
        } catch (error) {
          if (!(error instanceof CardApiError)) throw error;
          return [card];
        } finally {
          told();
        }
      });
      return frozenScreen(ctx.t, walletId, cards.length, failed.flat());
    });
  }

  const freezeOf = (ctx: BotContext, digits: string) =>
    withWallet(ctx, undefined, () =>
      withCardEnding(ctx, accounts, digits, ({ walletId, card }) => ({
        name: card.status === "terminated" ? "card.open" : "card.freeze",
        wallet: walletId,
        id: card.id,
      })),
    );

  return {
    acts: {
      "freeze.open": withRefresh(accounts, (ctx, { wallet }) => withWallet(ctx, wallet, (id) => list(ctx, id))),
      "freeze.card": onObject(one),
      "freeze.all": onWallet((ctx, { wallet }) => all(ctx, wallet)),
    },
    commands: {
      freeze: {
        description: "freeze-command",
        run: (ctx, argument) => {
          const digits = /\d{4}$/.exec(argument)?.[0];
          return digits ? freezeOf(ctx, digits) : ctx.perform({ name: "freeze.open" });
        },
      },
    },
  };
}
