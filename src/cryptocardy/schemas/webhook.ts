import { z } from "zod";
import type { WebhookEndpoint } from "../types.ts";
import { apiObject, defined, moment, optional, secret, text, texts } from "./primitives.ts";

export const webhookSchema = apiObject({
  id: text,
  url: text,
  events: texts.catch([]),
  secret: optional(secret),
  active: optional(z.boolean()),
  status: optional(text),
  created_at: optional(moment),
}).transform(
  (webhook): WebhookEndpoint =>
    defined({
      id: webhook.id,
      url: webhook.url,
      events: webhook.events,
      secret: webhook.secret,
      active: webhook.active ?? (webhook.status === undefined ? undefined : webhook.status === "active"),
      createdAt: webhook.created_at,
    }),
);
