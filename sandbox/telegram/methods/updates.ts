import { isIP } from "node:net";
import { badRequest, conflict, tooMany } from "../failure.ts";
import type { Parameters } from "../parameters.ts";
import type { Method, Parts } from "./method.ts";

const clamp = (value: number, low: number, high: number, otherwise: number) =>
  Number.isNaN(value) ? otherwise : Math.min(high, Math.max(low, value));

/** Sticky and lenient: what is no JSON array is ignored in silence. */
const allowedOf = (parameters: Parameters): unknown => {
  const given = parameters.raw("allowed_updates");
  if (typeof given !== "string") return given;
  try {
    return JSON.parse(given);
  } catch {
    return undefined;
  }
};

const getUpdates: Method = async (parameters, { world, polling, webhook }, cut) => {
  if (webhook.current()) {
    throw conflict(
      "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
  }
  world.updates.allow(allowedOf(parameters));
  const offset = parameters.integer("offset");
  const limit = clamp(parameters.integer("limit"), 1, 100, 100);
  const timeout = clamp(parameters.integer("timeout"), 0, 50, 0);
  return { result: await polling.get({ offset: Number.isNaN(offset) ? 0 : offset, limit, timeout }, cut) };
};

const reserved = /^(10\.|127\.|0\.|169\.254\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)|^\[?(::1|f[cde])/i;

const checkHookUrl = (text: string, strict: boolean): string => {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw badRequest("Invalid webhook URL specified");
  if (!strict) return text;
  const url = new URL(text);
  if (url.protocol !== "https:") throw badRequest("bad webhook: An HTTPS URL must be provided for webhook");
  if (!["", "443", "80", "88", "8443"].includes(url.port)) {
    throw badRequest("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
  }
  const host = url.hostname;
  if (host === "localhost" || (isIP(host.replace(/[[\]]/g, "")) && reserved.test(host))) {
    throw badRequest("bad webhook: IP address is reserved");
  }
  return text;
};

const checkSecret = (secret: string): string => {
  if (secret.length > 256) throw badRequest("Secret token is too long");
  if (/[^A-Za-z0-9_-]/.test(secret)) throw badRequest("Secret token contains unallowed characters");
  return secret;
};

const lastSet = new WeakMap<Parts["world"], number>();

/** What setWebhook and deleteWebhook do to a webhook there is, or is not. */
const unset = (parameters: Parameters, { world, webhook }: Parts) => {
  const drop = parameters.flag("drop_pending_updates");
  const nothing = !webhook.current() && !drop;
  if (drop) world.updates.drop(() => true);
  webhook.set(undefined);
  return { result: true, description: nothing ? "Webhook is already deleted" : "Webhook was deleted" };
};

const setWebhook: Method = (parameters, parts) => {
  const { world, polling, webhook } = parts;
  const given = parameters.text("url");
  if (given === "") {
    world.updates.allow(allowedOf(parameters));
    return unset(parameters, parts);
  }
  const now = world.clock.now();
  if (now - (lastSet.get(world) ?? Number.NEGATIVE_INFINITY) < 1000) throw tooMany(1);
  lastSet.set(world, now);
  const url = checkHookUrl(given, world.options.strict);
  const secret = checkSecret(parameters.text("secret_token"));
  const maxConnections = clamp(parameters.integer("max_connections"), 1, 100, 40);
  const drop = parameters.flag("drop_pending_updates");
  const before = webhook.current();
  const same = before?.url === url && before.secret === secret && before.maxConnections === maxConnections;
  if (drop) world.updates.drop(() => true);
  world.updates.allow(allowedOf(parameters));
  if (same && !drop) return { result: true, description: "Webhook is already set" };
  polling.terminate("terminated by setWebhook request");
  webhook.set({ url, secret, maxConnections });
  return { result: true, description: "Webhook was set" };
};

const deleteWebhook: Method = (parameters, parts) => unset(parameters, parts);

const getWebhookInfo: Method = (_, { world, webhook }) => {
  const hook = webhook.current();
  const error = webhook.lastError();
  const allowed = world.updates.allowed();
  return {
    result: {
      url: hook?.url ?? "",
      has_custom_certificate: false,
      pending_update_count: world.updates.waiting().length,
      ...(hook && { max_connections: hook.maxConnections }),
      ...(allowed.length > 0 && { allowed_updates: allowed }),
      ...(error && { last_error_date: error.date, last_error_message: error.message }),
    },
  };
};

export const updateMethods = { getUpdates, setWebhook, deleteWebhook, getWebhookInfo };
