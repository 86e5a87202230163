import type { Clock } from "../lib/clock.ts";
import type { WalletRef } from "../lib/wallet-ref.ts";
import type { Payload } from "../queue/payload.ts";
import type { Queues } from "../queue/queues.ts";
import type { Verdict } from "../queue/worker.ts";
import type { Store } from "../store/store.ts";
import { payloadAs } from "./jobs.ts";
import type { Sweep } from "./sweep/sweep.ts";
import { cameSince, setHookState } from "./tell/arrivals.ts";
import { again, DONE } from "./tell/push.ts";

/**
 * How news of a wallet arrives: `live` by webhook, `degraded` when a webhook is registered but an event failed to come
 * (the wallet is swept meanwhile), `polling` without one. Moments are epoch milliseconds.
 */
export type ConnectionState = {
  mode: "live" | "degraded" | "polling";
  lastEventAt?: number;
  lastSweepAt?: number;
  /** Until then the wallet is asked for 3-D Secure codes every few seconds. */
  hotUntil?: number;
};

type Deps = {
  store: Store;
  queues: Pick<Queues, "add">;
  clock: Clock;
  /** Reads a wallet once. Throws what the API throws. */
  sweep: Sweep;
  /** How long after its webhook was registered a new wallet is looked at. */
  lookMs?: number;
};

export type Connection = ReturnType<typeof createConnection>["connection"];

const HOT = "codes.hot";
const EXPECT = "event.expect";
const LOOK = "wallet.look";
const HOT_MS = 5 * 60_000;
const STEP_MS = 4_000;
const TIGHT_STEP_MS = 12_000;
const EXPECT_MS = 60_000;
// What happened just before the webhook was registered may take the provider a moment to list.
const LOOK_MS = 1_000;

/** What the chat asks of the notifications, and the chores that follow from it. */
export function createConnection({ store, queues, clock, sweep, lookMs = LOOK_MS }: Deps) {
  const connection = {
    /** For `/status`. Undefined: no such wallet of theirs. */
    async state(userId: number, walletId: string): Promise<ConnectionState | undefined> {
      const person = await store.people.get(userId);
      const wallet = person?.wallets.find(({ id }) => id === walletId);
      if (!wallet) return undefined;
      const { eventAt, sweptAt, hotUntil } = await store.cursors.get(userId, walletId);
      const isHot = typeof hotUntil === "number" && hotUntil > clock.now();
      return {
        mode: wallet.hook?.state ?? "polling",
        ...(eventAt !== undefined && { lastEventAt: eventAt }),
        ...(sweptAt !== undefined && { lastSweepAt: sweptAt }),
        ...(isHot && { hotUntil }),
      };
    },

    /** Looks for codes of this wallet every four seconds, for five minutes from now. Returns until when. */
    async hot(userId: number, walletId: string): Promise<number> {
      const hotUntil = clock.now() + HOT_MS;
      await store.cursors.update(userId, walletId, (cursor) => ({ ...cursor, hotUntil }));
      // The job that runs reads the new end; a second one is not needed.
      await queues.add("chores", HOT, { userId, walletId }, { id: `${HOT}:${userId}:${walletId}`, owner: userId });
      return hotUntil;
    },

    /** The wallet's webhook has just been registered: what happened before it, no event told. */
    async connected(userId: number, walletId: string): Promise<void> {
      const options = { id: `${LOOK}:${userId}:${walletId}`, delayMs: lookMs, owner: userId };
      await queues.add("chores", LOOK, { userId, walletId }, options);
    },

    /**
     * The person did something here of which an event should tell. When none has come in a minute, the webhook
     * counts as degraded, and the wallet is swept as if it had none.
     */
    async expectEvent(userId: number, walletId: string): Promise<void> {
      const payload = { userId, walletId, since: clock.now() };
      const id = `${EXPECT}:${userId}:${walletId}`;
      await queues.add("chores", EXPECT, payload, { id, delayMs: EXPECT_MS, owner: userId });
    },
  };

  const chores = {
    async [LOOK](payload: Payload): Promise<Verdict> {
      const wallet = payloadAs<WalletRef>(payload);
      if (!(await isTheirs(wallet))) return DONE;
      await sweep.codes(wallet, "code");
      await sweep.deposits(wallet);
      await sweep.transactions(wallet);
      await sweep.cards(wallet);
      return DONE;
    },

    async [HOT](payload: Payload): Promise<Verdict> {
      const wallet = payloadAs<WalletRef>(payload);
      const { hotUntil } = await store.cursors.get(wallet.userId, wallet.walletId);
      if (typeof hotUntil !== "number" || hotUntil <= clock.now()) return DONE;
      if (!(await isTheirs(wallet))) return DONE;
      const asked = await sweep.codes(wallet, "code").then(
        () => true,
        () => false,
      );
      return again(asked ? STEP_MS : TIGHT_STEP_MS);
    },

    async [EXPECT](payload: Payload): Promise<Verdict> {
      const { userId, walletId, since } = payloadAs<WalletRef & { since: number }>(payload);
      if (!(await isTheirs({ userId, walletId }))) return DONE;
      const { eventAt } = await store.cursors.get(userId, walletId);
      if (!cameSince(eventAt, since)) await setHookState(store, userId, walletId, "degraded");
      return DONE;
    },
  };

  async function isTheirs({ userId, walletId }: WalletRef): Promise<boolean> {
    const person = await store.people.get(userId);
    return person?.wallets.some(({ id }) => id === walletId) ?? false;
  }

  return { connection, chores };
}
