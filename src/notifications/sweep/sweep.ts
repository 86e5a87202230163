import type { Accounts } from "../../accounts/accounts.ts";
import type { CryptoCardyClient } from "../../cryptocardy/client.ts";
import { isOver } from "../../cryptocardy/threeds.ts";
import type { Card, Lane, Transaction } from "../../cryptocardy/types.ts";
import type { Clock } from "../../lib/clock.ts";
import type { WalletRef } from "../../lib/wallet-ref.ts";
import type { Queues } from "../../queue/queues.ts";
import type { Cursor } from "../../store/cursors.ts";
import type { Store } from "../../store/store.ts";
import { WAITING, withWaiting } from "../first-card.ts";
import type { CardChange } from "../notice.ts";
import type { PaymentStep } from "../payment.ts";
import { createFinds, type Find } from "./finds.ts";

type Deps = {
  store: Pick<Store, "cursors" | "bubbles" | "directory">;
  accounts: Pick<Accounts, "freshClient">;
  queues: Pick<Queues, "add">;
  clock: Clock;
};

export type Sweep = ReturnType<typeof createSweep>;

const MINUTE = 60_000;
const OVERLAP_MS = 10 * MINUTE;
const DEEP_EVERY_MS = 10 * MINUTE;
const DEEP_MS = 10 * 24 * 60 * MINUTE;
// Less than the thirty days for which is remembered what the chat shows: an older one would look new again.
const DEPOSITS_MS = 25 * 24 * 60 * MINUTE;
// As long as it takes at most until a new wallet is seen; moments of the API may be cut to the second besides.
const NEWCOMER_MS = 5_000;
const PER_PAGE = 100;
const MOST_PAGES = 5;

const STATES: Record<string, PaymentStep["state"]> = {
  authorization: "authorized",
  settlement: "settled",
  decline: "declined",
  refund: "refunded",
};

/**
 * Reads one wallet and queues what is new, under the names that the bubbles know: so what a webhook has told is not told
 * again. The first look at a wallet starts its cursor and tells nothing that is older. All methods throw `CardApiError`.
 */
export function createSweep({ store, accounts, queues, clock }: Deps) {
  const finds = createFinds({ store, queues, clock });
  const deepAt = new Map<string, number>();

  const clientOf = (wallet: WalletRef, lane: Lane): Promise<CryptoCardyClient> =>
    accounts.freshClient(wallet.userId, wallet.walletId, lane);

  /** The wallet's cursor; a wallet seen for the first time begins about when it came. */
  async function begin({ userId, walletId }: WalletRef): Promise<Cursor & { since: number }> {
    const cursor = await store.cursors.get(userId, walletId);
    if (typeof cursor.since === "number") return { ...cursor, since: cursor.since };
    const since = clock.now() - NEWCOMER_MS;
    const begun = await store.cursors.update(userId, walletId, (now) => ({ since, ...now }));
    return { ...begun, since: typeof begun.since === "number" ? begun.since : since };
  }

  const finish = (wallet: WalletRef, change: Partial<Cursor>): Promise<Cursor> =>
    store.cursors.update(wallet.userId, wallet.walletId, (cursor) => ({ ...cursor, sweptAt: clock.now(), ...change }));

  return {
    async codes(wallet: WalletRef, lane: "code" | "sweep" = "sweep"): Promise<void> {
      const client = await clientOf(wallet, lane);
      const open = (await client.threeds.list({ status: "pending" })).filter(
        (challenge) => !isOver(challenge) && challenge.expiresAt > clock.now(),
      );
      await finds.tell(
        wallet,
        open.map((challenge) => ({ notice: { kind: "code", challenge }, at: challenge.createdAt })),
      );
    },

    async transactions(wallet: WalletRef): Promise<void> {
      const { since, transactionsAt = since } = await begin(wallet);
      const key = `${wallet.userId}:${wallet.walletId}`;
      // What was only held may be settled under its old date: every now and then the look goes further back.
      const deep = clock.now() - (deepAt.get(key) ?? 0) >= DEEP_EVERY_MS;
      const from = Math.max(since, deep ? clock.now() - DEEP_MS : transactionsAt - OVERLAP_MS);
      const items = (await allSince(await clientOf(wallet, "sweep"), from)).filter(
        ({ createdAt }) => createdAt >= since,
      );
      await finds.tell(wallet, items.flatMap(toFind));
      const newest = Math.max(transactionsAt, ...items.map(({ createdAt }) => createdAt));
      if (deep) deepAt.set(key, clock.now());
      if (newest > transactionsAt || deep) await finish(wallet, { transactionsAt: newest });
    },

    async deposits(wallet: WalletRef): Promise<void> {
      const { since, pending } = await begin(wallet);
      // What came before the wallet did is not news; a deposit that was on its way then is, when it arrives.
      const known = Array.isArray(pending) ? pending : [];
      const client = await clientOf(wallet, "sweep");
      const deposits = await client.wallet.deposits();
      const from = Math.max(since, clock.now() - DEPOSITS_MS);
      const news = deposits.filter(({ id, createdAt }) => createdAt >= from || known.includes(id));
      await finds.tell(
        wallet,
        news.map((deposit) => ({ notice: { kind: "deposit", deposit }, at: deposit.confirmedAt ?? deposit.createdAt })),
      );
      const open = deposits.filter(({ status }) => status === "pending").map(({ id }) => id);
      if (open.join() !== known.join()) await finish(wallet, { pending: open });
    },

    /** Resolves with all of them. */
    async cards(wallet: WalletRef, lane: Lane = "sweep"): Promise<Card[]> {
      const cursor = await begin(wallet);
      const { cards: known, since } = cursor;
      const cards = await allCards(await clientOf(wallet, lane));
      const named = cards.map((card) => [card.id, nameOf(card)] as const);
      await store.directory.remember(wallet.userId, wallet.walletId, Object.fromEntries(named));
      // Before anything is told: the words for a card that came to life depend on it.
      if (withWaiting(cursor, cards)) {
        await store.cursors.update(wallet.userId, wallet.walletId, (now) => withWaiting(now, cards) ?? now);
      }
      // What an event told of while the list was on its way is newer than the list.
      const { cards: told } = await store.cursors.get(wallet.userId, wallet.walletId);
      const listed = cards.filter(({ id }) => told?.[id] === known?.[id]);
      if (known) await finds.tell(wallet, changes(known, listed, { since, now: clock.now() }));
      await store.cursors.update(wallet.userId, wallet.walletId, (now) => ({
        ...now,
        sweptAt: clock.now(),
        cards: { ...now.cards, ...statusesOf(listed.filter(({ id }) => now.cards?.[id] === known?.[id])) },
      }));
      return cards;
    },
  };
}

const statusesOf = (cards: Card[]): Record<string, string> =>
  Object.fromEntries(cards.map(({ id, status }) => [id, status]));

/**
 * What changed since the statuses that were told last. Pure. A card without a status is new only when it was made after
 * `since`: a webhook may have brought the status of some cards before the first look at all of them.
 */
export function changes(
  known: Record<string, string>,
  cards: Card[],
  { since, now }: { since: number; now: number },
): Find[] {
  return cards.flatMap((card): Find[] => {
    const before = known[card.id];
    const change = changeOf(before, card.status);
    const isNew = change === "created" && before === undefined;
    if (!change || (isNew && card.createdAt < since)) return [];
    return [{ notice: { kind: "card", change, card }, at: isNew ? card.createdAt : now }];
  });
}

function changeOf(before: string | undefined, status: string): CardChange | undefined {
  if (before === status) return undefined;
  // A card that waits for money is not there yet; the first that is told of it is that it lives.
  if (status === WAITING) return undefined;
  if (before === undefined) return status === "terminated" ? undefined : "created";
  if (before === WAITING && status === "active") return "created";
  if (status === "frozen") return "frozen";
  if (status === "terminated") return "terminated";
  return status === "active" && before === "frozen" ? "unfrozen" : undefined;
}

function toFind(transaction: Transaction): Find[] {
  const state = STATES[transaction.type];
  return state ? [{ notice: { kind: "payment", step: { state, transaction } }, at: transaction.createdAt }] : [];
}

/** Oldest first, each once: new items shift the pages while they are read. */
async function allSince(client: CryptoCardyClient, from: number): Promise<Transaction[]> {
  const byId = new Map<string, Transaction>();
  for (let page = 1; page <= MOST_PAGES; page++) {
    const { items, more } = await client.transactions.list({ from, page, perPage: PER_PAGE });
    for (const item of items) byId.set(`${item.id}:${item.type}`, item);
    if (!more) break;
  }
  return [...byId.values()].sort((one, other) => one.createdAt - other.createdAt);
}

async function allCards(client: CryptoCardyClient): Promise<Card[]> {
  const byId = new Map<string, Card>();
  for (let page = 1; page <= MOST_PAGES; page++) {
    const { items, more } = await client.cards.list({ page, perPage: PER_PAGE });
    for (const card of items) byId.set(card.id, card);
    if (!more) break;
  }
  return [...byId.values()];
}

const nameOf = ({ last4, network, label }: Card) => ({ last4, network, ...(label && { label }) });
