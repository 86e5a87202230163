import { bound } from "../../../lib/text.ts";
import { ask, replyTo } from "../../ask.ts";
import type { BotContext, BotConversation, InnerContext } from "../../context.ts";
import { type AskedFor, askScreen, type Problem } from "./asking-view.ts";
import type { Filters } from "./filters.ts";
import { parseDays, parseRange } from "./typed.ts";

export type AskRequest = { walletId: string; session: string; what: AskedFor; zone: string; now: number };
type Change = (ctx: BotContext, walletId: string, change: (filters: Filters) => Filters) => Promise<unknown>;

const LONGEST_NAME = 40;

/** Asks for the filters that are typed: days, a shop, amounts. `change` keeps the answer and shows the sheet. */
export function createAskingConversation(change: Change) {
  return async (conversation: BotConversation, _ctx: InnerContext, request: AskRequest): Promise<void> => {
    const { walletId, session, what } = request;
    await ask(conversation, ({ t }) => askScreen(t, { walletId, what }));
    for (;;) {
      const reply = await replyTo(conversation, session, "ask.history");
      const read = reading(request, "text" in reply ? reply.text : "");
      if ("problem" in read) {
        await ask(conversation, ({ t }) => askScreen(t, { walletId, what, problem: read.problem }));
        continue;
      }
      await conversation.external((ctx: BotContext) =>
        change(ctx, walletId, (filters) => withTyped(filters, what, read.found)).then(() => undefined),
      );
      return;
    }
  };
}

/** Puts what was typed in the place of what was there. */
function withTyped(filters: Filters, what: AskedFor, found: Partial<Filters>): Filters {
  if (what !== "amount") return { ...filters, ...found };
  const { least: _least, most: _most, ...rest } = filters;
  return { ...rest, ...found };
}

function reading({ what, zone, now }: AskRequest, typed: string): { found: Partial<Filters> } | { problem: Problem } {
  switch (what) {
    case "merchant": {
      const merchant = bound(typed, LONGEST_NAME);
      return merchant ? { found: { merchant } } : { problem: "empty" };
    }
    case "days": {
      const days = parseDays(typed, zone, now);
      return days.ok ? { found: { period: { kind: "days", ...days.value } } } : { problem: days.failure };
    }
    case "amount": {
      const range = parseRange(typed);
      return range.ok ? { found: range.value } : { problem: range.failure };
    }
  }
}
