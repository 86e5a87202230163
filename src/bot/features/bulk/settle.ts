import { CardApiError } from "../../../cryptocardy/errors.ts";
import { someAtOnce } from "../../../lib/some-at-once.ts";
import type { CardOutcome } from "./outcome-view.ts";
import type { PickedCard } from "./picks.ts";

const AT_ONCE = 4;

/**
 * Does one thing to every card, a few at the same time. What the API refuses or does not answer is an outcome of that card
 * and stops none of the others. `told` hears after each card how many are through.
 */
export async function settleEach(
  cards: readonly PickedCard[],
  work: (card: PickedCard) => Promise<"done" | "already">,
  told: (done: number) => Promise<unknown>,
): Promise<CardOutcome[]> {
  let done = 0;
  return someAtOnce(cards, AT_ONCE, async (card): Promise<CardOutcome> => {
    const outcome = await attempt(card, work);
    done += 1;
    await told(done);
    return outcome;
  });
}

async function attempt(
  card: PickedCard,
  work: (card: PickedCard) => Promise<"done" | "already">,
): Promise<CardOutcome> {
  try {
    return { card, kind: await work(card) };
  } catch (error) {
    if (!(error instanceof CardApiError)) throw error;
    return { card, kind: "failed", failure: error };
  }
}
