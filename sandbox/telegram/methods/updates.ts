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

const setWebhook: Method = (parameters, { world, polling, webhook }) => {
  const now = world.clock.now();
  if (now - (lastSet.get(world) ?? Number.NEGATIVE_INFINITY) < 1000) throw tooMany(1);
  lastSet.set(world, now);
  const given = parameters.text("url");
  const url = given === "" ? "" : checkHookUrl(given, world.options.strict);
  const secret = checkSecret(parameters.text("secret_token"));
  const maxConnections = clamp(parameters.integer("max_connections"), 1, 100, 40);
  const before = webhook.current();
  if (parameters.flag("drop_pending_updates")) world.updates.drop(() => true);
  world.updates.allow(allowedOf(parameters));
  if (url === "") {
    webhook.set(undefined);
    return { result: true, description: before ? "Webhook was deleted" : "Webhook is already deleted" };
  }
  polling.terminate("terminated by setWebhook request");
  if (before && before.url === url && before.secret === secret && before.maxConnections === maxConnections) {
    return { result: true, description: "Webhook is already set" };
  }
  webhook.set({ url, secret, maxConnections });
  return { result: true, description: "Webhook was set" };
};

const deleteWebhook: Method = (parameters, { world, webhook }) => {
  const before = webhook.current();
  if (parameters.flag("drop_pending_updates")) world.updates.drop(() => true);
  webhook.set(undefined);
  return { result: true, description: before ? "Webhook was deleted" : "Webhook is already deleted" };
};

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
