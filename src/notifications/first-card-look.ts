import { CardApiError } from "../cryptocardy/errors.ts";
import type { Card, Deposit } from "../cryptocardy/types.ts";
import type { Clock } from "../lib/clock.ts";
import type { WalletRef } from "../lib/wallet-ref.ts";
import type { Payload } from "../queue/payload.ts";
import type { Queues } from "../queue/queues.ts";
import type { Verdict } from "../queue/worker.ts";
import type { Opening } from "../store/person.ts";
import type { Store } from "../store/store.ts";
import type { FirstCardWord } from "./draw/render-first-card.ts";
import { findFirst, isAwaited, WAITING } from "./first-card.ts";
import { EVENT, type EventJob, payloadAs } from "./jobs.ts";
import type { Sweep } from "./sweep/sweep.ts";
import { again, DONE } from "./tell/push.ts";
import { FIRST_WORD, type FirstWordJob } from "./tell/tell-first-card.ts";

/** Why the cards are looked at: a deposit was credited (`late`: when, if that was told late), or a waiting card was funded here. */
type Reason = { deposit: Deposit; late?: number } | { funded: string };
type LookJob = WalletRef & { since: number; reason: Reason };

type Deps = {
  store: Pick<Store, "people" | "cursors">;
  queues: Pick<Queues, "add">;
  clock: Clock;
  sweep: Sweep;
};

export const FIRST_CARD = "card.first";
const LOOKS_MS = [0, 10_000, 30_000, 60_000, 120_000];
const QUEUED_MS = 10 * 60_000;

export type FirstCardLook = ReturnType<typeof createFirstCardLook>;

/**
 * Looks for the wallet's first card after a deposit, or after it was funded, where no event need tell of it: at most
 * five times in two minutes, until it is not waiting any more. What is found is told by jobs of the message lanes, which
 * know what the chat says already.
 */
export function createFirstCardLook({ store, queues, clock, sweep }: Deps) {
  async function open({ userId, walletId }: WalletRef): Promise<{ opened?: Opening } | undefined> {
    const person = await store.people.get(userId);
    return person?.wallets.find(({ id }) => id === walletId);
  }

  async function queue({ userId, walletId }: WalletRef, reason: Reason): Promise<void> {
    const job: LookJob = { userId, walletId, since: clock.now(), reason };
    const id = [FIRST_CARD, userId, walletId, ...("funded" in reason ? [reason.funded] : [])].join(":");
    await queues.add("chores", FIRST_CARD, job, { id, owner: userId });
  }

  /** Undefined: the API did not answer. */
  async function listed(wallet: WalletRef): Promise<Card[] | undefined> {
    try {
      return await sweep.cards(wallet, "refetch");
    } catch (error) {
      if (error instanceof CardApiError) return undefined;
      throw error;
    }
  }

  /** A card that became active, as if an event had told of it. */
  async function ready({ userId, walletId }: WalletRef, card: Card): Promise<void> {
    const now = clock.now();
    const found = { kind: "card" as const, change: "created" as const, card };
    const job: EventJob = { userId, walletId, receivedAt: now, found, at: now };
    const id = `${FIRST_CARD}:${userId}:${walletId}:${card.id}`;
    await queues.add("notices", EVENT, job, { dedupe: { id, ttlMs: QUEUED_MS }, owner: userId });
  }

  async function say({ userId, walletId, reason }: LookJob, word: FirstCardWord): Promise<void> {
    if (!("deposit" in reason)) return;
    const job: FirstWordJob = { userId, walletId, receivedAt: clock.now(), word, ...reason };
    await queues.add("notices", FIRST_WORD, job, { id: `${FIRST_WORD}:${userId}:${walletId}`, owner: userId });
  }

  const settle = ({ userId, walletId }: WalletRef, firstCard: "ready" | "absent") =>
    store.cursors.update(userId, walletId, (cursor) => ({ ...cursor, firstCard: cursor.firstCard ?? firstCard }));

  /** Tells what the list says. True: nothing more is to be expected. */
  async function judge(job: LookJob, cards: Card[], opened: Opening | undefined, isLast: boolean): Promise<boolean> {
    const { userId, walletId, reason } = job;
    const known = await store.cursors.get(userId, walletId);
    // Told meanwhile, by an event or by the comparison of the cards.
    if ("deposit" in reason && !isAwaited(opened, known)) return true;
    const first = "funded" in reason ? cards.find(({ id }) => id === reason.funded) : findFirst(cards, opened, known);
    if (first?.status === WAITING) await say(job, { state: "waiting", cardId: first.id });
    else if (first?.status === "active") await ready(job, first);
    // That it is frozen is told by whoever compares the cards, with a way out.
    else if (first?.status === "frozen") await settle(job, "ready");
    else if (!first && isLast && cards.length === 0) await say(job, { state: "absent" });
    // Whoever has another card has been through all this: nothing needs to be offered.
    else if (!first && isLast) await settle(job, "absent");
    return first?.status === "active" || first?.status === "frozen";
  }

  return {
    /** A deposit was credited. At most one look at a time; none where no card is awaited. */
    async credited(wallet: WalletRef, deposit: Deposit, late?: number): Promise<void> {
      const found = await open(wallet);
      if (!found || !isAwaited(found.opened, await store.cursors.get(wallet.userId, wallet.walletId))) return;
      await queue(wallet, { deposit, ...(late !== undefined && { late }) });
    },

    /** A card was funded here. Only one that waited for that is looked at: it must be active now, or is frozen. */
    async funded(wallet: WalletRef, cardId: string): Promise<void> {
      const { cards, waiting } = await store.cursors.get(wallet.userId, wallet.walletId);
      if (waiting?.includes(cardId) && cards?.[cardId] === WAITING) await queue(wallet, { funded: cardId });
    },

    async chore(payload: Payload): Promise<Verdict> {
      const job = payloadAs<LookJob>(payload);
      const found = await open(job);
      if (!found) return DONE;
      const known = await store.cursors.get(job.userId, job.walletId);
      if ("deposit" in job.reason && !isAwaited(found.opened, known)) return DONE;
      const cards = await listed(job);
      const next = LOOKS_MS.find((ms) => job.since + ms > clock.now());
      if (cards && (await judge(job, cards, found.opened, next === undefined))) return DONE;
      return next === undefined ? DONE : again(job.since + next - clock.now());
    },
  };
}
