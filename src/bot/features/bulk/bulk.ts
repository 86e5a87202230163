import { CardApiError } from "../../../cryptocardy/errors.ts";
import type { Cents } from "../../../lib/money.ts";
import { checkSetting, readSetting } from "../../amount-setting.ts";
import { ask, replyTo } from "../../ask.ts";
import { type CardFilter, filterName } from "../../card-filter.ts";
import type { BotContext, BotConversation, InnerContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import type { Feature } from "../../feature.ts";
import { findBy } from "../../find-cards.ts";
import { withRefresh } from "../../fresh.ts";
import { workingScreen } from "../../progress.ts";
import { answer, type Screen, show, showAt } from "../../screen.ts";
import { type ObjectAct, onObject, onWallet, ownerOf, pageOf, userOf } from "../../wallet.ts";
import { createBulkFunding } from "./fund.ts";
import { type CardOutcome, frozenScreen, limitedScreen } from "./outcome-view.ts";
import { flipped, MOST_PICKED, type PickedCard, type Picks, picksName, withPage, withWholePage } from "./picks.ts";
import { settleEach } from "./settle.ts";
import { limitScreen, nobodyScreen, picksScreen } from "./view.ts";

type BulkLimitRequest = { walletId: string; cards: PickedCard[]; session: string };

/** A message is not edited more often: Telegram takes about one edit a second. */
const PACE_MS = 1_200;

/** Several cards at once: tick them in the list, then freeze them, limit them, or put money on each. */
export function createBulkFeature(deps: BotDeps): Feature {
  const { accounts, operations, store, clock, random } = deps;
  const funding = createBulkFunding(deps);

  const read = (ctx: BotContext, walletId: string): Promise<Picks | undefined> =>
    store.choices.get<Picks>(userOf(ctx), picksName(walletId));
  const keep = (ctx: BotContext, walletId: string, picks: Picks): Promise<void> =>
    store.choices.put(userOf(ctx), picksName(walletId), picks);

  async function open(ctx: BotContext, walletId: string, page: number) {
    const userId = userOf(ctx);
    const [client, filter, picks] = await Promise.all([
      accounts.client(userId, walletId),
      store.choices.get<CardFilter>(userId, filterName(walletId)),
      read(ctx, walletId),
    ]);
    const found = await findBy(client, filter ?? {}, page, () => store.directory.list(userId, walletId));
    await draw(ctx, walletId, { ...withPage(found, picks?.picked ?? []), ...(filter && { filter }) });
  }

  async function draw(ctx: BotContext, walletId: string, picks: Picks) {
    await keep(ctx, walletId, picks);
    await show(ctx, picksScreen(ctx.t, walletId, picks));
  }

  /** Ticking asks nobody: the page is remembered as it was read. */
  async function change(ctx: BotContext, walletId: string, step: (picks: Picks) => Picks | undefined) {
    const picks = await read(ctx, walletId);
    if (!picks) return open(ctx, walletId, 1);
    const next = step(picks);
    if (!next) return answer(ctx, { text: ctx.t.plain("bulk-too-many", { most: MOST_PICKED }), alert: true });
    await draw(ctx, walletId, next);
  }

  async function flip(ctx: BotContext, { wallet, id }: ObjectAct) {
    const closed = (await read(ctx, wallet))?.shown.find((card) => card.id === id)?.status === "terminated";
    if (closed) return answer(ctx, { text: ctx.t.plain("bulk-closed"), alert: true });
    await change(ctx, wallet, (picks) => flipped(picks, id));
  }

  async function freeze(ctx: BotContext, walletId: string) {
    await carryOut(ctx, walletId, pressedMessage(ctx), {
      work: (card) => freezeOne(ctx, walletId, card),
      result: (outcomes) => frozenScreen(ctx.t, walletId, outcomes),
    });
  }

  async function freezeOne(ctx: BotContext, walletId: string, { id, status }: PickedCard) {
    if (status === "frozen") return "already";
    const client = await accounts.freshClient(userOf(ctx), walletId);
    await operations.expect({ userId: userOf(ctx), walletId }, id, "card.frozen");
    try {
      await client.cards.freeze(id, { idempotencyKey: `freeze-${userOf(ctx)}-${ctx.update.update_id}-${id}` });
    } catch (error) {
      // A lost answer says nothing: the card does.
      if (!(error instanceof CardApiError && error.sent)) throw error;
      if ((await client.cards.get(id)).status !== "frozen") throw error;
    }
    return "done";
  }

  async function askLimit(ctx: BotContext, walletId: string) {
    const cards = (await read(ctx, walletId))?.picked ?? [];
    if (cards.length === 0) return show(ctx, nobodyScreen(ctx.t, walletId));
    await show(ctx, limitScreen(ctx.t, walletId, cards));
    await ctx.conversation.exitAll();
    const session = random.bytes(6).toString("base64url");
    await ctx.conversation.enter("bulk-limit", { walletId, cards, session } satisfies BulkLimitRequest);
  }

  async function setLimit(ctx: BotContext, walletId: string, limit: Cents) {
    if (!Number.isSafeInteger(limit) || checkSetting("limit", limit)) {
      return answer(ctx, { text: ctx.t.plain("failure-stale"), alert: true });
    }
    await carryOut(ctx, walletId, pressedMessage(ctx), {
      work: async ({ id }) => {
        const client = await accounts.client(ownerOf(ctx), walletId);
        const idempotencyKey = `limit-${userOf(ctx)}-${ctx.update.update_id}-${id}`;
        await client.cards.update(id, { spendingLimit: limit }, { idempotencyKey });
        return "done";
      },
      result: (outcomes) => limitedScreen(ctx.t, walletId, outcomes, limit),
    });
  }

  async function typedLimit(conversation: BotConversation, _ctx: InnerContext, request: BulkLimitRequest) {
    const { walletId, cards, session } = request;
    for (;;) {
      const reply = await replyTo(conversation, session, "ask.nothing");
      const reading = readSetting("limit", "text" in reply ? reply.text : "");
      if ("amount" in reading) {
        await conversation.external((ctx: BotContext) => setLimit(ctx, walletId, reading.amount));
        return;
      }
      await ask(conversation, ({ t }) => limitScreen(t, walletId, cards, reading));
    }
  }

  type Task = { work: (card: PickedCard) => Promise<"done" | "already">; result: (outcomes: CardOutcome[]) => Screen };

  /** One message tells how far it has got, and in the end what became of every card; those that failed stay ticked. */
  async function carryOut(ctx: BotContext, walletId: string, at: number | undefined, { work, result }: Task) {
    const picks = await read(ctx, walletId);
    if (!picks || picks.picked.length === 0) return show(ctx, nobodyScreen(ctx.t, walletId));
    const total = picks.picked.length;
    const progress = (done: number) => workingScreen(ctx.t, done, total);
    await answer(ctx);
    const messageId = await showAt(ctx, at, progress(0));
    let shownAt = clock.now();
    const outcomes = await settleEach(picks.picked, work, async (done) => {
      if (done === total || clock.now() - shownAt < PACE_MS) return;
      shownAt = clock.now();
      // Nobody's card waits for a message that only counts.
      await showAt(ctx, messageId, progress(done)).catch(() => undefined);
    });
    const failed = outcomes.flatMap(({ kind, card }) => (kind === "failed" ? [card] : []));
    await keep(ctx, walletId, { ...picks, picked: failed });
    await showAt(ctx, messageId, result(outcomes));
  }

  return {
    acts: {
      "bulk.open": withRefresh(
        accounts,
        onWallet((ctx, { wallet, arg }) => open(ctx, wallet, pageOf(arg))),
      ),
      "bulk.flip": onObject(flip),
      "bulk.page": onWallet((ctx, { wallet }) => change(ctx, wallet, withWholePage)),
      "bulk.none": onWallet((ctx, { wallet }) => change(ctx, wallet, (picks) => ({ ...picks, picked: [] }))),
      "bulk.freeze": onWallet((ctx, { wallet }) => freeze(ctx, wallet)),
      "bulk.limit": onWallet((ctx, { wallet }) => askLimit(ctx, wallet)),
      "bulk.limit-set": onWallet((ctx, { wallet, arg = "" }) => setLimit(ctx, wallet, Number(arg))),
      ...funding.acts,
    },
    conversations: { "bulk-limit": typedLimit, ...funding.conversations },
  };
}

const pressedMessage = (ctx: BotContext): number | undefined => ctx.callbackQuery?.message?.message_id;
