import { expect, test } from "vitest";
import { CardApiError } from "../../src/cryptocardy/errors.ts";
import { answerOf } from "../../src/operations/provider-call.ts";

test("what was refused with 429 was not executed, and is sent again when the API says", () => {
  const refused = new CardApiError({ kind: "rate-limited", sent: true, status: 429, retryAfterMs: 9_000 });
  expect(answerOf(refused)).toEqual({ kind: "unsent", error: { kind: "rate-limited" }, afterMs: 9_000 });
});
