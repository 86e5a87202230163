import { createServer, type RequestListener } from "node:http";
import { type AddressInfo, isIPv6 } from "node:net";
import fastify, { type FastifyInstance, type FastifyReply } from "fastify";
import type { Secret } from "../lib/secret.ts";
import { type Answer, headersOf } from "./answer.ts";
import { hookDoor } from "./hook-door.ts";
import { logFailure, onFailure, onNotFound, refusalBody, refuseOtherMethods } from "./refusals.ts";
import { sameSecret } from "./same-secret.ts";

type Headers = Record<string, string | string[] | undefined>;

type Deps = {
  config: { host: string; port: number };
  /** CryptoCardy's events: raw bytes in, the ladder of refusals inside. */
  receiver: (request: { token: string; rawBody: Buffer; headers: Headers }) => Promise<Answer>;
  reveal: { page(token: string): Promise<Answer>; show(token: string): Promise<Answer> };
  /** Present in webhook mode only. `handle` resolves when the update is done with, and rejects to get it again. */
  telegram?: { secret: Secret; handle: (update: object) => Promise<unknown> };
  readiness: () => Promise<{ ok: true } | { ok: false; reason: string }>;
  metrics: { text(): Promise<string> };
  log: { error(details: object, message: string): void };
};

export type HttpServer = ReturnType<typeof createHttpServer>;

const HOOK_ROUTE = "/hooks/cryptocardy/:token";
const HOOK_BYTES = 64 * 1024;
const UPDATE_BYTES = 1024 * 1024;
const FORM_BYTES = 4 * 1024;
/** Node.js refuses longer headers: whatever token arrives is looked up, and is unknown. */
const LONGEST_ADDRESS = 16 * 1024;
const IDLE_CHECK_MS = 50;

/** The one HTTP server: every route of the contract, and nothing that they do. Listens only after `listen()`. */
export function createHttpServer({ config, receiver, reveal, telegram, readiness, metrics, log }: Deps) {
  let closing = false;
  const app = fastify({
    logger: false,
    bodyLimit: FORM_BYTES,
    forceCloseConnections: "idle",
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: LONGEST_ADDRESS },
    frameworkErrors: (error, request, reply) => onFailure(log)(error, request, reply),
    serverFactory,
  });

  // Signatures are made over bytes: no route here wants anything but those.
  app.removeAllContentTypeParsers();
  // What a body is called decides nothing here, so a name that is none refuses nothing either.
  app.addHook("onRequest", async (request) => {
    request.headers["content-type"] = "application/octet-stream";
  });
  app.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
  app.setErrorHandler(onFailure(log));
  app.setNotFoundHandler(onNotFound);

  hookRoutes(app, receiver);
  revealRoutes(app, reveal);
  if (telegram) telegramRoute(app, telegram);
  stateRoutes(app, readiness, metrics);

  return {
    /** Starts listening; the address it is reached under (port 0 takes a free one). */
    async listen(): Promise<{ url: string; port: number }> {
      await app.listen({ host: config.host, port: config.port });
      const { address, port } = app.server.address() as AddressInfo;
      const host = address === "0.0.0.0" || address === "::" ? "127.0.0.1" : isIPv6(address) ? `[${address}]` : address;
      return { url: `http://${host}:${port}`, port };
    },

    /** Takes no more requests, finishes those that run. */
    async close(): Promise<void> {
      closing = true;
      // A connection whose answer was on its way at that moment is idle only afterwards, and would be kept for its time.
      const idle = setInterval(() => app.server.closeIdleConnections(), IDLE_CHECK_MS);
      try {
        await app.close();
      } finally {
        clearInterval(idle);
      }
    },
  };

  function serverFactory(others: RequestListener) {
    const door = hookDoor(
      { receiver, onFailure: hookFailure, longestBody: HOOK_BYTES, closing: () => closing },
      others,
    );
    const server = createServer({ requestTimeout: 15_000, keepAliveTimeout: 72_000 }, door);
    return server.setTimeout(30_000);
  }

  function hookFailure(error: unknown): Answer {
    logFailure(log, HOOK_ROUTE, error instanceof Error ? error : new Error("thrown"));
    return { status: 500, body: refusalBody(500) };
  }
}

function hookRoutes(app: FastifyInstance, receiver: Deps["receiver"]): void {
  const url = HOOK_ROUTE;
  app.post<{ Params: { token: string } }>(url, { bodyLimit: HOOK_BYTES }, async (request, reply) =>
    send(
      reply,
      await receiver({ token: request.params.token, rawBody: bytes(request.body), headers: request.headers }),
    ),
  );
  // Some senders look at the address before they use it; the answer tells nothing about the token.
  app.get(url, async (_request, reply) => send(reply, { status: 200, body: '{"success":true}' }));
  refuseOtherMethods(app, url, ["GET", "HEAD", "POST"]);
}

function revealRoutes(app: FastifyInstance, reveal: Deps["reveal"]): void {
  const url = "/r/:token";
  app.get<{ Params: { token: string } }>(url, async (request, reply) =>
    send(reply, await reveal.page(request.params.token)),
  );
  app.post<{ Params: { token: string } }>(url, async (request, reply) =>
    send(reply, await reveal.show(request.params.token)),
  );
  refuseOtherMethods(app, url, ["GET", "HEAD", "POST"]);
}

function telegramRoute(app: FastifyInstance, { secret, handle }: NonNullable<Deps["telegram"]>): void {
  const url = "/hooks/telegram";
  app.post(url, { bodyLimit: UPDATE_BYTES }, async (request, reply) => {
    if (!sameSecret(request.headers["x-telegram-bot-api-secret-token"], secret)) {
      return send(reply, { status: 401, body: '{"success":false,"error":"unauthorized"}' });
    }
    const update = parseObject(bytes(request.body));
    if (!update) return send(reply, { status: 400, body: '{"success":false,"error":"not_json"}' });
    await handle(update);
    return send(reply, { status: 200, body: "{}" });
  });
  refuseOtherMethods(app, url, ["POST"]);
}

function stateRoutes(app: FastifyInstance, readiness: Deps["readiness"], metrics: Deps["metrics"]): void {
  app.get("/healthz", async (_request, reply) => send(reply, { status: 200, body: '{"ok":true}' }));
  app.get("/readyz", async (_request, reply) => {
    const state = await readiness();
    return send(reply, { status: state.ok ? 200 : 503, body: JSON.stringify(state) });
  });
  app.get("/metrics", async (_request, reply) =>
    send(reply, {
      status: 200,
      body: await metrics.text(),
      headers: { "content-type": "text/plain; version=0.0.4; charset=utf-8" },
    }),
  );
  for (const url of ["/healthz", "/readyz", "/metrics"]) refuseOtherMethods(app, url, ["GET", "HEAD"]);
}

const send = (reply: FastifyReply, answer: Answer): FastifyReply =>
  reply.code(answer.status).headers(headersOf(answer)).send(answer.body);

const bytes = (body: unknown): Buffer => (Buffer.isBuffer(body) ? body : Buffer.alloc(0));

function parseObject(raw: Buffer): object | undefined {
  try {
    const value: unknown = JSON.parse(raw.toString("utf8"));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
