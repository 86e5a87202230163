import type { CardApiError } from "../cryptocardy/errors.ts";
import type { Cents } from "../lib/money.ts";
import type { Opening } from "../store/person.ts";

/** The few calls of a logger used here; pino fits. */
export type Log = {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

/** How many wallets one person may connect. */
export const MAX_WALLETS = 10;

/** A fresh wallet made by CryptoCardy; its seed is already sealed in the store. */
export type OpenedWallet = Opening & { walletId: string };

export type ImportedWallet = {
  walletId: string;
  /** Wallet balance in cents, as the provider told it while the seed was checked. */
  balance: Cents;
  /** The seed works but is not of the usual form `xxxx-xxxx-xxxx-xxxx`. */
  unusual: boolean;
  /** Somebody else has connected the same seed here. Who is never told. */
  shared: boolean;
};

export type ImportFailure =
  /** Not a possible seed (8-128 printable characters), or the provider refused it. */
  | { kind: "invalid" }
  | { kind: "already"; walletId: string }
  | { kind: "full" }
  /** Too many attempts. */
  | { kind: "slow-down"; retryAfterMs: number }
  /** The provider did not answer: nothing is known about the seed, nothing was kept. */
  | { kind: "unreachable"; error: CardApiError };

/** One wallet as screens need it; nothing secret in it. */
export type WalletView = {
  id: string;
  name: string;
  active: boolean;
  seedSaved: boolean;
  opened?: Opening;
  /** How news of it arrives. */
  hook: "live" | "degraded" | "polling";
};

/** `unopened`: no key opens the wallet's seed. */
export type AccountProblem = "no-wallet" | "full" | "unopened";

const PROBLEMS: Record<AccountProblem, string> = {
  "no-wallet": "No such wallet of this person.",
  full: `No more than ${MAX_WALLETS} wallets.`,
  unopened: "The seed of this wallet does not open.",
};

/** A request that cannot be met whatever the provider says. */
export class AccountError extends Error {
  readonly kind: AccountProblem;
  constructor(kind: AccountProblem) {
    super(PROBLEMS[kind]);
    this.name = "AccountError";
    this.kind = kind;
  }
}
