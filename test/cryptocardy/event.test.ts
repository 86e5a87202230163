import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseEvent } from "../../src/cryptocardy/event.ts";
import { EVENT_TYPES } from "../../src/cryptocardy/event-types.ts";
import { sample } from "../contract/samples.ts";

const CREATED = "2026-04-15T15:00:00Z";
const AT = Date.parse(CREATED);
const RECEIVED = AT + 60_000;

const CARD = JSON.parse(sample("card"));
const TRANSACTION = JSON.parse(sample("transactions-page")).data[0];
const CHALLENGE = JSON.parse(sample("challenges")).data[0];
const DEPOSIT = JSON.parse(sample("deposits")).data[0];

const parse = (body: unknown, headers: Record<string, string> = {}) =>
  parseEvent(Buffer.from(typeof body === "string" ? body : JSON.stringify(body)), headers, RECEIVED);

const objectOf = (type: string) =>
  type.startsWith("card.")
    ? CARD
    : type.startsWith("transaction.")
      ? TRANSACTION
      : type.startsWith("3ds.")
        ? CHALLENGE
        : DEPOSIT;

test.each(EVENT_TYPES)("%s is read whole from the canonical envelope", (type) => {
  const object = objectOf(type);
  expect(parse({ id: "evt_1", type, created_at: CREATED, data: object })).toMatchObject({
    ok: true,
    value: { id: "evt_1", idFrom: "body", at: AT, type, objectId: object.id, data: { id: object.id } },
  });
});

describe("the same event is understood", () => {
  const whole = { type: "transaction.settled", objectId: "txn_a1b2c3d4", data: { amount: -1_250, type: "settlement" } };
  const { id: _, ...nameless } = TRANSACTION;

  test.each<[string, unknown, Record<string, string>, object]>([
    [
      "with `event`",
      { id: "evt_1", event: "transaction.settled", created_at: CREATED, data: TRANSACTION },
      {},
      { id: "evt_1", at: AT },
    ],
    [
      "with `event_type`",
      { id: "evt_1", event_type: "transaction.settled", created_at: CREATED, data: TRANSACTION },
      {},
      { id: "evt_1" },
    ],
    [
      "in camelCase",
      { eventId: "evt_1", eventType: "transaction.settled", createdAt: CREATED, data: TRANSACTION },
      {},
      { id: "evt_1", at: AT },
    ],
    [
      "with `object`",
      { id: "evt_1", type: "transaction.settled", created_at: CREATED, object: TRANSACTION },
      {},
      { id: "evt_1" },
    ],
    [
      "with `payload`",
      { id: "evt_1", type: "transaction.settled", created_at: CREATED, payload: TRANSACTION },
      {},
      { id: "evt_1" },
    ],
    [
      "in an object in `data`",
      { id: "evt_1", type: "transaction.settled", data: { object: TRANSACTION } },
      {},
      { id: "evt_1" },
    ],
    [
      "under its own name in `data`",
      { id: "evt_1", type: "transaction.settled", data: { transaction: TRANSACTION } },
      {},
      { id: "evt_1" },
    ],
    ["under its own name", { id: "evt_1", type: "transaction.settled", transaction: TRANSACTION }, {}, { id: "evt_1" }],
    [
      "with epoch seconds",
      { id: "evt_1", type: "transaction.settled", created_at: AT / 1000, data: TRANSACTION },
      {},
      { at: AT },
    ],
    [
      "with epoch milliseconds",
      { id: "evt_1", type: "transaction.settled", timestamp: AT, data: TRANSACTION },
      {},
      { at: AT },
    ],
    [
      "with `event_id`",
      { event_id: "e-9", type: "transaction.settled", data: TRANSACTION },
      {},
      { id: "e-9", idFrom: "body" },
    ],
    [
      "with an id in a header",
      { type: "transaction.settled", data: TRANSACTION },
      { "webhook-id": "msg_7" },
      { id: "msg_7", idFrom: "header" },
    ],
    [
      "without an id",
      { type: "transaction.settled", data: TRANSACTION },
      {},
      { id: expect.stringMatching(/^[0-9a-f]{64}$/), idFrom: "digest" },
    ],
    [
      "flat",
      { ...TRANSACTION, event: "transaction.settled" },
      {},
      { idFrom: "digest", at: Date.parse("2026-04-15T14:32:00Z") },
    ],
    [
      "flat, its type in the place of the event's",
      { ...TRANSACTION, type: "transaction.settled" },
      {},
      { idFrom: "digest" },
    ],
    [
      "flat, with both ids",
      { ...TRANSACTION, id: "evt_1", transaction_id: TRANSACTION.id, event: "transaction.settled" },
      {},
      { id: "evt_1" },
    ],
    [
      "flat, with an event id beside",
      { ...TRANSACTION, event_id: "evt_1", event: "transaction.settled" },
      {},
      { id: "evt_1" },
    ],
    [
      "with the object's id for the event's",
      { id: TRANSACTION.id, type: "transaction.settled", data: TRANSACTION },
      {},
      { idFrom: "digest" },
    ],
    [
      "with an id of another name",
      { id: "evt_1", type: "transaction.settled", data: { ...nameless, txn_id: TRANSACTION.id } },
      {},
      { id: "evt_1" },
    ],
  ])("%s", (_, body, headers, more) => {
    expect(parse(body, headers)).toMatchObject({ ok: true, value: { ...whole, ...more } });
  });
});

describe("a thin event names what to fetch", () => {
  test.each<[string, unknown, string]>([
    ["an object with only an id", { id: "evt_1", type: "card.frozen", data: { id: "card_1" } }, "card_1"],
    [
      "the answer of a call",
      { id: "evt_1", type: "card.frozen", data: JSON.parse(sample("card-frozen")) },
      "card_8xK2m9Lp4q",
    ],
    ["a bare id", { id: "evt_1", type: "transaction.settled", data: "txn_1" }, "txn_1"],
    ["an id beside", { id: "evt_1", type: "card.frozen", card_id: "card_1" }, "card_1"],
    [
      "an id in data",
      { id: "evt_1", type: "3ds.challenge", data: { challenge_id: "3ds_1", card_id: "card_1" } },
      "3ds_1",
    ],
    ["flat", { id: "dep_1", type: "deposit.confirmed" }, "dep_1"],
  ])("%s", (_, body, objectId) => {
    const outcome = parse(body);
    expect(outcome).toMatchObject({ ok: true, value: { thin: true, objectId } });
    expect(outcome.ok && "data" in outcome.value).toBe(false);
  });
});

describe("a 3DS code", () => {
  test("is a secret", () => {
    const outcome = parse({ id: "evt_1", type: "3ds.challenge", created_at: CREATED, data: CHALLENGE });
    expect(JSON.stringify(outcome)).not.toContain("847291");
    expect(outcome.ok && outcome.value.type === "3ds.challenge" && outcome.value.data?.otp?.reveal()).toBe("847291");
  });

  test("is not lost because the event says little about it", () => {
    const { id: _, status: _s, expires_at: _e, ...little } = CHALLENGE;
    for (const body of [
      { ...little, id: "evt_1", type: "3ds.challenge" },
      { type: "3ds.challenge", data: { ...little, id: "3ds_1" } },
      { type: "3ds.challenge", created_at: CREATED, data: { ...little, id: "3ds_1", created_at: "just now" } },
      `\ufeff${JSON.stringify({ type: "3ds.challenge", data: { ...little, id: "3ds_1" } })}`,
    ]) {
      const outcome = parse(body);
      const challenge = outcome.ok && outcome.value.type === "3ds.challenge" ? outcome.value.data : undefined;
      expect(challenge?.otp?.reveal()).toBe("847291");
      expect(challenge).toMatchObject({ status: "pending", expiresAt: AT + 5 * 60_000 });
    }
  });
});

test.each([undefined, null, "NaN", "9,99", 9.999, 1e300, {}])(
  "a 3DS code whose amount is %j is whole without it",
  (amount) => {
    const outcome = parse({ id: "evt_1", type: "3ds.challenge", data: { ...CHALLENGE, amount } });
    expect(outcome).toMatchObject({ ok: true, value: { data: { id: CHALLENGE.id } } });
    expect(outcome.ok && outcome.value.type === "3ds.challenge" && outcome.value.data?.amount).toBeUndefined();
  },
);

test.each<[unknown, number]>([
  ["2026-04-15T14:32:00Z", Date.parse("2026-04-15T14:32:00Z")],
  ["0001-01-01T00:00:00Z", Date.parse("0001-01-01T00:00:00Z")],
  [-5, -5_000],
  [1e300, AT],
  ["yesterday", AT],
  [undefined, AT],
])("an object made at %j bears that time, or that of its event when it is none", (made, at) => {
  const data = { ...TRANSACTION, created_at: made };
  expect(parse({ id: "evt_1", type: "transaction.settled", created_at: CREATED, data })).toMatchObject({
    value: { data: { createdAt: at } },
  });
});

test("the type of an event says what its transaction or deposit does not", () => {
  const { type: _, ...typeless } = TRANSACTION;
  expect(parse({ id: "evt_1", type: "transaction.declined", data: typeless })).toMatchObject({
    value: { data: { type: "decline" } },
  });
  const { status: _s, ...statusless } = DEPOSIT;
  expect(parse({ id: "evt_1", type: "deposit.pending", data: statusless })).toMatchObject({
    value: { data: { status: "pending" } },
  });
});

test("funding tells the amount, also when it comes as the answer of the call", () => {
  const data = JSON.parse(sample("card-funded"));
  expect(parse({ id: "evt_1", type: "card.funded", data })).toMatchObject({ value: { thin: true, amount: 20_000 } });
});

test("an event without a time happened when it came", () => {
  expect(parse({ id: "evt_1", type: "card.frozen", data: { id: "card_1" } })).toMatchObject({
    value: { at: RECEIVED },
  });
});

test.each(["ping", "card.renamed", "transaction.reversed"])("%s is not one of ours, and not an error", (name) => {
  expect(parse({ id: "evt_1", type: name, created_at: CREATED, data: {} })).toEqual({
    ok: true,
    value: { id: "evt_1", idFrom: "body", at: AT, type: "unknown", name },
  });
});

test("the same bytes without an id are the same event, others are not", () => {
  const body = { type: "card.frozen", data: { id: "card_1" } };
  const ids = [parse(body), parse(body), parse({ ...body, x: 1 })].map((outcome) => outcome.ok && outcome.value.id);
  expect(ids[0]).toBe(ids[1]);
  expect(ids[2]).not.toBe(ids[0]);
});

test.each<[string, unknown, object]>([
  ["no JSON", "{", { kind: "not-json" }],
  ["no object", "[1]", { kind: "not-json" }],
  ["nothing", "", { kind: "not-json" }],
  ["no type", { id: "evt_1" }, { kind: "no-type" }],
  ["nothing to act on", { id: "evt_1", type: "card.frozen" }, { kind: "no-object", type: "card.frozen" }],
])("%s is told as a problem", (_, body, failure) => {
  expect(parse(body)).toEqual({ ok: false, failure });
});

describe("nothing that arrives makes parsing throw:", () => {
  test("any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(parseEvent(Buffer.from(bytes), {}).ok).toBeTypeOf("boolean");
      }),
    );
  });

  test("any JSON in the place of any part", () => {
    const names = [
      "id",
      "type",
      "event",
      "event_id",
      "created_at",
      "data",
      "object",
      "payload",
      "card",
      "otp",
      "amount",
      "merchant",
    ];
    const part = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom<unknown>(...EVENT_TYPES, CARD, TRANSACTION, CHALLENGE, DEPOSIT),
    );
    const fields = fc.dictionary(fc.constantFrom(...names, "__proto__", "constructor"), part);
    fc.assert(
      fc.property(fields, fields, fc.constantFrom(...EVENT_TYPES), (outer, data, type) => {
        for (const body of [outer, { type, data }, { ...outer, type, data: { ...objectOf(type), ...data } }]) {
          expect(parse(body).ok).toBeTypeOf("boolean");
        }
      }),
      { numRuns: 500 },
    );
  });

  test("a very deep one", () => {
    const deep = `{"type":"card.frozen","data":${'{"data":'.repeat(5_000)}1${"}".repeat(5_000)}}`;
    expect(parse(deep).ok).toBe(false);
  });
});
