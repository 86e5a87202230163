import type { Cents } from "../../../lib/money.ts";
import type { Act } from "../../../notifications/outgoing.ts";
import { readPreferences } from "../../../notifications/preferences.ts";
import { ask, replyTo } from "../../ask.ts";
import type { BotContext, BotConversation, InnerContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import { noticeAmountProblem, readNoticeAmount } from "../../notice-amount.ts";
import { show } from "../../screen.ts";
import { change } from "./choices.ts";
import { type AmountSetting, amountScreen, noticesScreen } from "./view.ts";

type Request = { setting: AmountSetting; session: string };

/** The two amounts of the settings, pressed or typed: from where on payments sound, and below what a balance is told. */
export function createAmounts(deps: Pick<BotDeps, "store" | "clock" | "random">) {
  const { clock, random } = deps;

  async function set(ctx: BotContext, setting: AmountSetting, cents: Cents) {
    await change(ctx, deps, () => ({ [setting]: cents || undefined }));
    await show(ctx, noticesScreen(ctx.t, readPreferences(ctx.person?.settings ?? {}), clock.now()));
  }

  async function open(ctx: BotContext, setting: AmountSetting, { arg }: Act) {
    const cents = Number(arg);
    if (arg !== undefined && (cents === 0 || !noticeAmountProblem(cents))) return set(ctx, setting, cents);
    await show(ctx, amountScreen(ctx.t, setting, readPreferences(ctx.person?.settings ?? {})[setting]));
    await ctx.conversation.exitAll();
    const session = random.bytes(6).toString("base64url");
    await ctx.conversation.enter("notice-amount", { setting, session } satisfies Request);
  }

  /** The buttons of the question are acts of their own; only what is typed is waited for. */
  async function typed(
    conversation: BotConversation,
    _ctx: InnerContext,
    { setting, session }: Request,
  ): Promise<void> {
    for (;;) {
      const reply = await replyTo(conversation, session, "ask.nothing");
      const reading = readNoticeAmount("text" in reply ? reply.text : "");
      if ("amount" in reading) {
        await conversation.external((ctx: BotContext) => set(ctx, setting, reading.amount));
        return;
      }
      await ask(conversation, ({ t }) => amountScreen(t, setting, undefined, reading));
    }
  }

  return { open, conversations: { "notice-amount": typed } };
}
