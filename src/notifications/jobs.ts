import type { Card, Challenge, Deposit, Transaction } from "../cryptocardy/types.ts";
import { createSecret } from "../lib/secret.ts";
import type { Payload } from "../queue/payload.ts";
import type { CardChange, Notice } from "./notice.ts";
import type { PaymentStep } from "./payment.ts";

/** What a sweep found, as plain JSON. A code stands in the clear in it, because the queue seals every payload. */
export type Found =
  | { kind: "payment"; state: PaymentStep["state"]; transaction: Transaction }
  | { kind: "code"; challenge: Omit<Challenge, "otp"> & { otp?: string } }
  | { kind: "deposit"; deposit: Deposit }
  | { kind: "card"; change: CardChange; card: Card };

type About = { userId: number; walletId: string; receivedAt: number };

/** The payload of an `event` job: the raw body of a webhook request (parsed again by the worker), or what a sweep found. */
export type EventJob = About & ({ body: string } | { found: Found; at: number });

/** The payload of a `digest` job: many late finds, told in one message. */
export type DigestJob = About & { items: { found: Found; at: number }[] };

export const EVENT = "event";
export const DIGEST = "digest";

/** A job's payload as what was put into it: only we write there, and it is sealed. */
export const payloadAs = <Job>(payload: Payload): Job => payload as Job;

export function foundOf(notice: Notice): Found {
  switch (notice.kind) {
    case "payment":
      return { kind: "payment", ...notice.step };
    case "code": {
      const { otp, ...challenge } = notice.challenge;
      return { kind: "code", challenge: { ...challenge, ...(otp && { otp: otp.reveal() }) } };
    }
    case "deposit":
      return notice;
    case "card":
      return { kind: "card", change: notice.change, card: notice.card };
  }
}

export function noticeOf(found: Found): Notice {
  switch (found.kind) {
    case "payment":
      return { kind: "payment", step: { state: found.state, transaction: found.transaction } };
    case "code": {
      const { otp, ...challenge } = found.challenge;
      return { kind: "code", challenge: { ...challenge, ...(otp && { otp: createSecret(otp) }) } };
    }
    case "deposit":
    case "card":
      return found;
  }
}
