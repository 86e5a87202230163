import { setTimeout as wait } from "node:timers/promises";
import type { CryptoCardyClient } from "../../../cryptocardy/client.ts";
import { CardApiError } from "../../../cryptocardy/errors.ts";
import { LONGEST_HOLD_MS, pendingHolds } from "../../../cryptocardy/holds.ts";
import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import { show } from "../../screen.ts";
import { MONTH_DAYS, upcomingPayments } from "../../upcoming.ts";
import { type ObjectAct, ownerOf, userOf } from "../../wallet.ts";
import { closeScreen, type Holds } from "./close-view.ts";

type Deps = Pick<BotDeps, "accounts" | "operations" | "renewals" | "clock" | "log">;

const PER_PAGE = 100;
/** The question does not wait longer for what only adds a number to it. */
const PATIENCE_MS = 3_000;

/** Asks whether a card is to be closed; what the answer does is an operation. */
export function createClosing({ accounts, operations, renewals, clock, log }: Deps) {
  /** One call, so no more than the latest hundred movements. Undefined when the API does not say, or not soon. */
  async function holdsOf({ transactions }: CryptoCardyClient, cardId: string): Promise<Holds | undefined> {
    try {
      const from = clock.now() - LONGEST_HOLD_MS;
      const { items, more } = await transactions.list({ cardId, from, perPage: PER_PAGE });
      return { count: pendingHolds(items), more };
    } catch (error) {
      if (!(error instanceof CardApiError)) throw error;
      log.info({ kind: error.kind, requestId: error.requestId }, "the holds of a card could not be counted");
      return undefined;
    }
  }

  return async (ctx: BotContext, { wallet, id }: ObjectAct): Promise<void> => {
    const client = await accounts.client(ownerOf(ctx), wallet);
    const [card, holds, upcoming] = await Promise.all([
      client.cards.get(id),
      Promise.race([holdsOf(client, id), wait(PATIENCE_MS, undefined, { ref: false })]),
      upcomingPayments(ctx, { renewals, clock }, wallet, MONTH_DAYS),
    ]);
    const { last4, label, balance } = card;
    const draft = await operations.draft({
      userId: userOf(ctx),
      walletId: wallet,
      kind: "close",
      params: { cardId: id, last4, balance, ...(label && { label }) },
    });
    const ofCard = upcoming.filter(({ cardId }) => cardId === id);
    await show(ctx, closeScreen(ctx.t, card, draft.id, holds, ofCard));
  };
}
