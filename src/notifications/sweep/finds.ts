import type { Clock } from "../../lib/clock.ts";
import type { WalletRef } from "../../lib/wallet-ref.ts";
import type { Queues } from "../../queue/queues.ts";
import type { Store } from "../../store/store.ts";
import { DIGEST, type DigestJob, EVENT, type EventJob, foundOf } from "../jobs.ts";
import type { Notice } from "../notice.ts";
import { advance, amountOf, phaseOf } from "../payment.ts";
import { createPaymentBook } from "../tell/payment-book.ts";

/** Something a sweep came upon; `at`: when it happened, epoch ms. */
export type Find = { notice: Notice; at: number };

type Deps = { store: Pick<Store, "bubbles">; queues: Pick<Queues, "add">; clock: Clock };

const LATE_MS = 2 * 60_000;
const MOST_LATE = 5;
const QUEUED_MS = 10 * 60_000;
const MOST_REMEMBERED = 50_000;

/** Tells what a sweep found and the chat does not show yet; more than five late ones in one message. */
export function createFinds({ store, queues, clock }: Deps) {
  const book = createPaymentBook(store);
  // Only spares look-ups: what was told stands in the bubbles.
  const settled = new Set<string>();

  /** How the find stands to what was told: nothing new, new, or the next step of something told. */
  async function look({ userId, walletId }: WalletRef, { notice }: Find): Promise<"known" | "new" | "next"> {
    switch (notice.kind) {
      case "payment": {
        const { payment, shown } = await book.find(userId, walletId, notice.step);
        if (!payment) return "new";
        const next = advance(payment, notice.step);
        const same =
          phaseOf(next) === phaseOf(payment) &&
          amountOf(next) === amountOf(payment) &&
          Object.keys(next.refunds).length === Object.keys(payment.refunds).length;
        return same && shown ? "known" : "next";
      }
      case "deposit": {
        const bubble = await store.bubbles.get(userId, `deposit:${walletId}:${notice.deposit.id}`);
        const facts = bubble?.facts;
        const { status, confirmations = 0 } = notice.deposit;
        if (!facts) return status === "expired" ? "known" : "new";
        return facts.status === status && Number(facts.confirmations ?? 0) >= confirmations ? "known" : "next";
      }
      case "code": {
        const facts = (await store.bubbles.get(userId, `code:${walletId}:${notice.challenge.id}`))?.facts;
        return facts && (facts.hasCode || !notice.challenge.otp) ? "known" : "new";
      }
      case "card":
        return "new";
    }
  }

  async function queue(wallet: WalletRef, { notice, at }: Find, name: string): Promise<void> {
    const payload: EventJob = { ...wallet, receivedAt: clock.now(), found: foundOf(notice), at };
    const lane = notice.kind === "code" ? "codes" : "notices";
    await queues.add(lane, EVENT, payload, { dedupe: { id: name, ttlMs: QUEUED_MS }, owner: wallet.userId });
  }

  return {
    async tell(wallet: WalletRef, finds: Find[]): Promise<void> {
      const fresh: (Find & { name: string })[] = [];
      for (const find of finds) {
        const name = nameOf(wallet, find);
        if (settled.has(name)) continue;
        const stand = await look(wallet, find);
        // The next step of a payment may bear the date of its first one.
        if (stand !== "known") fresh.push({ ...find, name, at: stand === "next" ? clock.now() : find.at });
        else if (settled.size < MOST_REMEMBERED) settled.add(name);
        else settled.clear();
      }
      const late = fresh.filter(({ notice, at }) => notice.kind !== "code" && clock.now() - at > LATE_MS);
      if (late.length > MOST_LATE) await digest(wallet, late);
      for (const find of late.length > MOST_LATE ? fresh.filter((one) => !late.includes(one)) : fresh) {
        await queue(wallet, find, find.name);
      }
    },
  };

  async function digest(wallet: WalletRef, late: (Find & { name: string })[]): Promise<void> {
    const items = late.map(({ notice, at }) => ({ found: foundOf(notice), at }));
    const payload: DigestJob = { ...wallet, receivedAt: clock.now(), items };
    const id = `digest:${late.map(({ name }) => name).join()}`;
    await queues.add("notices", DIGEST, payload, { dedupe: { id, ttlMs: QUEUED_MS }, owner: wallet.userId });
  }
}

/** Type, object and state: the same thing found twice has the same name. A card's changes have no object of their own. */
function nameOf({ userId, walletId }: WalletRef, { notice, at }: Find): string {
  return `${userId}:${walletId}:${stateOf(notice, at)}`;
}

function stateOf(notice: Notice, at: number): string {
  switch (notice.kind) {
    case "payment":
      return `payment:${notice.step.transaction.id}:${notice.step.state}:${notice.step.transaction.amount}`;
    case "deposit":
      return `deposit:${notice.deposit.id}:${notice.deposit.status}:${notice.deposit.confirmations ?? 0}`;
    case "code":
      return `code:${notice.challenge.id}:${notice.challenge.otp ? "full" : "empty"}`;
    case "card":
      return `card:${notice.card.id}:${notice.change}:${at}`;
  }
}
