import type { Translator } from "../../i18n.ts";
import type { Cents } from "../../lib/money.ts";
import type { Queues } from "../../queue/queues.ts";
import type { Verdict } from "../../queue/worker.ts";
import type { Store } from "../../store/store.ts";
import { actButton, cardName, compose, type Facts } from "../draw/facts.ts";
import type { Outgoing } from "../outgoing.ts";
import { lowStep, withFunding } from "./habits.ts";
import { DONE, type Push } from "./push.ts";
import type { Telling } from "./telling.ts";

type Deps = { store: Pick<Store, "ledger" | "directory">; queues: Pick<Queues, "add">; push: Push };

/** The payload of the job that asks whether to unfreeze a card that was frozen until it is funded. */
export type HeldJob = { userId: number; walletId: string; receivedAt: number; cardId: string };
export const HELD = "card.held";

const ASKED_MS = 60_000;
const NEVER: Cents = 0;

export type Funding = ReturnType<typeof createFunding>;

/** What a card's balance leads to: a warning when little is left, and the end of "frozen until I fund it". */
export function createFunding({ store, queues, push }: Deps) {
  const { ledger, directory } = store;

  return {
    /**
     * Tells once that the balance fell below the bound: the card's own, else the person's. `known`: said in another message already. A push that
     * could not be sent is left to the next payment.
     */
    async balance(cardId: string, balance: Cents, telling: Telling, known: boolean): Promise<void> {
      const { userId, receivedAt, preferences, hint, t, facts } = telling;
      const low = hint?.low ?? preferences.low ?? NEVER;
      if (low === NEVER) return;
      const step = (now: Parameters<typeof lowStep>[0]) => lowStep(now, balance, low);
      const { ledger: next, tell } = step(await ledger.get(userId, cardId));
      if (!next) return;
      if (tell && !known) {
        const key = `low:${cardId}:${receivedAt}`;
        const pushed = await push(userId, renderLow(cardId, balance, t, facts), { name: "low", key, receivedAt });
        if (!pushed.ok) return;
      }
      await ledger.change(userId, cardId, (now) => step(now).ledger);
    },

    /** Money came to the card. Whoever froze it until then is asked whether to unfreeze it; of many callers one asks. */
    async funded(cardId: string, { userId, walletId, receivedAt }: Omit<HeldJob, "cardId">): Promise<void> {
      const { held } = await ledger.get(userId, cardId);
      if (held) {
        // A job of its own, and before it is forgotten: the question must outlive a Telegram that fails, and us.
        const job: HeldJob = { userId, walletId, receivedAt, cardId };
        const dedupe = { id: `${HELD}:${userId}:${cardId}`, ttlMs: ASKED_MS };
        await queues.add("notices", HELD, job, { dedupe, owner: userId });
      }
      await ledger.change(userId, cardId, withFunding);
    },

    /** The job's part. */
    async ask({ userId, walletId, receivedAt, cardId }: HeldJob, { t, facts }: Telling): Promise<Verdict> {
      const card = await directory.get(userId, walletId, cardId);
      const message = renderHeld(cardId, t, { ...facts, ...(card && { card }) });
      const pushed = await push(userId, message, { name: "held", key: `held:${cardId}:${receivedAt}`, receivedAt });
      return pushed.ok ? DONE : pushed.failure;
    },

    /** It was unfrozen: nobody waits for money any more. */
    async unfrozen(userId: number, cardId: string): Promise<void> {
      await ledger.change(userId, cardId, ({ held, ...now }) => (held ? now : undefined));
    },
  };
}

function renderLow(cardId: string, balance: Cents, t: Translator, facts: Facts): Outgoing {
  const { late: _, ...now } = facts;
  const fund = actButton(t.plain("notices-button-fund"), facts, "fund.start", cardId, "success");
  const text = t.html("notices-low", { card: cardName(t, facts.card), balance: t.money(balance) });
  const bound = actButton(t.plain("notices-button-low"), facts, "rules.low", cardId);
  return { text: compose(t, now, [text]), buttons: [[fund, bound]], ...(facts.quiet && { silent: true }) };
}

function renderHeld(cardId: string, t: Translator, facts: Facts): Outgoing {
  const card = cardName(t, facts.card);
  return {
    text: compose(t, facts, [t.html("notices-held", { card }), t.html("notices-held-hint")]),
    buttons: [[actButton(t.plain("notices-button-unfreeze"), facts, "card.unfreeze", cardId, "success")]],
  };
}
