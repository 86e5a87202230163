import type { Accounts } from "../../accounts/accounts.ts";
import { CardApiError } from "../../cryptocardy/errors.ts";
import { parseEvent } from "../../cryptocardy/event.ts";
import type { CardEvent } from "../../cryptocardy/event-types.ts";
import type { Deposit } from "../../cryptocardy/types.ts";
import type { WalletRef } from "../../lib/wallet-ref.ts";
import type { Payload } from "../../queue/payload.ts";
import type { JobFacts, Verdict } from "../../queue/worker.ts";
import type { Person } from "../../store/person.ts";
import type { Store } from "../../store/store.ts";
import { renderDigest } from "../draw/render-digest.ts";
import { DIGEST, type DigestJob, EVENT, type EventJob, noticeOf, payloadAs } from "../jobs.ts";
import { type FullEvent, happenedAt, type Notice, toNotice } from "../notice.ts";
import type { CardHint, PaymentStep } from "../payment.ts";
import type { Arrivals } from "./arrivals.ts";
import { fetchThin } from "./fetch-thin.ts";
import type { Gather } from "./gather.ts";
import { again, DONE, type Push } from "./push.ts";
import type { createTellCard } from "./tell-card.ts";
import type { createTellCode } from "./tell-code.ts";
import type { createTellDeposit } from "./tell-deposit.ts";
import type { createTellPayment } from "./tell-payment.ts";
import type { Telling } from "./telling.ts";

type Deps = {
  store: Pick<Store, "people" | "locks" | "directory">;
  accounts: Pick<Accounts, "freshClient" | "invalidate">;
  gather: Gather;
  push: Push;
  arrivals: Arrivals;
  tellers: {
    payment: ReturnType<typeof createTellPayment>;
    code: ReturnType<typeof createTellCode>;
    card: ReturnType<typeof createTellCard>;
    deposit: ReturnType<typeof createTellDeposit>;
  };
  /** Other jobs of the message lanes, by name; done under the wallet's lock. */
  jobs: Record<string, (payload: Payload, person: Person) => Promise<Verdict>>;
  /** Others who want to know of an event by webhook (operations whose answer was lost). */
  onEvent: (wallet: WalletRef, event: CardEvent) => Promise<void>;
  /** Others who want to know of a payment before it is told (rules of cards), and what they know of its card. */
  onPayment: (wallet: WalletRef, step: PaymentStep) => Promise<CardHint | undefined>;
  /** Others who want to know that a deposit was credited, and when, if that was told late (the wallet's first card). */
  onCredited: (wallet: WalletRef, deposit: Deposit, late?: number) => Promise<void>;
  /** Looks for codes of a wallet for a while: an event came that could not be read, or somebody pays and no webhook tells. */
  lookForCodes: (wallet: WalletRef) => Promise<unknown>;
  log: { warn(fields: object, message: string): void };
};

type Posted = ReturnType<typeof parseEvent>;
type ReadyCode = Extract<FullEvent, { type: "3ds.challenge" }>;
type Read = { notice: Notice; at: number; event?: CardEvent };

const LOCK = { leaseMs: 15_000, waitMs: 3_000 };
const BUSY_MS = 200;
const PAYING_MS = 2 * 60_000;

/** The worker of the message lanes: opens an event, maps it, and tells it. */
export function createTell(deps: Deps) {
  const { store, accounts, gather, push, arrivals, tellers, log } = deps;

  return async (payload: Payload, { name }: JobFacts): Promise<Verdict> => {
    const asked = reachable(payloadAs<WalletRef>(payload));
    try {
      const posted = name === EVENT ? parsed(payloadAs<EventJob>(payload)) : undefined;
      if (posted?.ok && isReadyCode(posted.value)) {
        return await tellCode(payloadAs<EventJob>(payload), posted.value, asked);
      }
      const person = await asked;
      if (!person) return DONE;
      if (name === DIGEST) return await underLock("tell", payload, () => digest(payloadAs<DigestJob>(payload), person));
      const other = deps.jobs[name];
      if (other) return await underLock("tell", payload, () => other(payload, person));
      return await tellEvent(payloadAs<EventJob>(payload), posted, person);
    } catch (error) {
      if (error instanceof CardApiError && error.retryAfterMs !== undefined) return again(error.retryAfterMs);
      throw error;
    }
  };

  /** The person, if they can be written to and the wallet is still theirs. */
  async function reachable({ userId, walletId }: WalletRef): Promise<Person | undefined> {
    const person = await store.people.get(userId);
    const isTheirs = person?.wallets.some(({ id }) => id === walletId);
    return person && isTheirs && !person.unreachable ? person : undefined;
  }

  /**
   * Somebody stands at a till: the lock is taken while the person is looked up, and what the code is drawn with is looked up
   * while it is seen whether it was told.
   */
  async function tellCode(job: EventJob, event: ReadyCode, asked: Promise<Person | undefined>): Promise<Verdict> {
    const { walletId, receivedAt } = job;
    // Heard below, after the lock.
    asked.catch(() => undefined);
    const verdict = await underLock("code", job, async () => {
      const person = await asked;
      if (!person) return DONE;
      accounts.invalidate(walletId);
      const gathered = gather.about(toNotice(event), person, walletId, receivedAt, happenedAt(event));
      return tellers.code.tell(event.data, job, gathered);
    });
    const person = await asked;
    if (person && verdict.kind === "done") await noteArrival(job, person, event);
    return verdict;
  }

  async function tellEvent(job: EventJob, posted: Posted | undefined, person: Person): Promise<Verdict> {
    const read = await readJob(job, posted);
    if ("kind" in read) return read;
    const { notice, at, event } = read;
    accounts.invalidate(job.walletId);
    if (notice.kind === "card") await nameCard(job, notice.card);
    // While the lock is waited for. Whoever does not get it has no use for the failure either.
    const ready = Promise.all([gather.about(notice, person, job.walletId, job.receivedAt, at), hintOf(notice, job)]);
    ready.catch(() => undefined);
    const verdict = await underLock(notice.kind === "code" ? "code" : "tell", job, async () => {
      const [gathered, hint] = await ready;
      return tellNotice(notice, { ...gathered, ...hint }, { swept: event === undefined, at });
    });
    if (verdict.kind === "done" && event) await noteArrival(job, person, event);
    const isNow = job.receivedAt - at < PAYING_MS;
    if (verdict.kind === "done" && isNow && isPaying(notice) && !hasLiveHook(person, job.walletId)) {
      await deps.lookForCodes(job);
    }
    return verdict;
  }

  async function readJob(job: EventJob, posted: Posted | undefined): Promise<Read | Verdict> {
    if ("found" in job) return { notice: noticeOf(job.found), at: job.at };
    if (!posted?.ok) {
      await deps.lookForCodes(job);
      return { kind: "dead", reason: "malformed event" };
    }
    const event = posted.value;
    if (event.type === "unknown") return DONE;
    if (!event.thin) return { notice: await withCode(toNotice(event), job), at: happenedAt(event), event };
    try {
      const full = await fetchThin(event, accounts, job);
      return full
        ? { notice: toNotice(full), at: happenedAt(full), event }
        : { kind: "dead", reason: "object not found" };
    } catch (error) {
      if (error instanceof CardApiError && error.kind === "not-found")
        return { kind: "dead", reason: "object not found" };
      throw error;
    }
  }

  /** A challenge that came without its code: the code is asked for, and followed for a while when it is not there yet. */
  async function withCode(notice: Notice, wallet: WalletRef): Promise<Notice> {
    if (notice.kind !== "code" || notice.challenge.otp) return notice;
    const client = await accounts.freshClient(wallet.userId, wallet.walletId, "code");
    const challenge = await client.threeds.get(notice.challenge.id).catch(() => notice.challenge);
    if (!challenge.otp) await deps.lookForCodes(wallet);
    return { kind: "code", challenge };
  }

  async function hintOf(notice: Notice, wallet: WalletRef): Promise<Pick<Telling, "hint">> {
    const hint = notice.kind === "payment" ? await deps.onPayment(wallet, notice.step) : undefined;
    return hint ? { hint } : {};
  }

  async function tellNotice(notice: Notice, telling: Telling, how: { swept: boolean; at: number }): Promise<Verdict> {
    switch (notice.kind) {
      case "code":
        return tellers.code.tell(notice.challenge, telling, telling);
      case "deposit": {
        const verdict = await tellers.deposit(notice.deposit, telling);
        if (verdict.kind !== "done" || notice.deposit.status !== "confirmed") return verdict;
        await deps.onCredited(telling, notice.deposit, telling.facts.late);
        return verdict;
      }
      case "card":
        return tellers.card(notice, telling, how);
      case "payment": {
        const verdict = await tellers.payment(notice.step, telling);
        const { state, transaction } = notice.step;
        if (verdict.kind === "done" && (state === "authorized" || state === "settled")) {
          const { cardId, amount, merchant, createdAt } = transaction;
          const paid = { cardId, amount: Math.abs(amount), merchant: merchant.name, at: createdAt };
          await tellers.code.used(paid, telling.userId, telling.walletId);
        }
        return verdict;
      }
    }
  }

  async function digest({ userId, walletId, receivedAt, items }: DigestJob, person: Person): Promise<Verdict> {
    const notices = items.map(({ found }) => noticeOf(found));
    for (const [index, notice] of notices.entries()) {
      const at = items[index]?.at ?? receivedAt;
      const hint = await hintOf(notice, { userId, walletId });
      const telling = await gather.about(notice, person, walletId, receivedAt, at);
      await tellNotice(notice, { ...telling, ...hint, unspoken: true }, { swept: true, at });
    }
    const { t, facts } = gather.plain(person, walletId, receivedAt);
    const key = `digest:${walletId}:${receivedAt}`;
    const pushed = await push(userId, renderDigest(notices, t, facts), { name: "digest", key, receivedAt });
    return pushed.ok ? DONE : pushed.failure;
  }

  async function nameCard(
    { userId, walletId }: WalletRef,
    card: { id: string; last4: string; label?: string; network: string },
  ) {
    const facts = { last4: card.last4, network: card.network, ...(card.label && { label: card.label }) };
    await store.directory.remember(userId, walletId, { [card.id]: facts });
  }

  // What happens here must not make a told event be told again.
  async function noteArrival(wallet: WalletRef, person: Person, event: CardEvent): Promise<void> {
    const results = await Promise.allSettled([arrivals.note(wallet, person), deps.onEvent(wallet, event)]);
    for (const result of results) {
      if (result.status === "rejected") log.warn({ err: result.reason }, "what follows an event failed");
    }
  }

  async function underLock(kind: string, about: Payload | WalletRef, work: () => Promise<Verdict>): Promise<Verdict> {
    const { userId, walletId } = about as WalletRef;
    const verdict = await store.locks.withLock(`${kind}:${userId}:${walletId}`, LOCK, work);
    return verdict === "busy" ? again(BUSY_MS) : verdict;
  }
}

const parsed = (job: EventJob): Posted | undefined =>
  "body" in job ? parseEvent(Buffer.from(job.body), {}, job.receivedAt) : undefined;

/** A code that came whole: there is nothing to ask for. */
const isReadyCode = (event: CardEvent): event is ReadyCode =>
  event.type === "3ds.challenge" && event.data?.otp !== undefined;

/** Whoever pays may pay again in a moment, and then needs a code. */
const isPaying = (notice: Notice): boolean => notice.kind === "payment" && notice.step.state === "authorized";

const hasLiveHook = ({ wallets }: Person, walletId: string): boolean =>
  wallets.some(({ id, hook }) => id === walletId && hook?.state === "live");
