/** A refusal as the API words it: `{error, message, code, request_id}`. */
export class ApiError extends Error {
  readonly status: number;
  readonly error: string;
  readonly headers: Record<string, string>;

  constructor(status: number, error: string, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.error = error;
    this.headers = headers;
  }
}

export const invalid = (message: string) => new ApiError(400, "invalid_request", message);
export const notFound = (what: string) => new ApiError(404, "not_found", `${what} not found.`);
export const badAmount = (message: string) => new ApiError(400, "invalid_amount", message);
export const unauthorized = () => new ApiError(401, "unauthorized", "The seed is missing or not valid.");
export const walletTooLow = () =>
  new ApiError(400, "insufficient_funds", "Your wallet balance is too low to fund this card.");
export const cardTooLow = () => new ApiError(400, "insufficient_funds", "The card balance is too low.");
export const cardTerminated = () => new ApiError(400, "card_terminated", "This card was terminated.");
export const cardNotActive = () => new ApiError(400, "card_not_active", "This card waits for its first top-up.");
export const stateConflict = (message: string) => new ApiError(409, "state_conflict", message);
export const tooMany = (seconds: number) =>
  new ApiError(429, "rate_limit_exceeded", "Too many requests.", { "Retry-After": String(seconds) });
