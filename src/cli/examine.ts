import { Api, GrammyError } from "grammy";
import { Agent, request } from "undici";
import { createTelegramFetch } from "../bot/telegram-fetch.ts";
import type { Config } from "../config/config.ts";
import { isLoopback } from "../lib/loopback.ts";
import { connectRedis } from "../store/connect.ts";
import { inspectRedis, type RedisWarning } from "../store/inspect.ts";

/** One thing that was looked at. `detail` is a sentence for the operator, without secrets. */
export type Finding = { ok: boolean; what: string; detail: string };

const REDIS_MENDING: Record<RedisWarning, string> = {
  "no-append-only-file": "appendonly is off: a crash loses wallets (set appendonly yes)",
  evicts: "it may evict keys when memory is short: wallets would be lost (set maxmemory-policy noeviction)",
  "older-than-6.2": "it is older than 6.2",
  unreadable: "it does not tell its settings: check appendonly and maxmemory-policy by hand",
};
const PATIENCE_MS = 10_000;

/** Looks at Redis, Telegram, CryptoCardy and the public address, in this order. Never throws. */
export async function* examine(config: Config): AsyncGenerator<Finding> {
  const dispatcher = new Agent({ connect: { timeout: PATIENCE_MS }, headersTimeout: PATIENCE_MS });
  try {
    yield* examineRedis(config);
    yield* examineTelegram(config, dispatcher);
    yield await examineCryptoCardy(config, dispatcher);
    yield await examineAddress(config, dispatcher);
  } finally {
    await dispatcher.close();
  }
}

async function* examineRedis(config: Config): AsyncGenerator<Finding> {
  const redis = connectRedis(config.redis);
  try {
    await redis.ping();
    yield { ok: true, what: "Redis", detail: "answers" };
    const warnings = await inspectRedis(redis);
    for (const warning of warnings) yield { ok: false, what: "Redis", detail: REDIS_MENDING[warning] };
    if (warnings.length === 0)
      yield { ok: true, what: "Redis", detail: "keeps everything: append-only file, no eviction" };
  } catch {
    yield { ok: false, what: "Redis", detail: "does not answer (REDIS_URL, REDIS_SENTINELS, REDIS_CLUSTER)" };
  } finally {
    redis.disconnect();
  }
}

async function* examineTelegram(config: Config, dispatcher: Agent): AsyncGenerator<Finding> {
  const fetch = createTelegramFetch({ dispatcher, patienceMs: 0 });
  const api = new Api(config.botToken.reveal(), { apiRoot: config.telegramApiRoot, fetch });
  try {
    const { username } = await api.getMe();
    yield { ok: true, what: "Telegram", detail: `the token belongs to @${username}` };
    const { url, last_error_message: complaint } = await api.getWebhookInfo();
    if (config.updates.mode === "webhook" && complaint) {
      yield { ok: false, what: "Telegram", detail: `could not deliver lately: ${complaint}` };
    } else {
      yield { ok: true, what: "Telegram", detail: url ? "delivers by webhook" : "waits for polling" };
    }
  } catch (error) {
    const refused = error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404);
    yield { ok: false, what: "Telegram", detail: refused ? "refuses the token (BOT_TOKEN)" : "does not answer" };
  }
}

/** Without a seed the API must refuse: that refusal shows that it is there. */
async function examineCryptoCardy({ cryptoCardy }: Config, dispatcher: Agent): Promise<Finding> {
  const which = cryptoCardy.sandbox ? "a sandbox" : "production";
  try {
    const { statusCode, body } = await request(`${cryptoCardy.apiUrl}/wallet/balance`, { dispatcher });
    await body.dump();
    if (isInTheClear(new URL(cryptoCardy.apiUrl))) {
      return { ok: false, what: "CryptoCardy", detail: `${which}, without https: seeds travel in the clear` };
    }
    const ok = statusCode === 401 || statusCode === 403;
    const detail = ok
      ? `${which}, answers`
      : `${which}, answers ${statusCode} where 401 is expected (CRYPTOCARDY_API_URL)`;
    return { ok, what: "CryptoCardy", detail };
  } catch {
    return { ok: false, what: "CryptoCardy", detail: "does not answer (CRYPTOCARDY_API_URL)" };
  }
}

const isInTheClear = (url: URL): boolean => url.protocol === "http:" && !isLoopback(url);

async function examineAddress({ publicUrl }: Config, dispatcher: Agent): Promise<Finding> {
  const what = "public address";
  if (!publicUrl)
    return { ok: true, what, detail: "none: CryptoCardy is asked every few seconds instead (PUBLIC_URL)" };
  try {
    const { statusCode, body } = await request(`${publicUrl.href.replace(/\/+$/, "")}/healthz`, { dispatcher });
    await body.dump();
    return statusCode === 200
      ? { ok: true, what, detail: "reaches the bot" }
      : { ok: false, what, detail: `answers ${statusCode} for /healthz: does it lead to the bot's port?` };
  } catch {
    return { ok: false, what, detail: "does not answer: is the bot running, and does PUBLIC_URL lead to its port?" };
  }
}
