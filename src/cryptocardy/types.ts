import type { Cents } from "../lib/money.ts";
import type { Secret } from "../lib/secret.ts";

// What the rest of the program sees of CryptoCardy: camelCase, money in whole cents, moments in epoch milliseconds,
// fields the API left out (or sent as null) absent. Values of open lists (statuses, types) stay texts: a new one is not an error.

/** A known word, or any other the API may come up with. */
type Open<Known extends string> = Known | (string & {});

export type CardNetwork = Open<"visa" | "mastercard">;
type CardStatus = Open<"active" | "frozen" | "terminated" | "pending_top_up">;

export type Card = {
  id: string;
  binId: string;
  network: CardNetwork;
  last4: string;
  status: CardStatus;
  balance: Cents;
  label?: string;
  /** Monthly. */
  spendingLimit?: Cents;
  totalSpent?: Cents;
  transactionCount?: number;
  allowedCategories?: string[];
  autoFreezeAt?: Cents;
  /** Which of its settings the API does not tell: they stand as they were last set here. */
  asSetHere?: ("allowedCategories" | "autoFreezeAt")[];
  metadata?: Record<string, unknown>;
  createdAt: number;
  expiresAt?: number;
  lastUsedAt?: number;
};

export type BillingAddress = {
  line1?: string;
  line2?: string;
  city?: string;
  state?: string;
  zip?: string;
  country?: string;
};

/** Never stored, never logged. */
export type CardDetails = {
  id: string;
  pan: Secret;
  cvv: Secret;
  /** 1-12 */
  expMonth: number;
  /** Four digits. */
  expYear: number;
  holderName?: string;
  billingAddress?: BillingAddress;
};

export type CardQuery = {
  status?: CardStatus;
  binId?: string;
  label?: string;
  sort?: "created_at" | "balance" | "last_used";
  order?: "asc" | "desc";
  page?: number;
  /** 1-100 */
  perPage?: number;
};

export type CardChanges = {
  label?: string;
  spendingLimit?: Cents;
  allowedCategories?: string[];
  /** 0 turns it off. */
  autoFreezeAt?: Cents;
  /** Merged by the API with what is there. */
  metadata?: Record<string, unknown>;
};

export type NewCard = { binId: string; amount: Cents; label?: string };

/** What freezing and unfreezing answer. `at` is absent when the API did not say. */
export type StatusChange = { id: string; status: CardStatus; at?: number };

export type Termination = StatusChange & { refundedAmount?: Cents };

/**
 * What funding and withdrawing answer. The movement itself is certain; balances are absent only when the API left them out
 * and could not be asked for them either.
 */
export type BalanceChange = {
  id: string;
  previousBalance?: Cents;
  amount?: Cents;
  newBalance?: Cents;
  walletBalance?: Cents;
};

export type TransactionType = Open<"authorization" | "settlement" | "refund" | "decline">;

/** `name` is empty when the API names no merchant. Written by strangers: bound and escape before showing. */
export type Merchant = { name: string; category?: string; mcc?: string; country?: string };

export type TimelineEntry = { status: string; at?: number };

export type Transaction = {
  id: string;
  cardId: string;
  type: TransactionType;
  /** Signed as the API sends it: spending is negative. */
  amount: Cents;
  currency: string;
  merchant: Merchant;
  balanceAfter?: Cents;
  createdAt: number;
  status?: string;
  declineReason?: string;
  threeDs?: { status: string; version?: string };
  timeline?: TimelineEntry[];
  /** The payment that this one settles or refunds. */
  originalId?: string;
};

export type TransactionQuery = {
  cardId?: string;
  type?: TransactionType;
  from?: number;
  to?: number;
  merchant?: string;
  /** On the absolute amount. */
  minAmount?: Cents;
  /** On the absolute amount. */
  maxAmount?: Cents;
  page?: number;
  /** 1-100 */
  perPage?: number;
};

export type WalletBalance = {
  balance: Cents;
  currency: string;
  pendingDeposits: Cents;
  totalDeposited: Cents;
  totalSpent: Cents;
  cardsActive: number;
  cardsTotalBalance: Cents;
};

/** Records by currency (`btc`, `eth`, `sol`, `usdt`, …). Minimum deposits are crypto amounts and stay texts. */
export type DepositAddresses = {
  addresses: Record<string, string>;
  networks: Record<string, string>;
  minDeposit: Record<string, string>;
};

type DepositStatus = Open<"pending" | "confirmed" | "expired">;

export type Deposit = {
  id: string;
  currency: string;
  /** Crypto amounts are never made into numbers. */
  amountCrypto?: string;
  amountUsd?: Cents;
  feeUsd?: Cents;
  creditedUsd?: Cents;
  status: DepositStatus;
  txHash?: string;
  confirmations?: number;
  createdAt: number;
  confirmedAt?: number;
};

export type DepositQuery = { status?: DepositStatus; currency?: string };

export type Bin = {
  id: string;
  network: CardNetwork;
  type?: string;
  issuerCountry?: string;
  threeDs: boolean;
  applePay: boolean;
  googlePay: boolean;
  maxTransaction?: Cents;
  maxMonthly?: Cents;
  /** Percent, such as 97.2. */
  acceptanceRate?: number;
  bestFor: string[];
};

type ChallengeStatus = Open<"pending" | "completed" | "expired">;

export type Challenge = {
  id: string;
  cardId: string;
  /** Empty when the API names no merchant. */
  merchant: string;
  /** Absent when the API names none that can be read: the code is worth showing all the same. */
  amount?: Cents;
  otp?: Secret;
  status: ChallengeStatus;
  /** Five minutes after `createdAt` when the API does not say. */
  expiresAt: number;
  createdAt: number;
};

export type ChallengeQuery = { cardId?: string; status?: ChallengeStatus };

export type WebhookEndpoint = {
  id: string;
  url: string;
  events: string[];
  /** Only ever expected in the answer to a registration. */
  secret?: Secret;
  active?: boolean;
  createdAt?: number;
};

/** `events: ["*"]` subscribes to everything. */
export type NewWebhook = { url: string; events: string[]; secret: Secret };

/** The answer to `GET /`: a new wallet. The previewed card has no id and is never to be promised. */
export type OpenedWallet = {
  seed: Secret;
  asset: string;
  address: string;
  /** Of the previewed card. */
  network?: CardNetwork;
  preview?: { state?: string; last4?: string };
  createdAt?: number;
};

export type Page<Item> = {
  items: Item[];
  page: number;
  perPage: number;
  total?: number;
  totalPages?: number;
  /** Whether asking for the next page makes sense. */
  more: boolean;
};

/**
 * Whose turn it is when the API's budget is short, first to last. `many` is a person's, too: one of the many calls that
 * a single press asks for. Each waits for its turn, longer than anybody would wait for one.
 */
export type Lane = "code" | "person" | "many" | "refetch" | "sweep";

/** A write that may be repeated safely under the same key. */
export type Keyed = { idempotencyKey: string };
