import type { Translator } from "../i18n.ts";
import { type AmountProblem, type Cents, parseAmount } from "../lib/money.ts";
import { type AmountBounds, type AmountLimit, checkAmount } from "./amount.ts";
import { type AmountQuestion, ambiguousScreen, amountScreen, limitScreen, PICK, problemText } from "./amount-view.ts";
import { ask, type Reply, replyTo } from "./ask.ts";
import type { BotConversation } from "./context.ts";
import type { Screen } from "./screen.ts";

/** Asks for an amount until a legal one comes, typed or pressed. Amounts in cents. */
export async function askAmount(
  conversation: BotConversation,
  session: string,
  bounds: AmountBounds,
  question: (t: Translator) => Omit<AmountQuestion, "bounds">,
): Promise<Cents> {
  await ask(conversation, ({ t }) => amountScreen(t, { ...question(t), bounds }, session));
  for (;;) {
    const reading = read(bounds, await replyTo(conversation, session, PICK));
    if ("amount" in reading) return reading.amount;
    await ask(conversation, ({ t }) => again(t, { ...question(t), bounds }, session, reading));
  }
}

type Problem = AmountLimit | AmountProblem;

function again(t: Translator, question: AmountQuestion, session: string, problem: Problem): Screen {
  if ("limit" in problem) return limitScreen(t, question, session, problem);
  if (problem.kind === "ambiguous") return ambiguousScreen(t, question, session, problem.readings);
  return amountScreen(t, question, session, problemText(t, problem));
}

function read(bounds: AmountBounds, reply: Reply): { amount: Cents } | Problem {
  const parsed = "text" in reply ? parseAmount(reply.text) : pressed(reply);
  if (!parsed.ok) return parsed.failure;
  return checkAmount(bounds, parsed.value) ?? { amount: parsed.value };
}

/** Buttons hold plain cents. */
function pressed({ act }: Extract<Reply, { act: unknown }>): ReturnType<typeof parseAmount> {
  const cents = Number(act.arg);
  return act.arg && Number.isSafeInteger(cents)
    ? { ok: true, value: cents }
    : { ok: false, failure: { kind: "not-a-number" } };
}
