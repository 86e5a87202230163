/** A refusal of the Bot API: becomes `{"ok":false,"error_code":…,"description":…}` with the same HTTP status. */
export class ApiFailure extends Error {
  readonly code: number;
  readonly retryAfter: number | undefined;

  constructor(code: number, description: string, retryAfter?: number) {
    super(description);
    this.name = "ApiFailure";
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

const lowerFirst = (text: string): string => {
  const second = text[1] ?? "";
  const shouting = second === "_" || (second >= "A" && second <= "Z");
  return shouting ? text : text.slice(0, 1).toLowerCase() + text.slice(1);
};

/** 400 with the real server's prefix and its lower-casing of the first letter (telegram-bot-api, Client.cpp). */
export const badRequest = (text: string): ApiFailure => new ApiFailure(400, `Bad Request: ${lowerFirst(text)}`);

/** 403 with the real server's prefix. */
export const forbidden = (text: string): ApiFailure => new ApiFailure(403, `Forbidden: ${text}`);

/** 409 with the real server's prefix. */
export const conflict = (text: string): ApiFailure => new ApiFailure(409, `Conflict: ${text}`);

/** 429 as Telegram words it; the header `Retry-After` is added by the server. */
export const tooMany = (seconds: number): ApiFailure =>
  new ApiFailure(429, `Too Many Requests: retry after ${seconds}`, seconds);
