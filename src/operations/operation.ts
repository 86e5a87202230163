import type { Card } from "../cryptocardy/types.ts";
import type { Cents } from "../lib/money.ts";
import type { WalletRef } from "../lib/wallet-ref.ts";

/**
 * The message that shows an operation and is edited when it settles. `group`: it shows several that were confirmed
 * together, and is not to be painted over by one of them.
 */
export type OperationScreen = { chatId: number; messageId: number; group?: string };

export type IssueParams = { binId: string; network: string; amount: Cents; label: string };
type TransferParams = { cardId: string; last4: string; amount: Cents; label?: string };
type CloseParams = { cardId: string; last4: string; label?: string; balance: Cents };

type OperationParams = {
  issue: IssueParams;
  fund: TransferParams;
  withdraw: TransferParams;
  close: CloseParams;
};

export type OperationKind = keyof OperationParams;

/** What the state was just before the first sending: how an effect is told from no effect when the answer is lost. */
export type Snapshot = {
  walletBalance?: Cents;
  /** All that ever came in: by how much it grew, the wallet's balance grew without any operation. */
  walletDeposited?: Cents;
  card?: { status: string; balance: Cents; totalSpent?: Cents };
  /** Issue: the cards of this BIN that came between the draft and the first sending. */
  cardIds?: string[];
};

/** What came of it. Fields the API left out are absent. */
export type OperationResults = {
  issue: { card: Card };
  fund: { cardBalance?: Cents; walletBalance?: Cents };
  withdraw: { cardBalance?: Cents; walletBalance?: Cents };
  close: { refunded?: Cents; walletBalance?: Cents };
};

/**
 * Why it did not happen. `kind` is a `CardApiError` kind (`rejected`, `insufficient-funds`, `unavailable`, …) or
 * `cancelled` (the person said no to the draft), `no-wallet` (the wallet was removed meanwhile) or
 * `unopened` (no key opens the wallet's seed). `text` is the provider's own message, bounded.
 */
export type OperationError = { kind: string; code?: string; requestId?: string; text?: string };

/**
 * - `draft`: drawn on a confirm screen, nothing decided; expires after 30 minutes
 * - `submitted`: confirmed once, being carried out
 * - `done`, `failed`: final; a failed one moved no money
 * - `unknown`: sent, not answered, and the state does not tell; checked again for a day
 */
export type OperationState = "draft" | "submitted" | "done" | "failed" | "unknown";

type Common = WalletRef & {
  id: string;
  /** Idempotency key: made with the draft, the same on every sending. */
  key: string;
  state: OperationState;
  error?: OperationError;
  /** The last request id the provider gave for it: what support asks for. */
  requestId?: string;
  screen?: OperationScreen;
  /** The rule of the person's that asked for it, and the payment that set it off; absent: the person pressed a button. */
  by?: { rule: "once" | "top-up"; after: string };
  createdAt: number;
  submittedAt?: number;
  /** First sending, epoch ms. Written before the request leaves. */
  sentAt?: number;
  /** How many times a request may have left. */
  sends: number;
  /** Until then (epoch ms) a request may still be on its way; nobody else may judge or send. */
  busyUntil?: number;
  /** When the answer to the last sending was given up, epoch ms. */
  lostAt?: number;
  /** What the provider said to a later sending, while the first is still open. */
  refusal?: OperationError;
  unknownAt?: number;
  /** When it became done or failed, epoch ms. */
  settledAt?: number;
  /** Later operations of the same wallet that `before` already takes into account. */
  rebasedOn?: string[];
  /** The state that the listeners were told last. */
  told?: OperationState;
  /** Counts every write: two workers cannot both take the same step. */
  revision: number;
};

export type OperationOf<Kind extends OperationKind> = Common & {
  kind: Kind;
  params: OperationParams[Kind];
  before?: Snapshot;
  result?: OperationResults[Kind];
};

/** A money movement: written down before it is confirmed, executed at most once. Amounts in cents, moments in epoch ms. */
export type Operation = { [Kind in OperationKind]: OperationOf<Kind> }[OperationKind];

/** What a feature gives to draw a confirm screen. */
export type DraftRequest = {
  [Kind in OperationKind]: WalletRef & { kind: Kind; params: OperationParams[Kind] };
}[OperationKind];

/** True when nothing more will change by itself. */
export function isFinal(operation: Operation): boolean {
  return operation.state === "done" || operation.state === "failed";
}
