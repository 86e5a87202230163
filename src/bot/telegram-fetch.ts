import type { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import type { ApiClientOptions } from "grammy";
import type { Dispatcher } from "undici";
import { askWhole } from "../lib/whole-answer.ts";

type Options = {
  dispatcher: Dispatcher;
  /** Longest `retry_after` of a 429 that is waited for once, in milliseconds; 0 leaves every 429 to the caller. */
  patienceMs: number;
  /** Told after every call: the method's name and the HTTP status (0 when there was no answer). */
  onCall?: (method: string, status: number, ms: number) => void;
};

/** How long Telegram may take to answer; a long poll is held open on purpose. */
const TIMEOUT_MS = 20_000;
const LONG_POLL_TIMEOUT_MS = 60_000;

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
 * `fetch` for grammY over undici's dispatcher: a fraction of node-fetch's CPU, and the one place for timeouts, short 429s and
 * redaction (API transformers do not run inside conversations, this does). Async on purpose: a synchronous throw inside a
 * conversation would never settle (grammyjs/conversations issue 155).
 */
export function createTelegramFetch({
  dispatcher,
  patienceMs,
  onCall,
}: Options): NonNullable<ApiClientOptions["fetch"]> {
  async function call(input: unknown, init: Init = {}, patient = patienceMs > 0): Promise<unknown> {
    const address = String(input);
    const method = address.slice(address.lastIndexOf("/") + 1);
    const { connection: _, ...headers } = init.headers ?? {};
    let stop = (): void => {};
    const onAbort = (): void => stop();
    init.signal?.addEventListener("abort", onAbort);
    const started = performance.now();
    try {
      const { origin, pathname, search } = new URL(address);
      const asked = askWhole<Dispatcher.DispatchOptions>(dispatcher, {
        origin,
        path: `${pathname}${search}`,
        method: "POST",
        headers,
        body: init.body ?? null,
        headersTimeout: method === "getUpdates" ? LONG_POLL_TIMEOUT_MS : TIMEOUT_MS,
        bodyTimeout: TIMEOUT_MS,
      });
      stop = () => asked.abandon(new Error("aborted"));
      // A signal that was given before the call tells nobody again.
      if (init.signal?.aborted) stop();
      const { status, body } = await asked.answer;
      const answer = JSON.parse(body) as { parameters?: { retry_after?: number } };
      onCall?.(method, status, performance.now() - started);
      const waitMs = (answer.parameters?.retry_after ?? 0) * 1000;
      const repeatable = typeof init.body === "string";
      if (status === 429 && patient && repeatable && waitMs <= patienceMs) {
        const pause = new AbortController();
        stop = () => pause.abort();
        await wait(waitMs, undefined, { signal: pause.signal });
        return await call(input, init, false);
      }
      return { json: async () => answer };
    } catch (error) {
      onCall?.(method, 0, performance.now() - started);
      throw new TelegramUnreachable(method, codeOf(error));
    } finally {
      init.signal?.removeEventListener("abort", onAbort);
    }
  }
  return call as unknown as NonNullable<ApiClientOptions["fetch"]>;
}

type Init = {
  body?: string | Readable;
  headers?: Record<string, string>;
  signal?: {
    aborted: boolean;
    addEventListener(type: "abort", run: () => void): void;
    removeEventListener(type: "abort", run: () => void): void;
  };
};

function codeOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : "no answer";
}
