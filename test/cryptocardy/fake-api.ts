import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { createCryptoCardyClient } from "../../src/cryptocardy/client.ts";
import { CardApiError } from "../../src/cryptocardy/errors.ts";
import { createTransport, type TransportOptions } from "../../src/cryptocardy/transport.ts";
import { systemClock } from "../../src/lib/clock.ts";
import { createSecret } from "../../src/lib/secret.ts";

export const SEED = "c4f4-6e88-036c-761c";

export type Received = {
  method: string;
  url: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: string;
};

/** What the server does with one request: answer, or anything else that a server may do to its client. */
export type Reaction =
  | { status?: number; body?: unknown; headers?: Record<string, string> }
  | ((response: ServerResponse, request: Received) => void);

/** A real HTTP server that answers with `react` (a text body is sent as it is) and remembers what it was asked. */
export async function startApi(react: (request: Received, index: number) => Reaction) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const url = new URL(request.url ?? "/", "http://localhost");
    const asked = {
      method: request.method ?? "",
      url: request.url ?? "",
      path: url.pathname.replace("/v1/api", ""),
      query: url.searchParams,
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
    };
    received.push(asked);
    const reaction = react(asked, received.length - 1);
    if (typeof reaction === "function") return reaction(response, asked);
    const { status = 200, body, headers } = reaction;
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { apiUrl: `http://127.0.0.1:${port}/v1/api`, received, close: () => server.close() };
}

/** The shortest pauses: half of each step. */
export const noJitter = { bytes: (count: number) => Buffer.alloc(count) };

export function transportTo(apiUrl: string, options: Partial<TransportOptions> = {}) {
  const transport = createTransport({
    apiUrl,
    clock: systemClock,
    random: noJitter,
    sleep: async () => undefined,
    ...options,
  });
  onTestFinished(() => transport.close());
  return transport;
}

export function clientOf(apiUrl: string, options: Partial<TransportOptions> = {}) {
  return createCryptoCardyClient({ seed: createSecret(SEED), transport: transportTo(apiUrl, options) });
}

/** The CardApiError that a call ends with; anything else fails the test. */
export async function failureOf(call: Promise<unknown>): Promise<CardApiError> {
  const outcome = await call.then(
    () => "no error",
    (error: unknown) => error,
  );
  if (outcome instanceof CardApiError) return outcome;
  throw new Error(`expected a CardApiError, got ${String(outcome)}`);
}
