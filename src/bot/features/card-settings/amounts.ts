import { CardApiError } from "../../../cryptocardy/errors.ts";
import { spentInMonth, spentKnown } from "../../../cryptocardy/month.ts";
import type { Card } from "../../../cryptocardy/types.ts";
import type { Cents } from "../../../lib/money.ts";
import { type AmountSetting, changesFor, checkSetting, readSetting, setAct, tookIt } from "../../amount-setting.ts";
import { ask, replyTo } from "../../ask.ts";
import type { BotContext, BotConversation, InnerContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import { wantsDrawings } from "../../drawings.ts";
import { orTell } from "../../failures.ts";
import type { ActHandler } from "../../feature.ts";
import { withRefresh } from "../../fresh.ts";
import { answer, show } from "../../screen.ts";
import { type ObjectAct, onObject, ownerOf, userOf } from "../../wallet.ts";
import { type AmountOf, amountSettingScreen, settingProblemScreen } from "./amount-view.ts";
import { rememberMonth } from "./month-sum.ts";

/** The question whose typed answers are waited for. Its buttons are acts of their own and need nobody to wait. */
export type AmountRequest = { kind: AmountSetting; walletId: string; cardId: string; session: string };

type Deps = Pick<BotDeps, "accounts" | "store" | "clock" | "random">;

/** Monthly limit and auto-freeze: their screens, their presets, and amounts that are typed instead. */
export function createAmounts({ accounts, store, clock, random }: Deps) {
  async function open(ctx: BotContext, kind: AmountSetting, { wallet, id }: ObjectAct) {
    const of = await (kind === "limit" ? readLimit : readCard)(ctx, wallet, id);
    await show(ctx, amountSettingScreen(ctx.t, kind, of, { bars: wantsDrawings(ctx.person) }));
    await listen(ctx, kind, wallet, id);
  }

  async function set(ctx: BotContext, kind: AmountSetting, { wallet, id, arg = "" }: ObjectAct) {
    const amount = Number(arg);
    if (!Number.isSafeInteger(amount) || checkSetting(kind, amount)) {
      return answer(ctx, { text: ctx.t.plain("failure-stale"), alert: true });
    }
    await write(ctx, { kind, walletId: wallet, cardId: id }, amount);
    await listen(ctx, kind, wallet, id);
  }

  /** Handled again after a crash, the update brings the same key. One call: what was spent is worked out from what the answer says. */
  async function write(ctx: BotContext, request: Omit<AmountRequest, "session">, amount: Cents) {
    const { kind, walletId, cardId } = request;
    const client = await accounts.client(ownerOf(ctx), walletId);
    const key = { idempotencyKey: `${kind}-${ctx.update.update_id}` };
    const card = await client.cards.update(cardId, changesFor(kind, amount), key);
    const month = kind === "limit" ? await monthOf(ctx, walletId, card) : {};
    const of = { walletId, card, ...month };
    const change = tookIt(kind, card, amount) ? "saved" : "not-taken";
    await show(ctx, amountSettingScreen(ctx.t, kind, of, { change, bars: wantsDrawings(ctx.person) }));
  }

  const monthOf = async (
    ctx: BotContext,
    walletId: string,
    card: Card,
  ): Promise<Omit<AmountOf, "walletId" | "card">> => ({
    ...(await knownOf(userOf(ctx), walletId, card)),
    ...(await highestOf(ctx, walletId, card)),
  });

  async function readCard(ctx: BotContext, walletId: string, cardId: string): Promise<AmountOf> {
    const client = await accounts.client(ownerOf(ctx), walletId);
    return { walletId, card: await client.cards.get(cardId) };
  }

  async function readLimit(ctx: BotContext, walletId: string, cardId: string): Promise<AmountOf> {
    const client = await accounts.client(ownerOf(ctx), walletId);
    const now = clock.now();
    const [card, spent] = await Promise.all([client.cards.get(cardId), spentInMonth(client, cardId, now)]);
    await rememberMonth(store, { userId: userOf(ctx), walletId }, card, spent, now);
    return { walletId, card, spent, ...(await highestOf(ctx, walletId, card)) };
  }

  async function knownOf(userId: number, walletId: string, card: Card): Promise<{ spent?: Cents }> {
    const known = await store.directory.get(userId, walletId, card.id);
    const spent = spentKnown(card, known?.before, clock.now());
    return spent === undefined ? {} : { spent };
  }

  /** BINs are kept for an hour. Only a card that has a limit needs to know how high it could be; it can do without. */
  async function highestOf(ctx: BotContext, walletId: string, card: Card): Promise<{ highest?: Cents }> {
    if (card.spendingLimit === undefined) return {};
    const client = await accounts.client(ownerOf(ctx), walletId);
    const bins = await client.bins.list().catch((error: unknown) => {
      if (error instanceof CardApiError) return [];
      throw error;
    });
    const bin = bins.find(({ id }) => id === card.binId);
    return bin?.maxMonthly === undefined ? {} : { highest: bin.maxMonthly };
  }

  async function listen(ctx: BotContext, kind: AmountSetting, walletId: string, cardId: string) {
    await ctx.conversation.exitAll();
    const session = random.bytes(6).toString("base64url");
    await ctx.conversation.enter("card-amount", { kind, walletId, cardId, session } satisfies AmountRequest);
  }

  async function typed(conversation: BotConversation, _ctx: InnerContext, request: AmountRequest): Promise<void> {
    const { kind, walletId, cardId, session } = request;
    for (;;) {
      const reply = await replyTo(conversation, session, "ask.nothing");
      const reading = readSetting(kind, "text" in reply ? reply.text : "");
      if ("amount" in reading) {
        const again = setAct(kind, walletId, cardId, reading.amount);
        await conversation.external((ctx: BotContext) => orTell(ctx, again, () => write(ctx, request, reading.amount)));
      } else {
        await ask(conversation, ({ t }) => settingProblemScreen(t, kind, request, reading));
      }
    }
  }

  const acts: Record<string, ActHandler> = {
    "card.limit": withRefresh(
      accounts,
      onObject((ctx, act) => open(ctx, "limit", act)),
    ),
    "limit.set": onObject((ctx, act) => set(ctx, "limit", act)),
    "card.autofreeze": withRefresh(
      accounts,
      onObject((ctx, act) => open(ctx, "freeze-at", act)),
    ),
    "freezeat.set": onObject((ctx, act) => set(ctx, "freeze-at", act)),
  };
  return { acts, conversations: { "card-amount": typed }, knownOf };
}
