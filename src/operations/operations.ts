import type { Accounts } from "../accounts/accounts.ts";
import type { Log } from "../accounts/types.ts";
import type { CardEvent } from "../cryptocardy/types.ts";
import type { Clock } from "../lib/clock.ts";
import type { Random } from "../lib/random.ts";
import type { Queues } from "../queue/queues.ts";
import type { Store } from "../store/store.ts";
import type { DraftRequest, Operation, OperationScreen, WalletRef } from "./operation.ts";

/** Called at least once after an operation became done, failed or unknown; perhaps again after a crash: be idempotent. */
export type SettledListener = (operation: Operation) => Promise<void>;

export type OperationsDeps = {
  store: Store;
  accounts: Accounts;
  queues: Queues;
  clock: Clock;
  random: Random;
  log: Log;
};

/** Money movements: `draft` when the confirm screen is drawn, `submit` when it is pressed, a worker does the rest. */
export function createOperations(deps: OperationsDeps) {
  const soon = (): never => {
    throw new Error(`not yet (${deps.clock.now()})`);
  };
  return {
    /** Writes down what a confirm screen proposes. Expires after 30 minutes. */
    draft: async (_request: DraftRequest): Promise<Operation> => soon(),
    /** The operation, or undefined when it is unknown, expired or not theirs. */
    get: async (_id: string, _userId: number): Promise<Operation | undefined> => soon(),
    /**
     * Confirms a draft. `first` is true for exactly one caller; for the others `operation` is what it is by now.
     * Undefined: expired, unknown or not theirs.
     */
    submit: async (
      _id: string,
      _userId: number,
      _screen?: OperationScreen,
    ): Promise<{ operation: Operation; first: boolean } | undefined> => soon(),
    /** Withdraws a draft. False when it is no longer a draft: then it was confirmed, or is gone. */
    cancel: async (_id: string, _userId: number): Promise<boolean> => soon(),
    onSettled: (_listener: SettledListener): void => soon(),
    /** Starts the worker. */
    start: async (): Promise<void> => soon(),
    /** Gives every open operation that has no job one: after a crash between confirming and queueing. */
    recover: async (): Promise<number> => soon(),
    /** An event of this wallet arrived: it may settle an operation whose answer was lost. */
    hint: async (_wallet: WalletRef, _event: CardEvent): Promise<void> => soon(),
    /** True when an event of this type on this card is most likely the echo of what the person did here. */
    isOurs: async (_wallet: WalletRef, _cardId: string, _eventType: string): Promise<boolean> => soon(),
    stop: async (): Promise<void> => soon(),
  };
}

export type Operations = ReturnType<typeof createOperations>;
