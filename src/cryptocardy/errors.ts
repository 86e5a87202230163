export const ERROR_KINDS = [
  "rejected",
  "insufficient-funds",
  "unauthorized",
  "not-found",
  "conflict",
  "rate-limited",
  "unavailable",
  "malformed",
  "unsupported",
] as const;
export type ErrorKind = (typeof ERROR_KINDS)[number];

export type ErrorFacts = {
  /** What a caller decides by. `unsupported`: the API does not offer this call (so far `POST /cards`). */
  kind: ErrorKind;
  /** False only when the request surely never reached the API: nothing can have happened. */
  sent: boolean;
  /** The API's own word, such as `insufficient_funds`. */
  code?: string;
  /** HTTP status. */
  status?: number;
  requestId?: string;
  retryAfterMs?: number;
  /** The API's sentence for people: bounded, without card numbers and seeds. Written by strangers: escape it. */
  text?: string;
  /** `malformed` only: the path of the field, never its value. */
  field?: string;
  /** Why there was no answer: a network code, `deadline`, `circuit-open`, `budget`. For logs and the doctor. */
  reason?: string;
};

/** The only error that calls of the API throw. Holds neither URL nor headers nor bodies, and no cause that could. */
export class CardApiError extends Error {
  readonly kind: ErrorKind;
  readonly sent: boolean;
  declare readonly code?: string;
  declare readonly status?: number;
  declare readonly requestId?: string;
  declare readonly retryAfterMs?: number;
  declare readonly text?: string;
  declare readonly field?: string;
  declare readonly reason?: string;

  constructor(facts: ErrorFacts) {
    const particulars = [facts.code, facts.status, facts.field, facts.reason, facts.requestId].filter(Boolean);
    super(`CryptoCardy: ${facts.kind}${particulars.length > 0 ? ` (${particulars.join(", ")})` : ""}`);
    this.name = "CardApiError";
    this.kind = facts.kind;
    this.sent = facts.sent;
    Object.assign(this, facts);
  }
}
