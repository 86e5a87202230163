/** Whole cents of a US dollar. On the wire and in the control side amounts are dollars, as in the API's documentation. */
export type Cents = number;

export type Network = "visa" | "mastercard";
export type CardStatus = "pending_top_up" | "active" | "frozen" | "terminated";

export type Card = {
  id: string;
  binId: string;
  network: Network;
  pan: string;
  cvv: string;
  status: CardStatus;
  balance: Cents;
  /** Everything that ever moved from the wallet to the card. */
  loaded: Cents;
  /** Everything that ever moved back to the wallet. */
  unloaded: Cents;
  /** Held and settled payments. */
  spent: Cents;
  refunded: Cents;
  transactionCount: number;
  label?: string;
  spendingLimit?: Cents;
  allowedCategories: string[];
  autoFreezeAt?: Cents;
  metadata: Record<string, unknown>;
  createdAt: number;
  expiresAt: number;
  lastUsedAt?: number;
};

type TransactionType = "authorization" | "settlement" | "refund" | "decline";
export type ThreeDsStatus = "not_required" | "authenticated" | "failed" | "expired";

type Merchant = { name: string; category: string; mcc: string; country: string };

export type Transaction = {
  id: string;
  cardId: string;
  type: TransactionType;
  /** Signed: spending is negative. */
  amount: Cents;
  merchant: Merchant;
  balanceAfter: Cents;
  createdAt: number;
  status: "authorized" | "settled" | "declined" | "refunded" | "reversed";
  declineReason?: string;
  threeDs: { status: ThreeDsStatus; challengeId?: string };
  timeline: { status: string; at: number }[];
  /** For a settlement with its own id: the authorization it settles. */
  authorizationId?: string;
  /** For a refund: the payment it gives back. */
  originalId?: string;
  /** How much of this payment was given back already. */
  refunded: Cents;
};

export type Challenge = {
  id: string;
  cardId: string;
  purchase: Payment;
  otp: string;
  status: "pending" | "completed" | "expired";
  wrongAnswers: number;
  createdAt: number;
  expiresAt: number;
  transactionId?: string;
};

export type Payment = {
  amount: Cents;
  merchant: Merchant;
  cvv?: string;
  expMonth?: number;
  expYear?: number;
  /** The issuer says no, for reasons of its own. */
  refused?: boolean;
};

export type Deposit = {
  id: string;
  currency: string;
  amountCrypto: string;
  amountUsd: Cents;
  feeUsd: Cents;
  status: "pending" | "confirmed" | "expired";
  txHash: string;
  confirmations: number;
  createdAt: number;
  confirmedAt?: number;
  /** Below the minimum or told to hang: never confirms by itself. */
  stuck: boolean;
};

export type Webhook = {
  id: string;
  url: string;
  events: string[];
  secret: string;
  active: boolean;
  createdAt: number;
};

/** What one seed owns. */
export type Wallet = {
  seed: string;
  balance: Cents;
  deposited: Cents;
  /** Net of what moved from the wallet to cards and back. */
  moved: Cents;
  addresses: Record<string, string>;
  cards: Card[];
  transactions: Transaction[];
  challenges: Challenge[];
  deposits: Deposit[];
  webhooks: Webhook[];
  createdAt: number;
};

export type EventType =
  | "card.created"
  | "card.frozen"
  | "card.unfrozen"
  | "card.terminated"
  | "card.funded"
  | "transaction.authorized"
  | "transaction.settled"
  | "transaction.declined"
  | "transaction.refunded"
  | "3ds.challenge"
  | "deposit.pending"
  | "deposit.confirmed";

export type Json = Record<string, unknown>;
