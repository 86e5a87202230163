import type { Challenge, Deposit, Transaction } from "../cryptocardy/types.ts";

/** What a sweep found: the object as the API gave it. A code stands in the clear here, because the queue seals payloads. */
export type Found =
  | { type: "transaction"; transaction: Transaction }
  | { type: "challenge"; challenge: Omit<Challenge, "otp"> & { otp?: string } }
  | { type: "deposit"; deposit: Deposit }
  | { type: "card"; change: "frozen" | "unfrozen" | "terminated" | "created"; card: { id: string } };

/** The payload of an `event` job: the raw body of a webhook request, to be parsed again by the worker. */
export type EventJob = { userId: number; walletId: string; receivedAt: number; body: string };
