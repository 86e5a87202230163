import type { Translator } from "../i18n.ts";
import type { BotContext } from "./context.ts";
import { ofTelegram, type Screen, show, showAt } from "./screen.ts";

const PACE_MS = 1_000;

/** How far it has got. */
export const workingScreen = (t: Translator, done: number, total: number): Screen => ({
  text: t.html("common-working", { done, total }),
  buttons: [],
});

/** What a long work tells while it is done: how much there is, and of each piece that is through. */
export type Progress = { found(pieces: number): void; told(): void };

/**
 * Shows the result of a long work. Meanwhile one message counts, drawn once a second where anything changed; of a work
 * that is soon over only the result is seen.
 */
export async function showWithProgress(ctx: BotContext, work: (progress: Progress) => Promise<Screen>): Promise<void> {
  let total = 0;
  let done = 0;
  let drawn = -1;
  let at = ctx.callbackQuery?.message?.message_id;
  let drawing: Promise<void> = Promise.resolve();
  const draw = async (): Promise<void> => {
    if (total === 0 || drawn === done) return;
    const now = done;
    at = await showAt(ctx, at, workingScreen(ctx.t, now, total));
    drawn = now;
  };
  const clock = setInterval(() => {
    drawing = drawing.then(draw).catch(ofTelegram);
  }, PACE_MS);
  try {
    const result = await work({
      found: (pieces) => {
        total += pieces;
      },
      told: () => {
        done += 1;
      },
    });
    clearInterval(clock);
    await drawing;
    await (drawn < 0 ? show(ctx, result) : showAt(ctx, at, result));
  } finally {
    clearInterval(clock);
  }
}
