import type { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import type { ApiClientOptions } from "grammy";
import type { Dispatcher } from "undici";
import { askWhole } from "../lib/whole-answer.ts";

type Options = {
  dispatcher: Dispatcher;
  /** Longest `retry_after` of a 429 that is waited for once, in milliseconds; 0 leaves every failure to the caller. */
  patienceMs: number;
  /** How long Telegram may take to answer; a long poll is held open on purpose. */
  timeoutMs?: number;
  /** Told after every call: the method's name and the HTTP status (0 when there was no answer). */
  onCall?: (method: string, status: number, ms: number) => void;
};

const TIMEOUT_MS = 20_000;
const LONG_POLL_TIMEOUT_MS = 60_000;
const PAUSE_AFTER_FAILURE_MS = 300;
/** Done twice they are done once. A message is not: it is repeated only when Telegram itself says that it failed. */
const HARMLESS_TWICE = /^(edit|answer|delete|set)/;

/** An error that says what happened and to which method, and nothing of the address (it holds the bot token). */
export class TelegramUnreachable extends Error {
  override readonly name = "TelegramUnreachable";
  /** False when the request surely never left this machine. */
  readonly sent: boolean;

  constructor(method: string, code: string) {
    super(`${method}: ${code}`);
    this.sent = !["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"].includes(code);
  }
}

/**
 * `fetch` for grammY over undici's dispatcher: a fraction of node-fetch's CPU, and the one place for timeouts, short 429s,
 * one repetition of what failed on Telegram's side, and redaction (API transformers do not run inside conversations, this
 * does). Async on purpose: a synchronous throw inside a conversation would never settle (grammyjs/conversations issue 155).
 */
export function createTelegramFetch({
  dispatcher,
  patienceMs,
  timeoutMs = TIMEOUT_MS,
  onCall,
}: Options): NonNullable<ApiClientOptions["fetch"]> {
  async function call(input: unknown, init: Init = {}): Promise<unknown> {
    const address = new URL(String(input));
    const method = address.pathname.slice(address.pathname.lastIndexOf("/") + 1);
    // An upload is a stream and can be read once; a long poll is repeated by whoever polls.
    const repeatable = patienceMs > 0 && typeof init.body === "string" && method !== "getUpdates";
    let waitMs: number | undefined;
    try {
      const { status, answer } = await once(address, method, init);
      waitMs = repeatable ? pauseAfter(status, answer) : undefined;
      if (waitMs === undefined) return { json: async () => answer };
    } catch (error) {
      if (!repeatable || !HARMLESS_TWICE.test(method) || init.signal?.aborted) throw error;
      waitMs = PAUSE_AFTER_FAILURE_MS;
    }
    await untilOver(waitMs, method, init.signal);
    const { answer } = await once(address, method, init);
    return { json: async () => answer };
  }

  /** How long to wait before a call is made again; undefined when it is not. */
  function pauseAfter(status: number, answer: Answer): number | undefined {
    if (status >= 500) return PAUSE_AFTER_FAILURE_MS;
    const waitMs = (answer.parameters?.retry_after ?? 0) * 1000;
    return status === 429 && waitMs <= patienceMs ? waitMs : undefined;
  }

  async function once(address: URL, method: string, init: Init): Promise<{ status: number; answer: Answer }> {
    const { connection: _, ...headers } = init.headers ?? {};
    const started = performance.now();
    const asked = askWhole<Dispatcher.DispatchOptions>(dispatcher, {
      origin: address.origin,
      path: `${address.pathname}${address.search}`,
      method: "POST",
      headers,
      body: init.body ?? null,
      headersTimeout: method === "getUpdates" ? LONG_POLL_TIMEOUT_MS : timeoutMs,
      bodyTimeout: timeoutMs,
    });
    const stop = () => asked.abandon(new Error("aborted"));
    init.signal?.addEventListener("abort", stop);
    // A signal that was given before the call tells nobody again.
    if (init.signal?.aborted) stop();
    try {
      const { status, body } = await asked.answer;
      const answer = readAnswer(status, body);
      onCall?.(method, status, performance.now() - started);
      return { status, answer };
    } catch (error) {
      onCall?.(method, 0, performance.now() - started);
      throw new TelegramUnreachable(method, codeOf(error));
    } finally {
      init.signal?.removeEventListener("abort", stop);
    }
  }
  return call as unknown as NonNullable<ApiClientOptions["fetch"]>;
}

async function untilOver(ms: number, method: string, signal: Init["signal"]): Promise<void> {
  const pause = new AbortController();
  const stop = (): void => pause.abort();
  signal?.addEventListener("abort", stop);
  try {
    await wait(ms, undefined, { signal: pause.signal });
  } catch (error) {
    throw new TelegramUnreachable(method, codeOf(error));
  } finally {
    signal?.removeEventListener("abort", stop);
  }
}

type Answer = { parameters?: { retry_after?: number } };

type Init = {
  body?: string | Readable;
  headers?: Record<string, string>;
  signal?: {
    aborted: boolean;
    addEventListener(type: "abort", run: () => void): void;
    removeEventListener(type: "abort", run: () => void): void;
  };
};

/** What stands before Telegram fails in HTML. Only "gateway timeout" leaves open whether the request was carried out. */
function readAnswer(status: number, body: string): Answer {
  try {
    return JSON.parse(body) as Answer;
  } catch (error) {
    if (status < 500 || status === 504) throw error;
    return { ok: false, error_code: status, description: "failed" } as Answer;
  }
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : "no answer";
}
