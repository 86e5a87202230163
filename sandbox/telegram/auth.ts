import { ApiFailure } from "./failure.ts";

/** Splits `/bot<token>/<method>`; undefined when the path is none. A token with a "/" cannot be told from a method: 404. */
export const readPath = (path: string): { token: string; method: string } | undefined => {
  const match = /^\/bot([^/]*)(?:\/test)?\/([^/]*)\/?$/.exec(path);
  if (!match) return undefined;
  return { token: decodeURIComponent(match[1] ?? ""), method: match[2] ?? "" };
};

/** Throws what the real server answers to a token that is malformed or not ours. */
export const checkToken = (token: string, ours: string): void => {
  const malformed = !token.includes(":") || token.includes("/") || token.length > 80 || token.startsWith("0");
  if (malformed) throw new ApiFailure(401, "Unauthorized: invalid token specified");
  if (token !== ours) throw new ApiFailure(401, "Unauthorized");
};
