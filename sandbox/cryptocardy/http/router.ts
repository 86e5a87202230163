import type { Route } from "./request.ts";

export type Match =
  | { kind: "found"; route: Route; params: Record<string, string> }
  | { kind: "wrong-method"; allowed: string[] }
  | { kind: "unknown" };

/** Finds the route of a method and a path; `:name` in a route's path takes one part. */
export function match(routes: Route[], method: string, path: string): Match {
  const parts = split(path);
  const here = routes.flatMap((route) => {
    const params = bind(split(route.path), parts);
    return params ? [{ route, params }] : [];
  });
  const found = here.find(({ route }) => route.method === method);
  if (found) return { kind: "found", ...found };
  if (here.length === 0) return { kind: "unknown" };
  return { kind: "wrong-method", allowed: here.map(({ route }) => route.method) };
}

const split = (path: string) => path.split("/").filter((part) => part !== "");

function bind(pattern: string[], parts: string[]): Record<string, string> | undefined {
  if (pattern.length !== parts.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const part = parts[index] ?? "";
    if (expected.startsWith(":")) params[expected.slice(1)] = part;
    else if (expected !== part) return undefined;
  }
  return params;
}
