import type { Core } from "../core.ts";
import { ApiError, invalid, notFound, unauthorized } from "../errors.ts";
import { fingerprint, requestId } from "../ids.ts";
import type { Json, Wallet } from "../types.ts";
import { camelCased } from "../wire.ts";
import { type Call, type Calls, withoutSecrets } from "./calls.ts";
import type { Faults } from "./faults.ts";
import type { Idempotency } from "./idempotency.ts";
import type { Limits } from "./limits.ts";
import type { Answer, Route } from "./request.ts";
import { match } from "./router.ts";

export type Incoming = {
  method: string;
  /** Below the API's base. */
  path: string;
  query: URLSearchParams;
  /** Lower-case names. */
  header: (name: string) => string | undefined;
  body: string;
  remoteAddress: string;
};

/** `cut`: the connection is closed without an answer. */
export type Outgoing =
  | { kind: "answer"; status: number; headers: Record<string, string>; body?: string }
  | { kind: "cut" };

type Parts = { core: Core; routes: Route[]; limits: Limits; faults: Faults; idempotency: Idempotency; calls: Calls };

/** One request from its bytes to its answer: faults, route, seed, limits, body, idempotency, handler. */
export function createApi({ core, routes, limits, faults, idempotency, calls }: Parts) {
  const { world, variants, timeline } = core;

  function walletOf(route: Route, seed: string | undefined): Wallet | undefined {
    const wallet = seed === undefined ? undefined : world.wallets.get(seed);
    if (!wallet && !route.open) throw unauthorized();
    return wallet;
  }

  async function answer(incoming: Incoming, call: Call): Promise<Answer> {
    const found = match(routes, incoming.method, incoming.path);
    if (found.kind === "unknown") throw notFound("Resource");
    if (found.kind === "wrong-method") {
      const headers = { allow: found.allowed.join(", ") };
      throw new ApiError(405, "method_not_allowed", "This method is not supported here.", headers);
    }
    const { route, params } = found;
    const seed = incoming.header("x-seed");
    const wallet = walletOf(route, seed);
    if (wallet) call.wallet = fingerprint(wallet.seed);
    const who = !wallet || variants.limitScope === "ip" ? incoming.remoteAddress : wallet.seed;
    const budget = limits.count(who, route.budget);
    const limitHeaders = variants.limitHeaders ? budget : {};

    const key = incoming.method === "GET" ? undefined : incoming.header("x-idempotency-key");
    const print = idempotency.print(incoming.method, incoming.path, incoming.body);
    const known = wallet && key ? idempotency.find(wallet.seed, key, print) : undefined;
    if (known) {
      call.replayed = true;
      return { ...known, headers: { ...known.headers, ...limitHeaders } };
    }
    const body = incoming.method === "GET" ? {} : parse(incoming.body);
    if (Object.keys(body).length > 0) call.body = withoutSecrets(body);
    const request = { method: incoming.method, params, query: incoming.query, body, requestId: call.requestId };
    const result = await handled(call.requestId, () =>
      // An open route never looks at the wallet.
      route.handler({ ...request, wallet: wallet ?? nobody }),
    );
    if (wallet && key) idempotency.keep(wallet.seed, key, print, result);
    return { ...result, headers: { ...result.headers, ...limitHeaders } };
  }

  async function handle(incoming: Incoming): Promise<Outgoing> {
    timeline.runDue();
    const key = incoming.header("x-idempotency-key");
    const call = calls.open({
      at: timeline.now(),
      method: incoming.method,
      path: incoming.path,
      query: Object.fromEntries(incoming.query),
      ...(key !== undefined && { idempotencyKey: key }),
      requestId: requestId(),
    });
    let wrong: string | undefined;
    let injected: Answer | undefined;
    for (const fault of faults.take(incoming.method, incoming.path)) {
      call.fault = fault.kind;
      wrong = fault.kind;
      const wait = fault.retryAfter === undefined ? {} : { "retry-after": String(fault.retryAfter) };
      injected = failure(call.requestId, new ApiError(fault.status ?? 503, "fault", "Injected by the sandbox.", wait));
      if (fault.kind === "delay") await new Promise((resolve) => setTimeout(resolve, fault.ms ?? 1000).unref());
    }
    if (wrong === "drop-before") return { kind: "cut" };
    if (wrong === "status" && injected) return sent(call, injected);
    if (wrong === "hollow") return sent(call, { status: 200, body: {} });
    const result = await handled(call.requestId, () => answer(incoming, call));
    if (wrong === "drop-after") return { kind: "cut" };
    if (wrong === "garbage") return html(call);
    return sent(call, wrong === "status-after" && injected ? injected : result);
  }

  function sent(call: Call, result: Answer): Outgoing {
    call.status = result.status;
    const headers = { "x-request-id": call.requestId, ...result.headers };
    if (result.body === undefined) return { kind: "answer", status: result.status, headers };
    const body = JSON.stringify(variants.fieldNames === "camel" ? camelCased(result.body) : result.body);
    return {
      kind: "answer",
      status: result.status,
      headers: { "content-type": "application/json; charset=utf-8", ...headers },
      body,
    };
  }

  return { handle };
}

const nobody: Wallet = {
  seed: "",
  balance: 0,
  deposited: 0,
  moved: 0,
  addresses: {},
  cards: [],
  transactions: [],
  challenges: [],
  deposits: [],
  webhooks: [],
  createdAt: 0,
};

function html(call: Call): Outgoing {
  call.status = 200;
  const body = "<!doctype html><title>One moment, please</title>";
  return { kind: "answer", status: 200, headers: { "content-type": "text/html" }, body };
}

function parse(text: string): Json {
  if (text.trim() === "") return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return Object.fromEntries(Object.entries(value));
  } catch {
    throw invalid("The body is not JSON.");
  }
  throw invalid("The body must be a JSON object.");
}

async function handled(id: string, run: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    return await run();
  } catch (error) {
    return failure(id, error instanceof ApiError ? error : new ApiError(500, "internal_error", String(error)));
  }
}

function failure(id: string, { status, error, message, headers }: ApiError): Answer {
  return { status, body: { error, message, code: status, request_id: id }, headers };
}
