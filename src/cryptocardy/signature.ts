import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from "node:crypto";
import type { Secret } from "../lib/secret.ts";

/** The reference does not name the header. Tried in this order; the one that verified is then pinned for that webhook. */
export const SIGNATURE_HEADERS = [
  "x-signature",
  "x-webhook-signature",
  "x-cryptocardy-signature",
  "x-ctc-signature",
  "x-hub-signature-256",
] as const;

const HEX = /^(?:[0-9a-f]{64}|[0-9A-F]{64})$/;
const BASE64 = /^[A-Za-z0-9+/]{43}=$/;

/**
 * Whether the API signed these bytes: HMAC-SHA256 of the raw body with one of the secrets (UTF-8), as hex in either case, with or
 * without `sha256=`, or as base64. Compared in constant time. `onlyHeader` (a setting) or else `pinnedHeader` (what verified before) is
 * the only header looked at; `header` in the answer is the one to pin.
 */
export function verifySignature(options: {
  rawBody: Buffer;
  headers: Record<string, string | string[] | undefined>;
  secrets: Secret[];
  pinnedHeader?: string | undefined;
  onlyHeader?: string | undefined;
}): { ok: true; header: string } | { ok: false } {
  const { rawBody, headers, secrets, pinnedHeader, onlyHeader } = options;
  const expected = secrets.map((secret) => createHmac("sha256", keyOf(secret)).update(rawBody).digest());
  const chosen = onlyHeader ?? pinnedHeader;
  const names = chosen === undefined ? SIGNATURE_HEADERS : [chosen.toLowerCase()];
  const received = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  for (const header of names) {
    const signatures = [received.get(header) ?? []].flat().flatMap(digestOf);
    if (signatures.some((signature) => expected.some((digest) => timingSafeEqual(digest, signature)))) {
      return { ok: true, header };
    }
  }
  return { ok: false };
}

const keys = new WeakMap<Secret, KeyObject>();

/** Made once for a secret: making it costs several times what the signature does. */
function keyOf(secret: Secret): KeyObject {
  const known = keys.get(secret);
  if (known) return known;
  const key = createSecretKey(secret.reveal(), "utf8");
  keys.set(secret, key);
  return key;
}

/** The 32 bytes that a header's value stands for, if it is in one of the forms. One form has one spelling. */
function digestOf(value: string): Buffer[] {
  const text = value.trim().replace(/^sha256=/i, "");
  if (HEX.test(text)) return [Buffer.from(text, "hex")];
  if (!BASE64.test(text)) return [];
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("base64") === text ? [bytes] : [];
}
