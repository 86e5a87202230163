import type { z } from "zod";
import { fail, type Outcome, succeed } from "../lib/outcome.ts";
import { bound } from "../lib/text.ts";
import { type OpenedEnvelope, openEnvelope } from "./envelope.ts";
import {
  CARD_EVENTS,
  type CardEvent,
  type Carries,
  CHALLENGE_EVENTS,
  DEPOSIT_EVENTS,
  type EventIdentity,
  type EventProblem,
  type EventType,
  TRANSACTION_EVENTS,
} from "./event-types.ts";
import type { Headers } from "./response.ts";
import { cardSchema } from "./schemas/card.ts";
import { challengeSchema } from "./schemas/challenge.ts";
import { isRecord, moment, money } from "./schemas/primitives.ts";
import { transactionSchema } from "./schemas/transaction.ts";
import { depositSchema } from "./schemas/wallet.ts";

const TYPE_OF_TRANSACTION: Record<(typeof TRANSACTION_EVENTS)[number], string> = {
  "transaction.authorized": "authorization",
  "transaction.settled": "settlement",
  "transaction.declined": "decline",
  "transaction.refunded": "refund",
};

/**
 * What an event says, whichever of the likely envelopes it came in. Never throws, whatever the bytes. A known type whose object is not
 * whole becomes a thin event: fetch the object. `receivedAt` (epoch milliseconds) stands in when the event bears no time. Verify the signature first.
 */
export function parseEvent(
  rawBody: Buffer,
  headers: Headers,
  receivedAt: number = Date.now(),
): Outcome<CardEvent, EventProblem> {
  const opened = openBody(rawBody, headers);
  if (!opened.ok) return opened;
  const { id, idFrom, at = receivedAt, name, type, fields, objectId } = opened.value;
  if (type === undefined) return succeed({ id, idFrom, at, type: "unknown", name: bound(name) });
  if (objectId === undefined) return fail({ kind: "no-object", type });
  return succeed(eventOf(type, { id, idFrom, at }, { ...fields, id: objectId }));
}

/**
 * Which event it is and of what type, for whoever only writes it down: the object is not read. Fails as `parseEvent` does.
 */
export function identifyEvent(rawBody: Buffer, headers: Headers): Outcome<EventIdentity, EventProblem> {
  const opened = openBody(rawBody, headers);
  if (!opened.ok) return opened;
  const { id, idFrom, name, type, objectId } = opened.value;
  if (type === undefined) return succeed({ id, idFrom, type: "unknown", name: bound(name) });
  return objectId === undefined ? fail({ kind: "no-object", type }) : succeed({ id, idFrom, type });
}

function openBody(rawBody: Buffer, headers: Headers): Outcome<OpenedEnvelope, EventProblem> {
  const body = jsonOf(rawBody);
  if (!isRecord(body)) return fail({ kind: "not-json" });
  const opened = openEnvelope(body, rawBody, headers);
  return opened ? succeed(opened) : fail({ kind: "no-type" });
}

type Identity = Pick<OpenedEnvelope, "id" | "idFrom"> & { at: number };
type ObjectFields = Record<string, unknown> & { id: string };

function eventOf(type: EventType, identity: Identity, fields: ObjectFields): CardEvent {
  // What the event tells by its type or time need not be told again by the object.
  const isTimed = moment.safeParse(fields.created_at).success;
  const timed = isTimed ? fields : { ...fields, created_at: identity.at };
  if (isOneOf(CARD_EVENTS, type)) {
    const amount = money.safeParse(fields.funded_amount ?? fields.refunded_amount ?? fields.amount).data;
    return { ...identity, type, ...(amount === undefined ? {} : { amount }), ...carry(cardSchema, fields) };
  }
  if (isOneOf(TRANSACTION_EVENTS, type)) {
    return {
      ...identity,
      type,
      ...carry(transactionSchema, { ...timed, type: fields.type ?? TYPE_OF_TRANSACTION[type] }),
    };
  }
  if (isOneOf(CHALLENGE_EVENTS, type)) return { ...identity, type, ...carry(challengeSchema, timed) };
  if (isOneOf(DEPOSIT_EVENTS, type)) {
    return {
      ...identity,
      type,
      ...carry(depositSchema, { ...timed, status: fields.status ?? type.slice("deposit.".length) }),
    };
  }
  return type satisfies never;
}

function carry<Data>(schema: z.ZodType<Data>, fields: ObjectFields): Carries<Data> {
  const parsed = schema.safeParse(fields);
  return parsed.success ? { objectId: fields.id, data: parsed.data } : { thin: true, objectId: fields.id };
}

function isOneOf<Name extends string>(names: readonly Name[], name: string): name is Name {
  return names.some((known) => known === name);
}

/** Passes over a byte order mark, which some senders put in front. */
const UTF8 = new TextDecoder();

function jsonOf(rawBody: Buffer): unknown {
  try {
    return JSON.parse(UTF8.decode(rawBody));
  } catch {
    return undefined;
  }
}
