import type { CardApiError } from "../cryptocardy/errors.ts";
import type { Translator } from "../i18n.ts";
import type { Act } from "../notifications/outgoing.ts";
import type { BotContext } from "./context.ts";
import { type Screen, showSomewhere, showWorking } from "./screen.ts";

/** Longer than this nobody looks at a queue: then they are told when to come back. */
const LONGEST_MS = 10_000;
/** CryptoCardy said "too many requests" and not for how long. */
const UNTOLD_MS = 5_000;

/**
 * A call found no place in the budget, and one is near: says so with the seconds, and has the act done again then, in the
 * same message. False: it is not so, or this was the second time already. `draw` puts the words on another screen.
 */
export async function queued(
  ctx: BotContext,
  { kind, retryAfterMs = UNTOLD_MS }: Pick<CardApiError, "kind"> & { retryAfterMs?: number | undefined },
  act: Act,
  draw: (words: string) => Screen = (words) => queuedScreen(ctx.t, words, act),
): Promise<boolean> {
  if (kind !== "rate-limited" || retryAfterMs > LONGEST_MS || !ctx.again) return false;
  showWorking(ctx, "typing");
  const messageId = await showSomewhere(ctx, draw(queuedText(ctx.t, retryAfterMs)));
  ctx.again(act, messageId, retryAfterMs);
  return true;
}

const queuedText = (t: Translator, waitMs: number): string =>
  t.html("failure-queued", { seconds: Math.max(1, Math.ceil(waitMs / 1000)) });

/** What is asked for comes by itself; Retry is for whoever did something else meanwhile. */
const queuedScreen = (t: Translator, words: string, act: Act): Screen => ({
  text: words,
  buttons: [[{ text: t.plain("common-retry"), act }], [{ text: t.plain("common-home"), act: { name: "home.open" } }]],
});
