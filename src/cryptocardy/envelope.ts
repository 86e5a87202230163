import { createHash } from "node:crypto";
import { EVENT_TYPES, type EventType } from "./event-types.ts";
import { first, type Headers } from "./response.ts";
import { isRecord, momentOf, snakeKeys } from "./schemas/primitives.ts";

// The reference shows no event at all. Here the likely envelopes become one; `docs/assumptions.md` has the table.

type Fields = Record<string, unknown>;

export type OpenedEnvelope = {
  id: string;
  idFrom: "body" | "header" | "digest";
  name: string;
  type?: EventType;
  /** Of the envelope, else of the object. */
  at?: number;
  /** The object's fields, as far as the event holds them. */
  fields: Fields;
  objectId?: string;
};

const LONGEST_ID = 128;
const EVENT_ID = /^(?:evt|event|ev|wh|msg)[_-]/i;
const INNER_NAMES = ["object", "card", "transaction", "challenge", "deposit", "data", "payload"];
const ID_NAMES: Record<string, string[]> = {
  card: ["card_id"],
  transaction: ["transaction_id", "txn_id"],
  "3ds": ["challenge_id"],
  deposit: ["deposit_id"],
};

/** `undefined` when the body names no event. Never throws. */
export function openEnvelope(body: Fields, rawBody: Buffer, headers: Headers): OpenedEnvelope | undefined {
  const outer = fieldsOf(body);
  const name = nameOf(outer);
  if (name === undefined) return undefined;
  const type = EVENT_TYPES.find((known) => known === name);
  const inner = innerOf(outer);
  const fields = inner ?? flat(outer, name);
  const objectId = type && objectIdOf(type, fields, inner === undefined ? outer : {});
  const at = timeOf(outer) ?? timeOf(fields);
  return {
    ...identityOf(outer, objectId, inner === undefined, rawBody, headers),
    name,
    fields,
    ...(type === undefined ? {} : { type }),
    ...(at === undefined ? {} : { at }),
    ...(objectId === undefined ? {} : { objectId }),
  };
}

/** A flat transaction has a `type` of its own, so a name we know wins, then one with a dot. */
function nameOf(outer: Fields): string | undefined {
  const names = [outer.type, outer.event, outer.event_type].filter((name) => typeof name === "string" && name !== "");
  const texts = names.map(String);
  return (
    texts.find((name) => EVENT_TYPES.some((known) => known === name)) ??
    texts.find((name) => name.includes(".")) ??
    texts[0]
  );
}

function innerOf(outer: Fields): Fields | undefined {
  const holder = [outer.data, outer.object, outer.payload].find(isRecord);
  if (holder) {
    const fields = fieldsOf(holder);
    if (fields.id !== undefined) return fields;
    const nested = INNER_NAMES.map((name) => fields[name]).find((value) => isRecord(value) && "id" in value);
    return isRecord(nested) ? fieldsOf(nested) : fields;
  }
  const id = [outer.data, outer.payload].find((value) => typeof value === "string" && value !== "");
  if (id !== undefined) return { id };
  const named = INNER_NAMES.map((name) => outer[name]).find(isRecord);
  return named && fieldsOf(named);
}

/** The body as the object: without what belongs to the event. */
function flat(outer: Fields, name: string): Fields {
  const { id, type, ...rest } = outer;
  return {
    ...rest,
    ...(type === name ? {} : { type }),
    ...(EVENT_ID.test(idText(id) ?? "") ? {} : { id }),
  };
}

function objectIdOf(type: EventType, fields: Fields, outer: Fields): string | undefined {
  const family = type.slice(0, type.indexOf("."));
  const named = ["id", "object_id", "resource_id", ...(ID_NAMES[family] ?? [])];
  const ids = named.map((name) => idText(fields[name]));
  // A flat event with a code but no id of the challenge is still a code: the event's id has to do.
  const spare = family === "card" || fields.card_id === undefined ? undefined : idText(outer.id);
  return ids.find((id) => id !== undefined) ?? spare;
}

function identityOf(
  outer: Fields,
  objectId: string | undefined,
  isFlat: boolean,
  rawBody: Buffer,
  headers: Headers,
): Pick<OpenedEnvelope, "id" | "idFrom"> {
  const own = idText(outer.id);
  const isEvents = own !== undefined && (EVENT_ID.test(own) || (!isFlat && own !== objectId));
  const stated = idText(outer.event_id) ?? (isEvents ? own : undefined);
  if (stated !== undefined) return { id: stated, idFrom: "body" };
  const header = idText(first(headers["webhook-id"]));
  if (header !== undefined) return { id: header, idFrom: "header" };
  return { id: createHash("sha256").update(rawBody).digest("hex"), idFrom: "digest" };
}

function timeOf(fields: Fields): number | undefined {
  const values = [fields.created_at, fields.timestamp, fields.time, fields.occurred_at];
  const value = values.find((time) => typeof time === "string" || typeof time === "number");
  const at = typeof value === "string" || typeof value === "number" ? momentOf(value) : Number.NaN;
  return Number.isFinite(at) ? at : undefined;
}

function idText(value: unknown): string | undefined {
  const text = typeof value === "number" ? String(value) : value;
  return typeof text === "string" && text !== "" && text.length <= LONGEST_ID ? text : undefined;
}

function fieldsOf(value: Fields): Fields {
  const fields = snakeKeys(value);
  return isRecord(fields) ? fields : {};
}
