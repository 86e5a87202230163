import type { Webhook } from "../types.ts";
import type { Variants } from "../variants.ts";
import { envelope } from "./envelope.ts";
import { sign } from "./sign.ts";

/** What some senders do with a new endpoint: nothing, a GET or HEAD, or a signed `ping`. True: it answered 2xx. */
export async function checkEndpoint(webhook: Webhook, variants: Variants, now: number): Promise<boolean> {
  const how = variants.endpointCheck;
  if (how === "none") return true;
  const createdAt = new Date(now).toISOString();
  const { body } = envelope({ id: "evt_ping", type: "ping", createdAt, data: { id: webhook.id } }, variants.envelope);
  const signature = sign(body, webhook.secret, variants.signatureEncoding);
  const ping = {
    method: "POST",
    headers: { "content-type": "application/json", [variants.signatureHeader]: signature },
    body,
  };
  try {
    const options = how === "ping" ? ping : { method: how.toUpperCase() };
    const answer = await fetch(webhook.url, { ...options, redirect: "manual", signal: AbortSignal.timeout(5_000) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}
