import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createCards } from "./cards.ts";
import { createControl } from "./control.ts";
import { controlRoutes } from "./control-routes.ts";
import { createCore } from "./core.ts";
import { createDeposits } from "./deposits.ts";
import { createApi, type Outgoing } from "./http/api.ts";
import { createCalls } from "./http/calls.ts";
import { createFaults } from "./http/faults.ts";
import { createIdempotency } from "./http/idempotency.ts";
import { createLimits } from "./http/limits.ts";
import { isLoopback } from "./http/loopback.ts";
import { requestId } from "./ids.ts";
import { createLedger } from "./ledger.ts";
import { createPayments } from "./payments.ts";
import { binRoutes } from "./routes/bins.ts";
import { cardRoutes } from "./routes/cards.ts";
import { fundingRoutes } from "./routes/funding.ts";
import { rootRoutes } from "./routes/root.ts";
import { threedsRoutes } from "./routes/threeds.ts";
import { transactionRoutes } from "./routes/transactions.ts";
import { walletRoutes } from "./routes/wallet.ts";
import { webhookRoutes } from "./routes/webhooks.ts";
import { createTimeline } from "./timeline.ts";
import type { Json } from "./types.ts";
import { changeVariants, documented, type VariantChanges } from "./variants.ts";
import { checkEndpoint } from "./webhooks/check.ts";
import { createSender } from "./webhooks/sender.ts";

const base = "/v1/api";
const maxBody = 65_536;
const minute = 60_000;

export type SandboxOptions = {
  /** 0 (the default): any free port. */
  port?: number;
  /** `127.0.0.1` unless given. */
  host?: string;
  clock?: { now(): number };
  /** Milliseconds on the sandbox's clock after each failed attempt; empty: no retries. */
  webhookRetryDelays?: number[];
  /** Real milliseconds until an endpoint's answer counts as failed. */
  webhookTimeoutMs?: number;
  /** Whether the documented rate limits hold from the start (default). */
  limits?: boolean;
  /** A wallet with this seed exists from the start. */
  seed?: string;
  /** From authorization to settlement; `false`: by the control side only. One minute unless given. */
  settleAfterMs?: number | false;
  variants?: VariantChanges;
};

/** Starts a CryptoCardy of its own; `url` is the base of its API, `origin` that of `/_control/*`. */
export async function createCryptoCardySandbox(options: SandboxOptions = {}) {
  const { port = 0, host = "127.0.0.1", clock = { now: Date.now }, settleAfterMs = minute } = options;
  const { webhookRetryDelays = [10_000, minute, 5 * minute, 30 * minute], webhookTimeoutMs = 5_000 } = options;
  const variants = changeVariants(structuredClone(documented), options.variants ?? {});
  const timeline = createTimeline(() => clock.now());
  const sender = createSender({ timeline, variants, retryDelays: webhookRetryDelays, timeoutMs: webhookTimeoutMs });
  const core = createCore(timeline, variants, sender, {
    settleAfterMs: settleAfterMs === false ? undefined : settleAfterMs,
    depositExpiresMs: 86_400_000,
  });
  const cards = createCards(core);
  const deposits = createDeposits(core, cards);
  const ledger = createLedger(core, cards);
  const payments = createPayments(core, ledger);
  const limits = createLimits(timeline.now, options.limits ?? true);
  const faults = createFaults();
  const calls = createCalls();
  const idempotency = createIdempotency(timeline.now, variants);
  const routes = [
    ...rootRoutes(core),
    ...cardRoutes(core, cards),
    ...fundingRoutes(core, cards),
    ...transactionRoutes(core),
    ...walletRoutes(core),
    ...binRoutes(core),
    ...threedsRoutes(core),
    ...webhookRoutes(core, (webhook) => checkEndpoint(webhook, variants, timeline.now())),
  ];
  const api = createApi({ core, routes, limits, faults, idempotency, calls });
  const control = createControl({ core, deposits, payments, ledger, sender, faults, limits, calls });
  const acts = controlRoutes(control);
  if (options.seed !== undefined) control.addWallet(options.seed);

  async function onControl(request: IncomingMessage, path: string, body: string): Promise<Outgoing> {
    const local = isLoopback(request.socket.remoteAddress ?? "") && isLoopback(hostOf(request));
    const act = acts[`${request.method} ${path}`];
    if (!local || !act) return json(local ? 404 : 403, { error: local ? "unknown control" : "loopback only" });
    try {
      const parsed: Json = body.trim() === "" ? {} : JSON.parse(body);
      return json(200, (await act(parsed)) ?? { ok: true });
    } catch (error) {
      return json(400, { error: error instanceof Error ? error.message : "failed" });
    }
  }

  async function onRequest(request: IncomingMessage): Promise<Outgoing> {
    const url = new URL(request.url ?? "/", "http://sandbox");
    const body = await read(request);
    if (body === undefined) return refusal(413, "payload_too_large", "The body is too large.");
    if (url.pathname.startsWith("/_control/")) return onControl(request, url.pathname.slice(10), body);
    if (url.pathname !== base && !url.pathname.startsWith(`${base}/`))
      return refusal(404, "not_found", `The API is at ${base}.`);
    return api.handle({
      method: request.method ?? "GET",
      path: url.pathname.slice(base.length) || "/",
      query: url.searchParams,
      header: (name) => request.headers[name]?.toString(),
      body,
      remoteAddress: request.socket.remoteAddress ?? "",
    });
  }

  const server = createServer((request, response) => {
    onRequest(request).then(
      (outgoing) => write(response, outgoing),
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const bound = typeof address === "object" && address ? address.port : port;
  const origin = `http://${host.includes(":") ? `[${host}]` : host}:${bound}`;

  return {
    url: origin + base,
    origin,
    control,
    async close(): Promise<void> {
      timeline.close();
      sender.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

export type CryptoCardySandbox = Awaited<ReturnType<typeof createCryptoCardySandbox>>;

function hostOf({ headers }: IncomingMessage): string {
  const host = `http://${headers.host ?? ""}`;
  return URL.canParse(host) ? new URL(host).hostname : "";
}

async function read(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= maxBody) chunks.push(chunk);
  }
  return size > maxBody ? undefined : Buffer.concat(chunks).toString("utf8");
}

const json = (status: number, body: unknown): Outgoing => ({
  kind: "answer",
  status,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

const refusal = (status: number, error: string, message: string) =>
  json(status, { error, message, code: status, request_id: requestId() });

function write(response: ServerResponse, outgoing: Outgoing): void {
  if (outgoing.kind === "cut") response.destroy();
  else response.writeHead(outgoing.status, outgoing.headers).end(outgoing.body);
}
