import type { Cents } from "../lib/money.ts";
import type { Card, Challenge, Deposit, Transaction } from "./types.ts";

export const CARD_EVENTS = ["card.created", "card.frozen", "card.unfrozen", "card.terminated", "card.funded"] as const;
export const TRANSACTION_EVENTS = [
  "transaction.authorized",
  "transaction.settled",
  "transaction.declined",
  "transaction.refunded",
] as const;
export const CHALLENGE_EVENTS = ["3ds.challenge"] as const;
export const DEPOSIT_EVENTS = ["deposit.pending", "deposit.confirmed"] as const;

/** The twelve documented types. */
export const EVENT_TYPES = [...CARD_EVENTS, ...TRANSACTION_EVENTS, ...CHALLENGE_EVENTS, ...DEPOSIT_EVENTS] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/**
 * `id` tells deliveries of one event apart from other events; `idFrom` says how far it can be trusted: a digest of the body
 * repeats when the same thing happens twice (freeze, unfreeze, freeze). `at` is when it happened, epoch milliseconds.
 */
type Envelope = { id: string; idFrom: "body" | "header" | "digest"; at: number };

/** The whole object, or (thin) only its id: fetch it. */
export type Carries<Data> =
  | { thin?: never; objectId: string; data: Data }
  | { thin: true; objectId: string; data?: never };

/** `amount`: what was funded or given back, when the event says. */
type CardHappening<Type> = Envelope & { type: Type; amount?: Cents } & Carries<Card>;
type Happening<Type, Data> = Envelope & { type: Type } & Carries<Data>;

/** `code` events carry the one-time code as a `Secret`: do not queue the event, queue the raw body and parse it again. */
export type CardEvent =
  | CardHappening<(typeof CARD_EVENTS)[number]>
  | Happening<(typeof TRANSACTION_EVENTS)[number], Transaction>
  | Happening<(typeof CHALLENGE_EVENTS)[number], Challenge>
  | Happening<(typeof DEPOSIT_EVENTS)[number], Deposit>
  | (Envelope & { type: "unknown"; name: string });

/** An event without what it tells. */
export type EventIdentity = Pick<Envelope, "id" | "idFrom"> & ({ type: EventType } | { type: "unknown"; name: string });

export type EventProblem = { kind: "not-json" } | { kind: "no-type" } | { kind: "no-object"; type: EventType };
