import type { Translator } from "../i18n.ts";
import { type AmountProblem, type Cents, parseAmount } from "../lib/money.ts";
import { type AmountBounds, type AmountLimit, checkAmount } from "./amount.ts";
import { type AmountQuestion, ambiguousScreen, amountScreen, limitScreen, PICK, problemText } from "./amount-view.ts";
import { ask, type Reply, replyTo } from "./ask.ts";
import type { BotConversation } from "./context.ts";
import type { Screen } from "./screen.ts";

/** Asks for an amount until a legal one comes, typed or pressed; not at all when `given` is one. Amounts in cents. */
export async function askAmount(
  conversation: BotConversation,
  session: string,
  bounds: AmountBounds,
  question: (t: Translator) => Omit<AmountQuestion, "bounds">,
  given?: Cents,
): Promise<Cents> {
  let reading: Reading | undefined = given === undefined ? undefined : within(bounds, given);
  for (;;) {
    if (reading && "amount" in reading) return reading.amount;
    const problem = reading;
    await ask(conversation, ({ t }) => draw(t, { ...question(t), bounds }, session, problem));
    reading = read(bounds, await replyTo(conversation, session, PICK));
  }
}

type Problem = AmountLimit | AmountProblem;
type Reading = { amount: Cents } | Problem;

function draw(t: Translator, question: AmountQuestion, session: string, problem: Problem | undefined): Screen {
  if (!problem) return amountScreen(t, question, session);
  if ("limit" in problem) return limitScreen(t, question, session, problem);
  if (problem.kind === "ambiguous") return ambiguousScreen(t, question, session, problem.readings);
  return amountScreen(t, question, session, problemText(t, problem));
}

function read(bounds: AmountBounds, reply: Reply): Reading {
  const parsed = "text" in reply ? parseAmount(reply.text) : pressed(reply);
  return parsed.ok ? within(bounds, parsed.value) : parsed.failure;
}

const within = (bounds: AmountBounds, amount: Cents): Reading => checkAmount(bounds, amount) ?? { amount };

/** Buttons hold plain cents. */
function pressed({ act }: Extract<Reply, { act: unknown }>): ReturnType<typeof parseAmount> {
  const cents = Number(act.arg);
  return act.arg && Number.isSafeInteger(cents)
    ? { ok: true, value: cents }
    : { ok: false, failure: { kind: "not-a-number" } };
}
