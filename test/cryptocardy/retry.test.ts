import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createBreaker } from "../../src/cryptocardy/breaker.ts";
import { CardApiError, ERROR_KINDS } from "../../src/cryptocardy/errors.ts";
import { readAnswer, retryAfterOf } from "../../src/cryptocardy/response.ts";
import { pauseBeforeRetry } from "../../src/cryptocardy/retry.ts";

const NOW = Date.parse("2026-04-15T15:00:00Z");
const LATER = { attempt: 1, leftMs: 20_000, chance: 0.5 };
const GET = { method: "GET", route: "/cards" } as const;
const POST = { method: "POST", route: "/cards/{id}/fund" } as const;

describe("a pause before trying again", () => {
  const down = new CardApiError({ kind: "unavailable", sent: true, status: 503 });

  test("doubles, with chance taking off up to a half", () => {
    const pauses = [1, 2, 3].map((attempt) => pauseBeforeRetry(GET, down, { ...LATER, attempt, chance: 0 }));
    expect(pauses).toEqual([250, 500, 1_000]);
    expect(pauseBeforeRetry(GET, down, { ...LATER, chance: 0.999 })).toBeCloseTo(500, -1);
    expect(pauseBeforeRetry(GET, down, { ...LATER, attempt: 4 })).toBeUndefined();
  });

  test("is as long as the API asks for, if there is that much time", () => {
    const limited = new CardApiError({ kind: "rate-limited", sent: true, status: 429, retryAfterMs: 7_000 });
    expect(pauseBeforeRetry(POST, limited, LATER)).toBe(7_000);
    expect(pauseBeforeRetry(POST, limited, { ...LATER, leftMs: 7_000 })).toBeUndefined();
  });

  test("is never made for a write that may have happened, nor for the making of a wallet", () => {
    const facts = fc.record({
      kind: fc.constantFrom(...ERROR_KINDS).filter((kind) => kind !== "rate-limited"),
      status: fc.constantFrom(200, 400, 408, 409, 500, 502, 503, 504),
      sent: fc.constant(true),
    });
    const calls = fc.constantFrom(
      POST,
      { method: "DELETE", route: "/cards/{id}" } as const,
      { method: "GET", route: "/" } as const,
    );
    fc.assert(
      fc.property(facts, calls, (error, call) => {
        expect(pauseBeforeRetry(call, new CardApiError(error), LATER)).toBeUndefined();
      }),
    );
  });

  test("never outlasts the deadline", () => {
    fc.assert(
      fc.property(
        fc.nat(3),
        fc.nat(30_000),
        fc.nat(40_000),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (attempt, leftMs, retryAfterMs, chance) => {
          const error = new CardApiError({ kind: "rate-limited", sent: true, retryAfterMs });
          const pause = pauseBeforeRetry(GET, error, { attempt: attempt + 1, leftMs, chance });
          if (pause !== undefined) {
            expect(pause).toBeLessThan(leftMs);
            expect(pause).toBeGreaterThanOrEqual(retryAfterMs);
          }
        },
      ),
    );
  });
});

test.each<[Record<string, string>, number | undefined]>([
  [{ "retry-after": "7" }, 7_000],
  [{ "retry-after": "Wed, 15 Apr 2026 15:00:30 GMT" }, 30_000],
  [{ "retry-after": "Wed, 15 Apr 2026 14:00:00 GMT" }, 0],
  [{ "retry-after-ms": "250", "retry-after": "7" }, 250],
  [{ "retry-after": "soon" }, undefined],
  [{}, undefined],
])("%j is a wait of %s ms", (headers, ms) => {
  expect(retryAfterOf(headers, NOW)).toBe(ms);
});

describe("an answer", () => {
  const failureOf = (status: number, body: unknown): CardApiError => {
    try {
      readAnswer({ status, headers: {}, body: typeof body === "string" ? body : JSON.stringify(body) }, POST, NOW);
    } catch (error) {
      if (error instanceof CardApiError) return error;
      throw error;
    }
    throw new Error("no failure");
  };

  test.each<[number, unknown, string]>([
    [400, { error: "insufficient_funds", code: 400 }, "insufficient-funds"],
    [402, {}, "insufficient-funds"],
    [400, { error: "invalid_amount" }, "rejected"],
    [400, { error: "card_unavailable" }, "rejected"],
    [422, { error: "validation_error" }, "rejected"],
    [403, "<html>", "rejected"],
    [401, {}, "unauthorized"],
    [400, { error: "invalid_seed" }, "unauthorized"],
    [404, {}, "not-found"],
    [400, { error: "card_not_found" }, "not-found"],
    [409, {}, "conflict"],
    [400, { error: "card_already_frozen" }, "conflict"],
    [429, "", "rate-limited"],
    [403, { error: "rate_limit_exceeded" }, "rate-limited"],
    [405, {}, "unsupported"],
    [408, {}, "unavailable"],
    [500, { error: "insufficient_funds" }, "unavailable"],
    [502, "<html>Bad gateway</html>", "unavailable"],
    [200, { success: false, error: "insufficient_funds" }, "insufficient-funds"],
    [200, { error: "unauthorized", message: "x", code: 401 }, "unauthorized"],
    [200, "<html>", "malformed"],
    [400, { error: { code: "insufficient_funds", message: "No." } }, "insufficient-funds"],
  ])("of %i %j is %s", (status, body, kind) => {
    expect(failureOf(status, body).kind).toBe(kind);
  });

  test("hands on only short words of the API", () => {
    const failure = failureOf(400, { error: "4916531288472039", message: 5, request_id: `req ${"x".repeat(100)}` });
    expect(failure).not.toHaveProperty("code");
    expect(failure).not.toHaveProperty("requestId");
    expect(failure).not.toHaveProperty("text");
  });

  test("never makes reading it throw anything else", () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 599 }), fc.oneof(fc.json(), fc.string()), (status, body) => {
        try {
          readAnswer({ status, headers: {}, body }, POST, NOW);
        } catch (error) {
          expect(error).toBeInstanceOf(CardApiError);
        }
      }),
    );
  });
});

describe("the circuit breaker", () => {
  test("never opens for fewer than five failures within thirty seconds", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 7_500, max: 60_000 }), { maxLength: 40 }), (gaps) => {
        let now = 0;
        const breaker = createBreaker({ clock: { now: () => now } });
        for (const gap of gaps) {
          now += gap;
          breaker.failed();
          expect(breaker.blockedFor()).toBe(0);
        }
      }),
    );
  });

  test("lets one call through at a time once its twenty seconds are over", () => {
    let now = 0;
    const breaker = createBreaker({ clock: { now: () => now } });
    for (let failure = 0; failure < 5; failure += 1) breaker.failed();
    expect(breaker.enter()).toBe(20_000);
    now = 20_000;
    expect(breaker.enter()).toBe(0);
    expect(breaker.enter()).toBe(20_000);
    breaker.failed();
    now = 39_999;
    expect(breaker.enter()).toBe(1);
    now = 40_000;
    expect(breaker.enter()).toBe(0);
    breaker.succeeded();
    expect(breaker.enter()).toBe(0);
    expect(breaker.enter()).toBe(0);
  });
});
