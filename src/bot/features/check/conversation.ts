import type { Translator } from "../../../i18n.ts";
import type { Act } from "../../../notifications/outgoing.ts";
import { problemText } from "../../amount-view.ts";
import { ask, type Reply, replyTo } from "../../ask.ts";
import type { BotContext, BotConversation, InnerContext } from "../../context.ts";
import { orTell } from "../../failures.ts";
import type { Screen } from "../../screen.ts";
import { type Purchase, type PurchaseProblem, readPurchase } from "./parse.ts";
import { askScreen, CHECK, showAct, whichScreen } from "./view.ts";

export type CheckRequest = { walletId: string; cardId: string; session: string };

type Tell = (ctx: BotContext, request: CheckRequest, purchase: Purchase) => Promise<void>;

/** Asks for an amount, with the shop behind it if the person likes; `tell` shows the answer. */
export function createCheckConversation(tell: Tell) {
  return async (conversation: BotConversation, _ctx: InnerContext, request: CheckRequest): Promise<void> => {
    let problem: PurchaseProblem | undefined;
    for (;;) {
      const last = problem;
      await ask(conversation, ({ t }) => draw(t, request, last));
      const reading = read(await replyTo(conversation, request.session, CHECK), last);
      if ("amount" in reading) {
        const { walletId, cardId } = request;
        await conversation.external((ctx: BotContext) =>
          orTell(ctx, showAct(walletId, cardId, reading.amount), async () => {
            await tell(ctx, request, reading);
            return true;
          }),
        );
        return;
      }
      problem = reading;
    }
  };
}

function read(reply: Reply, last: PurchaseProblem | undefined): Purchase | PurchaseProblem {
  if ("text" in reply) {
    const typed = readPurchase(reply.text);
    return typed.ok ? typed.value : typed.failure;
  }
  const amount = Number(reply.act.arg);
  if (!Number.isSafeInteger(amount) || amount <= 0) return { problem: { kind: "not-a-number" } };
  return { amount, ...(last?.merchant && { merchant: last.merchant }) };
}

function draw(t: Translator, { walletId, cardId, session }: CheckRequest, last: PurchaseProblem | undefined): Screen {
  const cancel: Act = { name: "card.open", wallet: walletId, id: cardId };
  if (!last) return askScreen(t, session, cancel);
  const { problem } = last;
  return problem.kind === "ambiguous"
    ? whichScreen(t, session, cancel, problem.readings)
    : askScreen(t, session, cancel, problemText(t, problem));
}
