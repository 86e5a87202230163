import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export const BOT_TOKEN = "123456789:AAExampleExampleExampleExampleExample";

export type TelegramStub = Awaited<ReturnType<typeof createTelegramStub>>;

/**
 * As much of Telegram's Bot API as a measurement needs: everything is answered with success, after `delayMs`, or with 429
 * when more than `perSecond` messages would have arrived within one second.
 */
export async function createTelegramStub() {
  const settings = { delayMs: 0, perSecond: Number.POSITIVE_INFINITY };
  const counts = { messages: 0, refused: 0, answers: 0, edits: 0 };
  const arrivals: number[] = [];
  let secret = "";
  let messageId = 1000;
  let onMessage: (body: string) => void = () => {};

  /** Whether one more fits into the last second. */
  function fits(): boolean {
    if (settings.perSecond === Number.POSITIVE_INFINITY) return true;
    const now = performance.now();
    while (arrivals.length > 0 && (arrivals[0] ?? now) <= now - 1000) arrivals.shift();
    if (arrivals.length >= settings.perSecond) return false;
    arrivals.push(now);
    return true;
  }

  function sendMessage(body: string, answer: Answer): void {
    if (!fits()) {
      counts.refused += 1;
      answer(429, TOO_MANY);
      return;
    }
    counts.messages += 1;
    messageId += 1;
    const done = (): void => {
      onMessage(body);
      answer(200, message(messageId));
    };
    if (settings.delayMs > 0) setTimeout(done, settings.delayMs);
    else done();
  }

  const server = await listen(async (request, response) => {
    const method = request.url?.slice(request.url.lastIndexOf("/") + 1) ?? "";
    const body = await read(request);
    const answer = answerer(response);
    switch (method) {
      case "sendMessage":
        return sendMessage(body, answer);
      case "editMessageText":
        counts.edits += 1;
        return answer(200, message(messageId));
      case "answerCallbackQuery":
        counts.answers += 1;
        return answer(200, '{"ok":true,"result":true}');
      case "getMe":
        return answer(
          200,
          '{"ok":true,"result":{"id":123456789,"is_bot":true,"first_name":"Bench","username":"bench_bot"}}',
        );
      case "setWebhook":
        secret = (JSON.parse(body) as { secret_token?: string }).secret_token ?? "";
        return answer(200, '{"ok":true,"result":true}');
      default:
        return answer(200, '{"ok":true,"result":true}');
    }
  });

  return {
    ...server,
    settings,
    counts,
    /** What the bot wants to be shown with every update. */
    webhookSecret: (): string => secret,
    /** Hears the body of every message in the moment in which it is in the chat. */
    listenTo: (listener: (body: string) => void): void => {
      onMessage = listener;
    },
  };
}

export type CryptoCardyStub = Awaited<ReturnType<typeof createCryptoCardyStub>>;

/** As much of CryptoCardy's API as a bot with healthy wallets asks for. `webhooks` holds the registered URL by seed. */
export async function createCryptoCardyStub(webhooks: ReadonlyMap<string, string>) {
  let calls = 0;
  const created = "2026-04-15T12:00:00Z";

  const server = await listen((request, response) => {
    calls += 1;
    const answer = answerer(response);
    const path = request.url?.split("?")[0] ?? "";
    if (path === "/wallet/balance") return answer(200, BALANCE);
    if (path === "/webhooks") {
      const url = webhooks.get(String(request.headers["x-seed"]));
      const data = url ? [{ id: "wh_bench", url, events: [], active: true, created_at: created }] : [];
      return answer(200, JSON.stringify({ data }));
    }
    return answer(200, '{"data":[],"pagination":{"page":1,"per_page":50,"total":0,"total_pages":0}}');
  });

  return { ...server, calls: (): number => calls };
}

const BALANCE = JSON.stringify({
  balance: 1312.5,
  currency: "USD",
  pending_deposits: 500,
  total_deposited: 15000,
  total_spent: 13687.5,
  cards_active: 8,
  cards_total_balance: 2450,
});

const TOO_MANY = '{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":1}}';

const message = (id: number): string =>
  `{"ok":true,"result":{"message_id":${id},"date":1790000000,"chat":{"id":1,"type":"private"},"text":"x"}}`;

type Answer = (status: number, body: string) => void;

const answerer =
  (response: ServerResponse): Answer =>
  (status, body) => {
    response.writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(body) });
    response.end(body);
  };

async function read(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += chunk;
  return body;
}

async function listen(handle: RequestListener): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer({ keepAliveTimeout: 120_000 }, handle);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
