import type { CardEvent } from "../cryptocardy/event-types.ts";
import type { Card, Challenge, Deposit } from "../cryptocardy/types.ts";
import type { Cents } from "../lib/money.ts";
import type { PaymentStep } from "./payment.ts";

export type CardChange = "created" | "frozen" | "unfrozen" | "terminated" | "funded";

/** What happened, in the words of the chat: one kind for each way of telling it. */
export type Notice =
  | { kind: "payment"; step: PaymentStep }
  | { kind: "code"; challenge: Challenge }
  | { kind: "card"; change: CardChange; card: Card; amount?: Cents }
  | { kind: "deposit"; deposit: Deposit };

/** An event that carries its object. */
export type FullEvent = Extract<CardEvent, { data: object }>;

const STATES = {
  "transaction.authorized": "authorized",
  "transaction.settled": "settled",
  "transaction.declined": "declined",
  "transaction.refunded": "refunded",
} as const;

const CHANGES = {
  "card.created": "created",
  "card.frozen": "frozen",
  "card.unfrozen": "unfrozen",
  "card.terminated": "terminated",
  "card.funded": "funded",
} as const;

const DEPOSIT_STATES = { "deposit.pending": "pending", "deposit.confirmed": "confirmed" } as const;

/** Maps an event to what is told of it. The event's type decides, not the object inside, which may be newer. */
export function toNotice(event: FullEvent): Notice {
  switch (event.type) {
    case "transaction.authorized":
    case "transaction.settled":
    case "transaction.declined":
    case "transaction.refunded":
      return { kind: "payment", step: { state: STATES[event.type], transaction: event.data } };
    case "card.created":
    case "card.frozen":
    case "card.unfrozen":
    case "card.terminated":
    case "card.funded": {
      const amount = event.amount;
      return { kind: "card", change: CHANGES[event.type], card: event.data, ...(amount !== undefined && { amount }) };
    }
    case "3ds.challenge":
      return { kind: "code", challenge: event.data };
    case "deposit.pending":
    case "deposit.confirmed":
      return { kind: "deposit", deposit: { ...event.data, status: DEPOSIT_STATES[event.type] } };
  }
}

/**
 * Names what a notice tells, the same whether a webhook or a sweep brought it: type, object, state.
 * Card changes have no such name of their own: a card may be frozen twice.
 */
export function identityOf(notice: Notice): string | undefined {
  switch (notice.kind) {
    case "payment":
      return `payment:${notice.step.transaction.id}:${notice.step.state}`;
    case "code":
      return `code:${notice.challenge.id}`;
    case "deposit":
      return `deposit:${notice.deposit.id}:${notice.deposit.status}`;
    case "card":
      return notice.change === "created" || notice.change === "terminated"
        ? `card:${notice.card.id}:${notice.change}`
        : undefined;
  }
}

/**
 * When it happened, epoch ms: what the object says, if that is earlier than what the envelope says.
 * A settlement may bear the date of its hold, so there only the envelope counts.
 */
export function happenedAt(event: FullEvent): number {
  switch (event.type) {
    case "transaction.authorized":
    case "transaction.declined":
    case "transaction.refunded":
      return Math.min(event.at, event.data.createdAt);
    default:
      return event.at;
  }
}

/** The card that a notice is about. */
export const cardOf = (notice: Notice): string | undefined => {
  switch (notice.kind) {
    case "payment":
      return notice.step.transaction.cardId;
    case "code":
      return notice.challenge.cardId;
    case "card":
      return notice.card.id;
    case "deposit":
      return undefined;
  }
};
