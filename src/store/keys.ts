import { hash } from "node:crypto";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Everything that is kept in Redis, by the first part of its key. `ttlMs` 0 means until it is deleted.
 * `sealed` records are sealed for the purpose `store/<kind>` and the owner `<rest of the key>`, so that a rotation
 * of keys needs to know nothing but this table. The short names are part of every key, and there are many.
 */
export const KINDS = {
  /** `<user>`: the person with their wallets. */
  person: { name: "p", sealed: true, ttlMs: 0 },
  /** `<hash of token>`: whose events arrive at a URL. */
  hook: { name: "h", sealed: true, ttlMs: 0 },
  /** `<hash of token>`: a URL that was in use and is not any more; nothing of the person is left in it. */
  revoked: { name: "g", sealed: false, ttlMs: 30 * DAY },
  /** `<blind index of a seed>`: which wallets hold it. */
  seed: { name: "i", sealed: true, ttlMs: 0 },
  /** `<user>`: names of the keys of a person that do not follow from their id (sorted by expiry). */
  belongings: { name: "k", sealed: false, ttlMs: 100 * DAY },
  /** `<operation>`: something that moves money. A draft is kept for a day. */
  operation: { name: "o", sealed: true, ttlMs: 30 * DAY },
  /** One sorted set: operations that are not settled, by the time of their submission. */
  openOperations: { name: "open", sealed: false, ttlMs: 0 },
  /** `<user>:<payment>`: the message that tells of a payment. */
  bubble: { name: "b", sealed: true, ttlMs: 30 * DAY },
  /** `<user>:<wallet>`: what is known of cards, for messages that have only an id and what the API does not tell. */
  directory: { name: "d", sealed: true, ttlMs: 90 * DAY },
  /** `<user>:<card>`: what was spent with a card today, its latest payments and usual merchants. */
  ledger: { name: "l", sealed: true, ttlMs: 90 * DAY },
  /** `<user>:<wallet>`: how far a wallet has been read. */
  cursor: { name: "c", sealed: true, ttlMs: 90 * DAY },
  /** `<user>`: the message that is their screen. */
  screen: { name: "s", sealed: true, ttlMs: 2 * DAY },
  /** `<user>`: what their next message is expected to be, when no conversation may see it. */
  awaiting: { name: "a", sealed: true, ttlMs: 10 * MINUTE },
  /** `<chat>`: a running conversation. */
  conversation: { name: "v", sealed: true, ttlMs: 30 * MINUTE },
  /** `<hash of token>`: a one-time page. */
  reveal: { name: "r", sealed: true, ttlMs: 2 * MINUTE },
  /** `<user>:<name>`: what a person has chosen on a screen and not used up yet. */
  choice: { name: "w", sealed: true, ttlMs: DAY },
  /** `<user>`: messages in the chat that show a secret. Telegram lets messages be deleted for two days. */
  sensitive: { name: "q", sealed: true, ttlMs: 2 * DAY },
  /** `<user>`: the hash of a PIN, and whether the app is locked. */
  pin: { name: "y", sealed: true, ttlMs: 0 },
  /** `<user>`: what is to be done with cards by itself. */
  rules: { name: "t", sealed: true, ttlMs: 0 },
  /** `<user>:<wallet>`: the latest payments, by which those that come again are known. */
  spending: { name: "z", sealed: true, ttlMs: 90 * DAY },
  /** `<hash>`: something that must not happen twice. */
  once: { name: "n", sealed: false, ttlMs: DAY },
  /** `<name>`: when the next may go, of what goes one at a time (microseconds). */
  turn: { name: "j", sealed: false, ttlMs: MINUTE },
  /** `<name>`: who holds a lock. */
  lock: { name: "x", sealed: false, ttlMs: 0 },
  /** `<update id>`: an update of Telegram that was handled. */
  update: { name: "u", sealed: false, ttlMs: DAY },
  /** `<update id>`: an update that Telegram was told to forget and that is not handled yet. */
  inbox: { name: "e", sealed: true, ttlMs: DAY },
} as const satisfies Record<string, { name: string; sealed: boolean; ttlMs: number }>;

export type Kind = keyof typeof KINDS;
export type SealedKind = { [K in Kind]: (typeof KINDS)[K]["sealed"] extends true ? K : never }[Kind];

export const DRAFT_TTL_MS = DAY;

/** `keyOf("person", 7)` -> `p:7`. */
export const keyOf = (kind: Kind, id: string | number): string => `${KINDS[kind].name}:${id}`;

/** The purpose for which records of a kind are sealed. */
export const purposeOf = (kind: SealedKind): string => `store/${KINDS[kind].name}`;

/** What a key belongs to; undefined for keys that are not of the store (the queue's, for instance). */
export function parseKey(key: string): { kind: Kind; id: string } | undefined {
  const colon = key.indexOf(":");
  const name = key.slice(0, colon);
  const found = Object.entries(KINDS).find(([, facts]) => facts.name === name);
  return colon > 0 && found ? { kind: found[0] as Kind, id: key.slice(colon + 1) } : undefined;
}

/** 128 bits of SHA-256 (22 characters): stands for a token in a key name, so that a dump does not contain the token. */
export const hashed = (text: string): string => hash("sha256", text, "buffer").toString("base64url", 0, 16);
