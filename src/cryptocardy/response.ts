import { CardApiError, type ErrorKind } from "./errors.ts";
import { looksSecret, redactText } from "./redact.ts";
import type { Call } from "./request.ts";
import { isRecord } from "./schemas/primitives.ts";

export type Headers = Record<string, string | string[] | undefined>;
type Asked = Pick<Call, "method" | "route" | "seed" | "body">;
export type Answer = { status: number; headers: Headers; body: string };

// The API's own word decides before the status: a lack of funds, say, arrives with 400.
const KINDS_BY_CODE: [RegExp, ErrorKind][] = [
  [/insufficient(?:_funds|_balance|_wallet\w*|$)|not_enough_|low_balance/, "insufficient-funds"],
  [/rate_?limit|too_many_requests/, "rate-limited"],
  [
    /unauthori[sz]ed|unauthenticated|(?:invalid|missing|unknown)_seed|seed_(?:invalid|missing|required|unknown)/,
    "unauthorized",
  ],
  [/not_found|no_such/, "not-found"],
  [/conflict|idempotency|in_progress|already_|invalid_state/, "conflict"],
  [/^(?:service_)?(?:temporarily_)?unavailable$|^(?:internal_)?(?:server_)?error$|maintenance/, "unavailable"],
  [
    /^not_(?:implemented|supported|allowed)$|(?:unsupported|unknown)_(?:method|endpoint)|method_not_allowed/,
    "unsupported",
  ],
];

const KINDS_BY_STATUS: Record<number, ErrorKind> = {
  401: "unauthorized",
  402: "insufficient-funds",
  404: "not-found",
  405: "unsupported",
  408: "unavailable",
  409: "conflict",
  425: "unavailable",
  429: "rate-limited",
  501: "unsupported",
};

/** The JSON of a successful answer (`undefined` when it is empty). Throws CardApiError for every other answer. */
export function readAnswer(answer: Answer, call: Asked, now: number): unknown {
  const successful = answer.status >= 200 && answer.status < 300;
  const body = parse(answer.body);
  if (!successful || (body.ok && saysFailure(body.value)))
    throw errorOf(answer, body.ok ? body.value : undefined, call, now);
  if (body.ok) return body.value;
  throw new CardApiError({ kind: "malformed", sent: true, status: answer.status, field: "body" });
}

function parse(text: string): { ok: true; value: unknown } | { ok: false } {
  if (text.trim() === "") return { ok: true, value: undefined };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}

const saysFailure = (body: unknown): boolean =>
  isRecord(body) && (body.success === false || (typeof body.error === "string" && typeof body.code === "number"));

function errorOf(answer: Answer, body: unknown, call: Asked, now: number): CardApiError {
  const outer = isRecord(body) ? body : {};
  const inner = isRecord(outer.error) ? outer.error : {};
  const stated = typeof outer.code === "number" && outer.code >= 400 && outer.code < 600 ? outer.code : undefined;
  const status = answer.status >= 300 ? answer.status : (stated ?? answer.status);
  const code = word(typeof outer.error === "string" ? outer.error : (inner.code ?? inner.type))?.toLowerCase();
  const message = [outer.message, inner.message].find((value) => typeof value === "string");
  const text = typeof message === "string" ? redactText(message, secretsOf(call)) : undefined;
  const facts = {
    code,
    text,
    requestId: word(outer.request_id ?? inner.request_id ?? answer.headers["x-request-id"]),
    retryAfterMs: retryAfterOf(answer.headers, now),
  };
  return new CardApiError({
    kind: kindOf(status, { code, text }, call),
    sent: true,
    status,
    ...Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)),
  });
}

function kindOf(status: number, said: { code: string | undefined; text: string | undefined }, call: Asked): ErrorKind {
  // Whatever a broken server says, it is the server that is broken, and nobody knows what it has done.
  if (status >= 500 && status !== 501) return "unavailable";
  if (status === 404 && call.method === "POST" && call.route === "/cards" && isAboutTheCall(said)) return "unsupported";
  const byCode = KINDS_BY_CODE.find(([pattern]) => said.code !== undefined && pattern.test(said.code))?.[1];
  return byCode ?? KINDS_BY_STATUS[status] ?? (status >= 300 && status < 400 ? "unavailable" : "rejected");
}

/** Only the SDK samples know `POST /cards`. A 404 there means that the API does not have it, unless it names what was not found. */
function isAboutTheCall({ code = "", text = "" }: { code: string | undefined; text: string | undefined }): boolean {
  const thing = /^(\w+)_not_found$/.exec(code)?.[1];
  const namesThing = thing !== undefined && !/^(?:route|endpoint|page|path|resource|method)$/.test(thing);
  return !namesThing && !/(?:^|_)bin(?:_|$)/.test(code) && !/\bbin\b/i.test(text);
}

function secretsOf({ seed, body }: Asked): string[] {
  return [seed?.reveal(), body?.secret].filter((secret) => typeof secret === "string");
}

/** A short word of the API (an error code, a request id): anything longer or stranger is not repeated. */
function word(value: unknown): string | undefined {
  return typeof value === "string" && /^[\w.:-]{1,64}$/.test(value) && !looksSecret(value) ? value : undefined;
}

/** `retry-after-ms`, or `Retry-After` in seconds or as an HTTP date, in milliseconds from now. */
export function retryAfterOf(headers: Headers, now: number): number | undefined {
  const exact = Number(first(headers["retry-after-ms"]) ?? Number.NaN);
  if (Number.isFinite(exact) && exact >= 0) return exact;
  const value = first(headers["retry-after"])?.trim();
  if (value === undefined || value === "") return undefined;
  if (/^\d+(?:\.\d+)?$/.test(value)) return Math.ceil(Number(value) * 1000);
  const date = Date.parse(value);
  return Number.isFinite(date) ? Math.max(0, date - now) : undefined;
}

export const first = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;
