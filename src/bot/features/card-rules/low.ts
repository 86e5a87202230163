import type { Cents } from "../../../lib/money.ts";
import { readPreferences } from "../../../notifications/preferences.ts";
import type { CardRules } from "../../../store/rules.ts";
import { ask, replyTo } from "../../ask.ts";
import type { BotContext, BotConversation, InnerContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import { noticeAmountProblem, readNoticeAmount } from "../../notice-amount.ts";
import { answer, show } from "../../screen.ts";
import { type ObjectAct, userOf } from "../../wallet.ts";
import { AS_SET, type LowBounds, lowScreen } from "./low-view.ts";
import type { RuledCard } from "./ruled-card.ts";

type Request = { card: RuledCard; bounds: LowBounds; session: string };

type Deps = Pick<BotDeps, "store" | "random"> & {
  /** The card with its name. */
  ruled: (ctx: BotContext, act: ObjectAct) => Promise<RuledCard>;
  /** Changes the card's rules and shows them. */
  change: (ctx: BotContext, act: ObjectAct, step: (rules: CardRules) => CardRules) => Promise<void>;
};

/** Both bounds that may hold for a card. */
export function boundsOf(ctx: BotContext, { low: own }: CardRules): LowBounds {
  const { low: general } = readPreferences(ctx.person?.settings ?? {});
  return { ...(own !== undefined && { own }), ...(general !== undefined && { general }) };
}

/** Below which balance of one card to tell, pressed or typed: instead of the bound that holds for all cards. */
export function createLow({ store, random, ruled, change }: Deps) {
  const set = (ctx: BotContext, act: ObjectAct, low: Cents) => change(ctx, act, (rules) => ({ ...rules, low }));

  async function open(ctx: BotContext, act: ObjectAct) {
    const { arg } = act;
    const cents = Number(arg);
    if (arg === AS_SET) return change(ctx, act, ({ low: _, ...rest }) => rest);
    if (arg !== undefined && (cents === 0 || !noticeAmountProblem(cents))) return set(ctx, act, cents);
    if (arg !== undefined) return answer(ctx, { text: ctx.t.plain("failure-stale"), alert: true });
    const card = await ruled(ctx, act);
    const bounds = boundsOf(ctx, await store.rules.get(userOf(ctx), act.wallet, act.id));
    await show(ctx, lowScreen(ctx.t, card, bounds));
    await ctx.conversation.exitAll();
    const session = random.bytes(6).toString("base64url");
    await ctx.conversation.enter("card-low", { card, bounds, session } satisfies Request);
  }

  /** The buttons of the question are acts of their own; only what is typed is waited for. */
  async function typed(
    conversation: BotConversation,
    _ctx: InnerContext,
    { card, bounds, session }: Request,
  ): Promise<void> {
    const { wallet, id } = card;
    for (;;) {
      const reply = await replyTo(conversation, session, "ask.nothing");
      const reading = readNoticeAmount("text" in reply ? reply.text : "");
      if ("amount" in reading) {
        await conversation.external((ctx: BotContext) => set(ctx, { name: "rules.low", wallet, id }, reading.amount));
        return;
      }
      await ask(conversation, ({ t }) => lowScreen(t, card, bounds, reading));
    }
  }

  return { open, conversations: { "card-low": typed } };
}
