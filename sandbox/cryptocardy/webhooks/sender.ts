import { objectId } from "../ids.ts";
import type { Timeline } from "../timeline.ts";
import type { Webhook } from "../types.ts";
import type { Variants } from "../variants.ts";
import { type Event, envelope } from "./envelope.ts";
import { createWebhookFaults } from "./faults.ts";
import { sign } from "./sign.ts";

/** One attempt to hand over one event to one endpoint. */
type Delivery = {
  webhookId: string;
  eventId: string;
  type: string;
  /** From 1. */
  attempt: number;
  at: number;
  outcome: "delivered" | "failed" | "dropped";
  status?: number;
  /** Real milliseconds until the answer. */
  tookMs?: number;
  nextAttemptAt?: number;
};

export type SenderOptions = { timeline: Timeline; variants: Variants; retryDelays: number[]; timeoutMs: number };

/**
 * Sends events to endpoints: one at a time and in order for each endpoint, again after the given delays (on the
 * sandbox's clock) while the answer is not 2xx. A retry does not hold up later events.
 */
export function createSender({ timeline, variants, retryDelays, timeoutMs }: SenderOptions) {
  const faults = createWebhookFaults();
  const deliveries: Delivery[] = [];
  const lines = new Map<string, Promise<void>>();
  const late = new Map<string, (() => void)[]>();
  const closing = new AbortController();
  let paused = false;

  async function post(webhook: Webhook, event: Event, forged: boolean): Promise<number | undefined> {
    const { body, headers } = envelope(event, variants.envelope);
    const key = forged ? `not-${webhook.secret}` : webhook.secret;
    try {
      const answer = await fetch(webhook.url, {
        method: "POST",
        redirect: "manual",
        signal: AbortSignal.any([closing.signal, AbortSignal.timeout(timeoutMs)]),
        headers: {
          "content-type": "application/json",
          "user-agent": "CryptoCardy-Webhooks/1.0",
          ...headers,
          [variants.signatureHeader]: sign(body, key, variants.signatureEncoding),
        },
        body,
      });
      await answer.body?.cancel();
      return answer.status;
    } catch {
      return undefined;
    }
  }

  async function attempt(webhook: Webhook, event: Event, number: number, forged: boolean): Promise<void> {
    if (!webhook.active) return;
    const at = timeline.now();
    const started = performance.now();
    const status = await post(webhook, event, forged);
    const delivery: Delivery = {
      webhookId: webhook.id,
      eventId: event.id,
      type: event.type,
      attempt: number,
      at,
      outcome: status !== undefined && status >= 200 && status < 300 ? "delivered" : "failed",
      ...(status !== undefined && { status }),
      tookMs: Math.round(performance.now() - started),
    };
    deliveries.push(delivery);
    const delay = retryDelays[number - 1];
    if (delivery.outcome === "delivered" || delay === undefined || !webhook.active) return;
    delivery.nextAttemptAt = at + delay;
    timeline.at(at + delay, () => inLine(webhook, () => attempt(webhook, event, number + 1, forged)));
  }

  function inLine(webhook: Webhook, send: () => Promise<void>): Promise<void> {
    const line = (lines.get(webhook.id) ?? Promise.resolve()).then(send);
    lines.set(webhook.id, line);
    return line;
  }

  function queue(webhook: Webhook, event: Event): void {
    const fault = paused ? "drop" : faults.take(event.type);
    const enqueue = (forged: boolean) => void inLine(webhook, () => attempt(webhook, event, 1, forged));
    switch (fault) {
      case "drop":
        deliveries.push({
          webhookId: webhook.id,
          eventId: event.id,
          type: event.type,
          attempt: 1,
          at: timeline.now(),
          outcome: "dropped",
        });
        return;
      case "reorder":
        late.set(webhook.id, [...(late.get(webhook.id) ?? []), () => enqueue(false)]);
        return;
      case "duplicate":
        enqueue(false);
        enqueue(false);
        break;
      case "forge":
        enqueue(true);
        break;
      case undefined:
        enqueue(false);
    }
    const held = late.get(webhook.id) ?? [];
    late.delete(webhook.id);
    for (const release of held) release();
  }

  return {
    faults,
    deliveries,
    /** Hands an event to every endpoint of the list that subscribed to it. */
    publish(webhooks: Webhook[], type: string, data: Event["data"], createdAt: string | number): string {
      const event = { id: objectId("evt"), type, createdAt, data: structuredClone(data) };
      for (const webhook of webhooks) {
        if (webhook.active && (webhook.events.includes("*") || webhook.events.includes(type))) queue(webhook, event);
      }
      return event.id;
    },
    /** Hands over any event as it is, subscribed or not. */
    send: (webhook: Webhook, event: Event) => queue(webhook, event),
    /** While paused, events are lost as if the sender had a breakdown. */
    pause: (value: boolean) => {
      paused = value;
    },
    /** Sends what `reorder` still holds back. */
    release() {
      const held = [...late.values()].flat();
      late.clear();
      for (const send of held) send();
    },
    /** Gives up what is being sent. */
    close: () => closing.abort(),
    /** Resolves when nothing is being sent. */
    async idle(): Promise<void> {
      for (let open = [...lines.values()]; open.length > 0; open = [...lines.values()]) {
        await Promise.all(open);
        if (open.every((line) => [...lines.values()].includes(line)) && lines.size === open.length) return;
      }
    },
  };
}

export type Sender = ReturnType<typeof createSender>;
