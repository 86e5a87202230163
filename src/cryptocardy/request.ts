import { hash } from "node:crypto";
import type { Secret } from "../lib/secret.ts";
import { CardApiError } from "./errors.ts";
import type { Lane } from "./types.ts";

export type Method = "GET" | "POST" | "PATCH" | "DELETE";

/** One call as a resource describes it. */
export type Request = {
  method: Method;
  /** The documented path with its parameters in braces, such as `/cards/{id}/fund`: names the call in metrics. */
  route: string;
  params?: Record<string, string>;
  query?: Record<string, string | number | undefined>;
  body?: Record<string, unknown>;
  idempotencyKey?: string | undefined;
  /** Which of the API's smaller budgets the call draws on. */
  resource?: "details" | "create";
};

/** A request with who sends it and how urgently. */
export type Call = Request & {
  seed?: Secret;
  lane: Lane;
  signal?: AbortSignal | undefined;
  /** A read that would have to wait longer than this for its turn fails at once, as `rate-limited`. Milliseconds. */
  readPatienceMs?: number | undefined;
};

/** Sends a request as one wallet; the parsed JSON, or `undefined` for an empty answer. Throws CardApiError. */
export type Send = (request: Request) => Promise<unknown>;

/** Path and query below the base URL. Throws `not-found` for an id that could lead elsewhere. */
export function pathOf({ route, params = {}, query = {} }: Request): string {
  const path = (route === "/" ? "" : route).replace(/\{(\w+)\}/g, (_, name: string) => segment(params[name]));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  const text = search.toString();
  return text === "" ? path : `${path}?${text}`;
}

function segment(id: string | undefined): string {
  if (id === undefined || !/^[\w.:~-]{1,128}$/.test(id) || /^\.+$/.test(id)) {
    throw new CardApiError({ kind: "not-found", sent: false });
  }
  return encodeURIComponent(id);
}

/** Tells wallets apart without telling what they are. Empty for calls without a seed. */
export function hashOfSeed(seed: Secret | undefined): string {
  return seed ? hash("sha256", seed.reveal(), "hex").slice(0, 32) : "";
}
