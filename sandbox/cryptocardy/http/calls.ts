import type { Json } from "../types.ts";

/** A request the sandbox received. Holds no seed, secret or hook address. */
export type Call = {
  at: number;
  method: string;
  /** Below the API's base, without the query. */
  path: string;
  query: Record<string, string>;
  /** Fingerprint of the seed. */
  wallet?: string;
  idempotencyKey?: string;
  body?: Json;
  requestId: string;
  /** Absent while the request is open and when the connection was cut. */
  status?: number;
  /** Answered from the memory of idempotency keys: nothing was applied. */
  replayed?: true;
  fault?: string;
};

const kept = 10_000;

/** The log of requests, the latest ten thousand. */
export function createCalls() {
  const calls: Call[] = [];
  return {
    open(call: Call): Call {
      calls.push(call);
      if (calls.length > kept) calls.shift();
      return call;
    },
    list: (): Call[] => structuredClone(calls),
    clear() {
      calls.length = 0;
    },
  };
}

export type Calls = ReturnType<typeof createCalls>;

/** A body without what must not be logged. */
export function withoutSecrets(body: Json): Json {
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, ["secret", "url"].includes(name) ? "[redacted]" : value]),
  );
}
