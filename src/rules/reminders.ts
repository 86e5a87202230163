import type { Accounts } from "../accounts/accounts.ts";
import type { CryptoCardyClient } from "../cryptocardy/client.ts";
import { CardApiError } from "../cryptocardy/errors.ts";
import type { Transaction } from "../cryptocardy/types.ts";
import type { Clock } from "../lib/clock.ts";
import type { WalletRef } from "../lib/wallet-ref.ts";
import { dayIn, zoneFrom } from "../lib/zone.ts";
import type { PaymentStep } from "../notifications/payment.ts";
import type { Payload } from "../queue/payload.ts";
import type { Queues } from "../queue/queues.ts";
import type { Verdict } from "../queue/worker.ts";
import type { SpentPayment } from "../store/spending.ts";
import type { Store } from "../store/store.ts";
import type { Announce } from "./announce.ts";
import { daysUntil } from "./days.ts";
import { renderRenewal } from "./render-renewal.ts";
import { findRenewals, type Renewal } from "./renewals.ts";

type Deps = {
  store: Pick<Store, "spending" | "people">;
  queues: Pick<Queues, "add">;
  accounts: Pick<Accounts, "freshClient">;
  announce: Announce;
  clock: Clock;
  /** How soon after the first sign of a wallet its past is read. */
  readAfterMs?: number;
};

export type Reminders = ReturnType<typeof createReminders>;

const REMIND = "renewal.soon";
const READ_PAST = "renewal.past";

const DAY_MS = 24 * 60 * 60_000;
const AHEAD_MS = 2 * DAY_MS;
const TOLD_FOR_MS = 7 * DAY_MS;
const PAST_MS = 400 * DAY_MS;
const PER_PAGE = 100;
const MOST_PAGES = 4;
const READ_AFTER_MS = 60_000;
const ASK_AGAIN_MS = 60_000;
const MOST_ASKED = 10_000;
const DONE: Verdict = { kind: "done" };

type ReminderJob = WalletRef & { cardId: string; merchant: string; at: number };

/** Renewals that are known from payments: shown when asked for, and told two days ahead. */
export function createReminders({ store, queues, accounts, announce, clock, readAfterMs = READ_AFTER_MS }: Deps) {
  /** Jobs of renewals that have one already are not added a second time. */
  async function schedule(wallet: WalletRef, payments: SpentPayment[]): Promise<void> {
    const now = clock.now();
    for (const { cardId, merchant, at } of findRenewals(payments, now)) {
      if (at <= now) continue;
      const job: ReminderJob = { ...wallet, cardId, merchant, at };
      const id = `${REMIND}:${wallet.userId}:${wallet.walletId}:${cardId}:${merchant}:${dayIn("UTC", at)}`;
      const delayMs = Math.max(0, at - AHEAD_MS - now);
      await queues.add("chores", REMIND, job, { id, delayMs, owner: wallet.userId });
    }
  }

  const askedFor = new Map<string, number>();

  /** The past is asked for once, in the background. The queue knows of it; asking it at every look would be dear. */
  async function readPastSoon(wallet: WalletRef): Promise<void> {
    const id = `${READ_PAST}:${wallet.userId}:${wallet.walletId}`;
    const now = clock.now();
    if (now - (askedFor.get(id) ?? Number.NEGATIVE_INFINITY) < ASK_AGAIN_MS) return;
    const options = { dedupe: { id, ttlMs: DAY_MS }, delayMs: readAfterMs, owner: wallet.userId };
    await queues.add("chores", READ_PAST, { ...wallet }, options);
    if (askedFor.size >= MOST_ASKED) askedFor.clear();
    askedFor.set(id, now);
  }

  async function readPast({ userId, walletId }: WalletRef): Promise<Verdict> {
    const person = await store.people.get(userId);
    if (!person?.wallets.some(({ id }) => id === walletId)) return DONE;
    try {
      const client = await accounts.freshClient(userId, walletId, "sweep");
      const past = await listPast(client, clock.now() - PAST_MS);
      const { payments } = await store.spending.add(userId, walletId, past.flatMap(spentOf), clock.now());
      await schedule({ userId, walletId }, payments);
      return DONE;
    } catch (error) {
      if (error instanceof CardApiError && error.retryAfterMs) return { kind: "again", afterMs: error.retryAfterMs };
      throw error;
    }
  }

  async function remind({ userId, walletId, cardId, merchant, at }: ReminderJob): Promise<Verdict> {
    const person = await store.people.get(userId);
    if (!person?.wallets.some(({ id }) => id === walletId)) return DONE;
    const { payments } = await store.spending.get(userId, walletId);
    const renewal = findRenewals(payments, clock.now()).find(
      (one) => one.cardId === cardId && one.merchant === merchant,
    );
    // Paid meanwhile, or not expected any more.
    if (!renewal || dayIn("UTC", renewal.at) !== dayIn("UTC", at)) return DONE;
    const client = await accounts.freshClient(userId, walletId, "refetch");
    const card = await client.cards.get(cardId);
    if (card.status !== "active") return DONE;
    const days = daysUntil(renewal.at, clock.now(), zoneFrom(person.settings.zone));
    const name = `renewal:${cardId}:${merchant}:${dayIn("UTC", at)}`;
    await announce(
      person,
      { walletId, cardId },
      name,
      (t, facts) => renderRenewal(t, facts, { ...renewal, days, balance: card.balance }),
      TOLD_FOR_MS,
    );
    return DONE;
  }

  return {
    /**
     * A payment happened: it is remembered, and what follows from it is scheduled. True when nothing else was paid with
     * its card, as far as is known.
     */
    async note(wallet: WalletRef, { state, transaction }: PaymentStep): Promise<boolean> {
      if (state !== "authorized" && state !== "settled") return false;
      const { userId, walletId } = wallet;
      const spent = toSpent(transaction);
      const { payments, readAt } = await store.spending.add(userId, walletId, [spent]);
      if (readAt === undefined) await readPastSoon(wallet);
      await schedule(wallet, payments);
      return !payments.some(({ id, cardId, amount }) => cardId === spent.cardId && id !== spent.id && amount > 0);
    },

    /** What is expected within so many days, as far as it is known; asks nobody. */
    async upcoming(userId: number, walletId: string, days: number): Promise<Renewal[]> {
      const { payments, readAt } = await store.spending.get(userId, walletId);
      if (readAt === undefined) await readPastSoon({ userId, walletId });
      const now = clock.now();
      return findRenewals(payments, now).filter(({ at }) => at - now <= days * DAY_MS);
    },

    /** The worker's part, by job name. */
    chores: {
      [REMIND]: (payload: Payload): Promise<Verdict> => remind(payload as ReminderJob),
      [READ_PAST]: (payload: Payload): Promise<Verdict> => readPast(payload as WalletRef),
    },
  };
}

const toSpent = ({ id, originalId, cardId, merchant, amount, createdAt }: Transaction): SpentPayment => ({
  id: originalId ?? id,
  cardId,
  merchant: merchant.name,
  amount: Math.abs(amount),
  at: createdAt,
});

const spentOf = (transaction: Transaction): SpentPayment[] =>
  ["authorization", "settlement"].includes(transaction.type) ? [toSpent(transaction)] : [];

async function listPast(client: CryptoCardyClient, from: number): Promise<Transaction[]> {
  const all: Transaction[] = [];
  for (let page = 1; page <= MOST_PAGES; page++) {
    const { items, more } = await client.transactions.list({ from, page, perPage: PER_PAGE });
    all.push(...items);
    if (!more) break;
  }
  return all;
}
