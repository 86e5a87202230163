/** What a part behind the server answers: sent as it is. */
export type Answer = { status: number; body: string; headers?: Record<string, string> };

const JSON_TYPE = "application/json; charset=utf-8";

export const headersOf = ({ headers }: Answer): Record<string, string> => ({
  "content-type": JSON_TYPE,
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  ...headers,
});
