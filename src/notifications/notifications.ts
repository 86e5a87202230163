import type { Accounts } from "../accounts/accounts.ts";
import type { CardEvent } from "../cryptocardy/event-types.ts";
import type { Locale } from "../i18n.ts";
import type { Clock } from "../lib/clock.ts";
import type { WalletRef } from "../lib/wallet-ref.ts";
import type { Jobs } from "../queue/by-name.ts";
import type { Payload } from "../queue/payload.ts";
import type { Queues } from "../queue/queues.ts";
import type { Verdict } from "../queue/worker.ts";
import type { Store } from "../store/store.ts";
import { createConnection } from "./connection.ts";
import { createFirstCardLook, FIRST_CARD } from "./first-card-look.ts";
import { payloadAs } from "./jobs.ts";
import type { Deliver, Retract } from "./outgoing.ts";
import type { CardHint, PaymentStep } from "./payment.ts";
import { createSweep } from "./sweep/sweep.ts";
import { createSweeper } from "./sweep/sweeper.ts";
import { createArrivals } from "./tell/arrivals.ts";
import { createDaily, DAILY, type DailyJob } from "./tell/daily.ts";
import { createExplain } from "./tell/explain.ts";
import { createFunding, HELD, type HeldJob } from "./tell/funding.ts";
import { createGather } from "./tell/gather.ts";
import { createGuard } from "./tell/guard.ts";
import { again, createPush, DONE, type PushMeter } from "./tell/push.ts";
import { createTell } from "./tell/tell.ts";
import { BURST_DRAW, type BurstJob, createBursts } from "./tell/tell-burst.ts";
import { createTellCard } from "./tell/tell-card.ts";
import { CODE_END, type CodeEndJob, createTellCode } from "./tell/tell-code.ts";
import { createTellDeposit } from "./tell/tell-deposit.ts";
import { createTellFirstCard, FIRST_WORD, type FirstWordJob } from "./tell/tell-first-card.ts";
import { createTellPayment } from "./tell/tell-payment.ts";

export type NotificationsDeps = {
  store: Store;
  accounts: Pick<Accounts, "client" | "freshClient" | "invalidate">;
  queues: Queues;
  deliver: Deliver;
  retract: Retract;
  clock: Clock;
  settings: { sandbox: boolean; defaultLocale: Locale };
  /** `operations.isOurs` fits. */
  isOurs: (wallet: WalletRef, cardId: string, eventType: string) => Promise<boolean>;
  /** Announces an own doing of which an event will tell; `operations.expect` fits. */
  expect: (wallet: WalletRef, cardId: string, eventType: string) => Promise<unknown>;
  /** Hears of every event that came by webhook, after it was told; `operations.hint` fits. */
  onEvent: (wallet: WalletRef, event: CardEvent) => Promise<void>;
  /** Hears of every payment, however it was found, before it is told; perhaps more than once. Says what it knows of the card. */
  onPayment?: (wallet: WalletRef, step: PaymentStep) => Promise<CardHint>;
  metrics?: PushMeter & { swept(kind: string, outcome: "done" | "failed"): void };
  log: { warn(fields: object, message: string): void };
  /** How often the schedule of sweeps is looked at. */
  tickMs?: number;
  /** How long after its webhook was registered a new wallet is looked at. */
  lookMs?: number;
};

/** As much of an operation as matters here. */
type Settled = WalletRef & { state: string; kind: string; params: object | { cardId: string } };

export type Notifications = ReturnType<typeof createNotifications>;

/**
 * Everything between an event and the chat. `connection` can be used at once; `start` begins to work on the message
 * lanes and to sweep. Jobs of the lanes `chores` and `removals` named as in the records of these names are ours: whoever
 * works on those lanes calls them.
 */
export function createNotifications(deps: NotificationsDeps) {
  const { store, accounts, queues, deliver, retract, clock, settings, metrics, log } = deps;
  const push = createPush({
    deliver,
    people: store.people,
    once: store.once,
    turn: store.turn,
    clock,
    ...(metrics && { metrics }),
  });
  const gather = createGather({ store, accounts, clock, ...settings, isOurs: deps.isOurs });
  const code = createTellCode({ store, queues, push, retract, clock });
  const funding = createFunding({ store, queues, push });
  const bursts = createBursts({ store, queues, push, clock });
  const daily = createDaily({ accounts, queues, push, clock });
  const explain = createExplain({ store, accounts, clock });
  const guard = createGuard({ store, accounts, expect: deps.expect, clock, log });
  const tellers = {
    code,
    payment: createTellPayment({ store, push, explain, guard, funding, bursts }),
    card: createTellCard({ store, push, funding, isOurs: deps.isOurs }),
    deposit: createTellDeposit({ store, push }),
  };
  const sweep = createSweep({ store, accounts, queues, clock });
  const sweeper = createSweeper({
    store,
    sweep,
    remind: daily.remind,
    clock,
    log,
    ...(metrics && { metrics }),
    ...(deps.tickMs !== undefined && { tickMs: deps.tickMs }),
  });
  const { connection, chores } = createConnection({
    store,
    queues,
    clock,
    sweep,
    ...(deps.lookMs !== undefined && { lookMs: deps.lookMs }),
  });
  const firstCard = createFirstCardLook({ store, queues, clock, sweep });
  const tellFirstCard = createTellFirstCard({ store, push });
  const tell = createTell({
    store,
    accounts,
    gather,
    push,
    tellers,
    arrivals: createArrivals({ store, clock }),
    onEvent: deps.onEvent,
    onCredited: firstCard.credited,
    onPayment: deps.onPayment ?? (async () => undefined),
    lookForCodes: ({ userId, walletId }) => connection.hot(userId, walletId),
    jobs: {
      [FIRST_WORD]: (payload, person) => {
        const job = payloadAs<FirstWordJob>(payload);
        return tellFirstCard(job, gather.plain(person, job.walletId, job.receivedAt));
      },
      [HELD]: (payload, person) => {
        const job = payloadAs<HeldJob>(payload);
        return funding.ask(job, gather.plain(person, job.walletId, job.receivedAt));
      },
      [BURST_DRAW]: (payload, person) => {
        const job = payloadAs<BurstJob>(payload);
        return bursts.draw(job, gather.plain(person, job.walletId, job.receivedAt));
      },
      [DAILY]: (payload, person) => {
        const job = payloadAs<DailyJob>(payload);
        const { walletName: _, ...facts } = gather.plain(person, job.walletId, job.receivedAt).facts;
        return daily.tell(job, person, { ...gather.plain(person, job.walletId, job.receivedAt), facts });
      },
    },
    log,
  });

  async function endCode(payload: Payload): Promise<Verdict> {
    const job = payloadAs<CodeEndJob>(payload);
    const person = await store.people.get(job.userId);
    // Who cannot be written to may have the code in the chat all the same.
    if (!person) return DONE;
    const telling = gather.plain(person, job.walletId, clock.now());
    const lock = `code:${job.userId}:${job.walletId}`;
    const verdict = await store.locks.withLock(lock, { leaseMs: 15_000, waitMs: 3_000 }, () => code.end(job, telling));
    return verdict === "busy" ? again(1_000) : verdict;
  }

  return {
    connection,
    sweep,

    /** `operations.onSettled` takes it: what follows from what was done here. */
    async onSettled({ state, kind, userId, walletId, params }: Settled): Promise<void> {
      if (state !== "done") return;
      // An event must tell of it. When none does, the webhook counts as lost and the wallet is asked instead.
      if (kind !== "withdraw") await connection.expectEvent(userId, walletId);
      if (kind !== "fund" || !("cardId" in params)) return;
      await firstCard.funded({ userId, walletId }, params.cardId);
      // No event may tell of it.
      await funding.funded(params.cardId, { userId, walletId, receivedAt: clock.now() });
    },

    /** By job name. */
    chores: { ...chores, [FIRST_CARD]: firstCard.chore } as Jobs,
    removals: { [CODE_END]: endCode } as Jobs,

    start(): void {
      queues.work("codes", tell);
      queues.work("notices", tell);
      sweeper.start();
    },

    /** Stops sweeping; the queue's own `close` ends the workers. */
    stop: (): Promise<void> => sweeper.stop(),
  };
}
