import { createServer, type IncomingHttpHeaders } from "node:http";
import { onTestFinished } from "vitest";
import { createCryptoCardySandbox, type SandboxOptions } from "../../../sandbox/cryptocardy/server.ts";

type Body = Record<string, unknown>;
type Reply = { status: number; headers: Headers; body: Body };

/** A sandbox that closes with the test, and the API as a caller sees it. Time stands still unless advanced. */
export async function start(options: SandboxOptions = {}) {
  const moment = Date.parse("2026-04-15T12:00:00Z");
  const sandbox = await createCryptoCardySandbox({ clock: { now: () => moment }, settleAfterMs: false, ...options });
  onTestFinished(() => sandbox.close());

  async function call(method: string, path: string, sent: { seed?: string; body?: unknown; key?: string } = {}) {
    const answer = await fetch(sandbox.url + path, {
      method,
      headers: {
        connection: "close",
        ...(sent.seed !== undefined && { "x-seed": sent.seed }),
        ...(sent.key !== undefined && { "x-idempotency-key": sent.key }),
        ...(sent.body !== undefined && { "content-type": "application/json" }),
      },
      ...(sent.body !== undefined && { body: typeof sent.body === "string" ? sent.body : JSON.stringify(sent.body) }),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: text === "" ? {} : JSON.parse(text) } as Reply;
  }

  /** A person with a wallet of this many dollars. */
  async function person(usd = 1000) {
    const { seed } = sandbox.control.addWallet();
    if (usd > 0) sandbox.control.deposit({ seed, currency: "usdt", usd, fee: 0, confirm: true });
    const as = (method: string, path: string, body?: unknown, key?: string) =>
      call(method, path, { seed, ...(body !== undefined && { body }), ...(key !== undefined && { key }) });
    return {
      seed,
      as,
      get: (path: string) => as("GET", path),
      post: (path: string, body: unknown = {}, key?: string) => as("POST", path, body, key),
      async card(amount = 100, binId = "491653") {
        const { body } = await as("POST", "/cards", { bin_id: binId, amount, label: "Ads" });
        const id = String(body.id);
        const details = await as("GET", `/cards/${id}/details`);
        return { id, pan: String(details.body.pan), cvv: String(details.body.cvv) };
      },
      balance: async () => (await as("GET", "/wallet/balance")).body,
      list: async (path: string) => rows((await as("GET", path)).body.data),
    };
  }

  return { sandbox, control: sandbox.control, call, person };
}

export const rows = (data: unknown): Body[] => (Array.isArray(data) ? data : []);

type Received = { headers: IncomingHttpHeaders; raw: string; body: Body };

/** An endpoint for webhooks that answers the given statuses in turn, then 200. */
export async function endpoint(...statuses: number[]) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const raw = Buffer.concat(chunks).toString();
    if (request.method === "POST") received.push({ headers: request.headers, raw, body: JSON.parse(raw) });
    response.writeHead(statuses.shift() ?? 200, { connection: "close", location: "/elsewhere" }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/hook`, received, types: () => received.map(({ body }) => body.type) };
}
