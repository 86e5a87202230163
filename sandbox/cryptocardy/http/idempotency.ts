import { createHash } from "node:crypto";
import { ApiError } from "../errors.ts";
import type { Variants } from "../variants.ts";
import type { Answer } from "./request.ts";

const keptMs = 86_400_000;

type Kept = { print: string; answer: Answer; at: number };

/**
 * Answers by idempotency key, kept 24 hours per seed: the same request gets the same answer again, refusals too;
 * another request under the same key is refused.
 */
export function createIdempotency(now: () => number, variants: Variants) {
  const kept = new Map<string, Kept>();

  return {
    /** @throws ApiError idempotency_conflict */
    find(seed: string, key: string, print: string): Answer | undefined {
      if (variants.ignoreIdempotency) return undefined;
      const found = kept.get(`${seed} ${key}`);
      if (!found || now() - found.at > keptMs) return undefined;
      if (found.print === print) return found.answer;
      throw new ApiError(
        variants.idempotencyMismatch,
        "idempotency_conflict",
        "This idempotency key was used with another request.",
      );
    },
    keep(seed: string, key: string, print: string, answer: Answer) {
      if (answer.status < 500) kept.set(`${seed} ${key}`, { print, answer, at: now() });
    },
    /** What makes two requests the same. */
    print: (method: string, path: string, body: string) =>
      createHash("sha256").update(`${method} ${path} ${body}`).digest("hex"),
  };
}

export type Idempotency = ReturnType<typeof createIdempotency>;
