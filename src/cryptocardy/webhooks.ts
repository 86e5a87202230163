import { readAs, readList, unwrap } from "./read.ts";
import type { Send } from "./request.ts";
import { webhookSchema } from "./schemas/webhook.ts";
import type { Keyed, NewWebhook, WebhookEndpoint } from "./types.ts";

/** `/webhooks`: where the API sends events. Every method throws CardApiError. */
export function webhooksOf(send: Send) {
  return {
    /** The answer's `secret`, if there is one, is the one in force: it may differ from ours. */
    async create({ url, events, secret }: NewWebhook, keyed?: Keyed): Promise<WebhookEndpoint> {
      const body = await send({
        method: "POST",
        route: "/webhooks",
        body: { url, events, secret: secret.reveal() },
        idempotencyKey: keyed?.idempotencyKey,
      });
      return readAs(webhookSchema, unwrap(body, "webhook"));
    },

    async list(): Promise<WebhookEndpoint[]> {
      return readList(webhookSchema, await send({ method: "GET", route: "/webhooks" }), "webhooks");
    },

    async delete(id: string, keyed?: Keyed): Promise<void> {
      await send({ method: "DELETE", route: "/webhooks/{id}", params: { id }, idempotencyKey: keyed?.idempotencyKey });
    },
  };
}
