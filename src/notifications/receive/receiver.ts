import { createHash } from "node:crypto";
import { identifyEvent } from "../../cryptocardy/event.ts";
import type { EventIdentity } from "../../cryptocardy/event-types.ts";
import { verifySignature } from "../../cryptocardy/signature.ts";
import type { Clock } from "../../lib/clock.ts";
import type { Queues } from "../../queue/queues.ts";
import { EVENT, type EventJob } from "../jobs.ts";
import { createHookCache, type Hooks } from "./hook-cache.ts";

type Headers = Record<string, string | string[] | undefined>;
export type HookRequest = { token: string; rawBody: Buffer; headers: Headers };
export type HookAnswer = { status: number; body: string; headers?: Record<string, string> };

type Deps = {
  hooks: Hooks;
  queues: Pick<Queues, "add">;
  clock: Clock;
  /** `CRYPTOCARDY_SIGNATURE_HEADER`: the only header looked at. */
  onlyHeader?: string;
  metrics?: { eventReceived(type: string): void; eventRefused(reason: string): void; eventUnknown(): void };
  log: { warn(fields: object, message: string): void };
};

export type Receive = ReturnType<typeof createReceiver>;

const MAX_BYTES = 64 * 1024;
const PATIENCE_MS = 2000;
const RETRY_AFTER_SECONDS = "5";
const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;
const DONE: HookAnswer = { status: 200, body: '{"success":true}' };

/**
 * Takes CryptoCardy's requests: finds the hook by its token, verifies the bytes, parses, writes one job, answers.
 * The ladder: 413 too large, 404 unknown token, 410 revoked, 401 bad signature, 400 not JSON, 503 not durable, 200.
 * Nothing is told to anybody before the signature holds.
 */
export function createReceiver({ hooks, queues, clock, onlyHeader, metrics, log }: Deps) {
  const cache = createHookCache(hooks, clock);

  async function receive({ token, rawBody, headers }: HookRequest): Promise<HookAnswer> {
    if (rawBody.length > MAX_BYTES) return refuse(413, "too_large");
    const hook = await cache.get(token);
    if (!hook) return refuse(404, "not_found");
    if (hook.state === "revoked") return refuse(410, "gone");

    const verified = verifySignature({
      rawBody,
      headers,
      secrets: hook.secrets,
      ...(hook.header && { pinnedHeader: hook.header }),
      ...(onlyHeader && { onlyHeader }),
    });
    if (!verified.ok) return refuse(401, "bad_signature");

    const parsed = identifyEvent(rawBody, headers);
    if (!parsed.ok && parsed.failure.kind === "not-json") return refuse(400, "not_json");
    if (!hook.header && !onlyHeader) await cache.pin(token, verified.header);

    const event = parsed.ok ? parsed.value : undefined;
    metrics?.eventReceived(event?.type ?? "malformed");
    if (event?.type === "unknown") {
      metrics?.eventUnknown();
      log.warn({ name: event.name.slice(0, 64) }, "an event of an unknown type was acknowledged");
      return DONE;
    }
    const payload: EventJob = {
      userId: hook.userId,
      walletId: hook.walletId,
      receivedAt: clock.now(),
      body: rawBody.toString("utf8"),
    };
    const lane = isAboutACode(event, payload.body) ? "codes" : "notices";
    const dedupe = dedupeOf(token, event, rawBody);
    // Somebody stands at a till: a code does not wait until a worker has fetched it.
    await queues.add(lane, EVENT, payload, { dedupe, owner: hook.userId, atOnce: lane === "codes" });
    return DONE;
  }

  function refuse(status: number, reason: string, headers?: Record<string, string>): HookAnswer {
    metrics?.eventRefused(reason);
    return { status, body: JSON.stringify({ success: false, error: reason }), ...(headers && { headers }) };
  }

  return async (request: HookRequest): Promise<HookAnswer> => {
    try {
      return await within(PATIENCE_MS, receive(request));
    } catch (error) {
      log.warn({ name: error instanceof Error ? error.name : "unknown" }, "an event could not be made durable");
      return refuse(503, "not_durable", { "retry-after": RETRY_AFTER_SECONDS });
    }
  };
}

// What cannot be parsed may still be a code: the worker looks for it at the API, and must do so in time.
const isAboutACode = (event: EventIdentity | undefined, body: string): boolean =>
  event ? event.type === "3ds.challenge" : /3ds|otp/i.test(body);

/**
 * The token is in the key because one event may go to two hooks (a seed used by two people), and it is hashed because
 * the key stands in Redis as it is. A digest of the bytes is trusted for a short time only when the same bytes may come
 * to mean a new event: freeze, unfreeze, freeze.
 */
function dedupeOf(token: string, event: EventIdentity | undefined, rawBody: Buffer): { id: string; ttlMs: number } {
  const hash = createHash("sha256").update(token).update("\0");
  const id = (event ? hash.update(event.id) : hash.update(rawBody)).digest("base64url");
  const repeats = event === undefined || (event.idFrom === "digest" && event.type.startsWith("card."));
  return { id, ttlMs: repeats ? 10 * MINUTE : WEEK };
}

async function within<Value>(ms: number, work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("took too long")), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
