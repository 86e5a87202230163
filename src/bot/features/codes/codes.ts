import { CardApiError } from "../../../cryptocardy/errors.ts";
import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import type { Feature } from "../../feature.ts";
import { redraw, show, showNew, showSecret } from "../../screen.ts";
import { type ObjectAct, onObject, onWallet, userOf, withWallet } from "../../wallet.ts";
import { createLiveCodes } from "./live-codes.ts";
import {
  codeScreen,
  emptyScreen,
  hotScreen,
  type LiveCode,
  listScreen,
  notMeScreen,
  overScreen,
  removedScreen,
} from "./view.ts";

/** Asking for 3-D Secure codes. Those that are pushed come from the notifications; their buttons are answered here. */
export function createCodesFeature(deps: BotDeps): Feature {
  const { accounts, operations, connection, store, takeBack, clock, log } = deps;
  const live = createLiveCodes(deps);

  /** Every code stands in a message of its own. `again`: only those that this chat does not show yet. */
  async function list(ctx: BotContext, again: boolean) {
    await withWallet(ctx, undefined, async (active) => {
      const codes = await live.all(userOf(ctx), ctx.person?.wallets.map(({ id }) => id) ?? []);
      if (codes.length === 0) return show(ctx, emptyScreen(ctx.t, active));
      const unseen: LiveCode[] = [];
      for (const code of codes) if ((await isNew(ctx, code)) || !again) unseen.push(code);
      await show(ctx, listScreen(ctx.t, codes.length, unseen.length > 0));
      for (const code of unseen) await send(ctx, code);
    });
  }

  const isNew = (ctx: BotContext, { challenge }: LiveCode): Promise<boolean> =>
    store.once(`code:${userOf(ctx)}:${challenge.id}`, Math.max(1000, challenge.expiresAt - clock.now()));

  async function send(ctx: BotContext, code: LiveCode) {
    const { otp: _, ...challenge } = code.challenge;
    const screens = { cover: codeScreen(ctx.t, { ...code, challenge }), secret: codeScreen(ctx.t, code) };
    await showSecret(ctx, screens, (messageId) =>
      takeBack.later({ userId: userOf(ctx), messageId }, challenge.expiresAt),
    );
  }

  /** One challenge, drawn again in its message: the code may be there by now, or be over. */
  async function check(ctx: BotContext, { wallet, id }: ObjectAct) {
    const code = await live.one(userOf(ctx), wallet, id);
    await redraw(ctx, code ? codeScreen(ctx.t, code) : overScreen(ctx.t));
  }

  /** Freezes first, then takes the code out of the chat: seconds count for the card. */
  async function notMe(ctx: BotContext, { wallet, id: cardId }: ObjectAct) {
    const userId = userOf(ctx);
    const frozen = await freeze(userId, wallet, cardId, `notme-${ctx.callbackQuery?.id}`);
    const card = await live.cardName(userId, wallet, cardId);
    await redraw(ctx, removedScreen(ctx.t));
    await showNew(ctx, notMeScreen(ctx.t, wallet, cardId, card, frozen));
  }

  async function freeze(userId: number, walletId: string, cardId: string, idempotencyKey: string): Promise<boolean> {
    try {
      const client = await accounts.client(userId, walletId, "code");
      await operations.expect({ userId, walletId }, cardId, "card.frozen");
      await client.cards.freeze(cardId, { idempotencyKey });
      return true;
    } catch (error) {
      if (!(error instanceof CardApiError)) throw error;
      log.warn({ kind: error.kind, requestId: error.requestId }, "a card could not be frozen");
      return false;
    }
  }

  async function hot(ctx: BotContext, walletId: string) {
    await show(ctx, hotScreen(ctx.t, await connection.hot(userOf(ctx), walletId)));
  }

  return {
    acts: {
      "codes.open": (ctx) => list(ctx, false),
      "codes.check": (ctx, act) => (act.id ? onObject(check)(ctx, act) : list(ctx, true)),
      "code.notme": onObject(notMe),
      "hot.start": onWallet((ctx, { wallet }) => hot(ctx, wallet)),
    },
    commands: { otp: { description: "codes-command", act: { name: "codes.open" } } },
  };
}
