import type { Core } from "../core.ts";
import { ApiError, invalid, notFound } from "../errors.ts";
import { isLoopback } from "../http/loopback.ts";
import { onlyFields, onlyParameters, stringField, stringsField } from "../http/read.ts";
import { created, ok, type Route } from "../http/request.ts";
import { newWebhookSecret, objectId } from "../ids.ts";
import type { Json, Webhook } from "../types.ts";

const eventTypes = [
  "card.created",
  "card.frozen",
  "card.unfrozen",
  "card.terminated",
  "card.funded",
  "transaction.authorized",
  "transaction.settled",
  "transaction.declined",
  "transaction.refunded",
  "3ds.challenge",
  "deposit.pending",
  "deposit.confirmed",
];

/** Registered endpoints. Plain `http` is accepted for loopback only; the secret is shown once, at registration. */
export function webhookRoutes({ wire, timeline, variants }: Core, check: (hook: Webhook) => Promise<boolean>): Route[] {
  function eventsOf(body: Json): string[] {
    const events = stringsField(body, "events");
    if (!events || events.length === 0) throw invalid("events must name at least one event type.");
    const unknown = events.find((event) => event !== "*" && !eventTypes.includes(event));
    if (unknown !== undefined) throw invalid(`Unknown event type: ${unknown}.`);
    return events;
  }

  return [
    {
      method: "POST",
      path: "/webhooks",
      async handler({ body, wallet }) {
        onlyFields(body, ["url", "events", "secret"]);
        const url = urlOf(body);
        const events = eventsOf(body);
        const own = stringField(body, "secret", 256);
        if (own === "") throw invalid("secret must not be empty.");
        if (variants.duplicateWebhooks !== "allow" && wallet.webhooks.some((webhook) => webhook.url === url)) {
          throw new ApiError(variants.duplicateWebhooks, "webhook_exists", "This URL is registered already.");
        }
        const webhook: Webhook = {
          id: objectId("wh"),
          url,
          events,
          secret: own === undefined || variants.ignoreWebhookSecret ? newWebhookSecret() : own,
          active: true,
          createdAt: timeline.now(),
        };
        if (!(await check(webhook))) throw invalid("The URL does not answer.");
        wallet.webhooks.push(webhook);
        const { id, active, created_at } = wire.webhook(webhook);
        return created({ id, url, events, secret: webhook.secret, active, created_at });
      },
    },
    {
      method: "GET",
      path: "/webhooks",
      handler({ query, wallet }) {
        onlyParameters(query, []);
        const list = wallet.webhooks.map(wire.webhook);
        return ok(variants.webhookList === "array" ? list : { data: list });
      },
    },
    {
      method: "DELETE",
      path: "/webhooks/:webhook",
      handler({ params, wallet }) {
        const index = wallet.webhooks.findIndex(({ id }) => id === params.webhook);
        const [webhook] = index < 0 ? [] : wallet.webhooks.splice(index, 1);
        if (!webhook) throw notFound("Webhook");
        webhook.active = false;
        return ok({ id: webhook.id, deleted: true });
      },
    },
  ];
}

function urlOf(body: Json): string {
  const text = stringField(body, "url", 2048);
  const url = text !== undefined && URL.canParse(text) ? new URL(text) : undefined;
  const accepted = url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback(url.hostname));
  if (text === undefined || !accepted) throw invalid("url must be an HTTPS address.");
  return text;
}
